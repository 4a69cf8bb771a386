import { Basins, letterOf, startsFor } from '../model/basins.js';
import { plainly, toShortForm, withRate } from '../model/spec.js';
import { sweep } from '../transport/api.js';
import { BasinStrip } from '../view/basin-strip.js';
import { part, write } from '../view/parts.js';

/** A rate that is dragged is asked about once it has stood still so long, in milliseconds. */
const STILL = 180;

/**
 * Where balls end from each start: by plain descent at the rate that is set and, where something
 * else moves the ball, by that too. Played anew by the engine whenever the rate becomes another.
 */
export class Watersheds {
  /** The newest maps, as the strips show them; the last is that of the rule at work. */
  maps = [];
  #stage;
  #strips;
  #rate;
  #shown = null;
  #tally;

  /**
   * @param {import('./stage.js').Stage} stage
   * @param {{drops: {w: number, look: string}[]}} tally of the balls dropped: marked on the last
   *     map
   */
  constructor(stage, tally) {
    this.#stage = stage;
    this.#tally = tally;
    const words = stage.element.querySelectorAll('[data-told]');
    this.#strips = [...stage.element.querySelectorAll('[data-part="basins"]')].map((root, i) => ({
      strip: new BasinStrip(root), words: words[i], name: root.dataset.name,
      plain: root.dataset.rule === 'plain' }));
    stage.panels[0].foretell = (said, w) => this.#foretell(said, w);
    this.#ask();
  }

  /** Asks for other maps once the rate is another; keeps them under the picture. */
  words() {
    const [{ ride, terrain }] = this.#stage.panels;
    if (ride.rate !== this.#rate) {
      this.#ask();
    }
    if (terrain.shown !== this.#shown && this.maps.length > 0) {
      this.#draw();
    }
    this.#strips.at(-1).strip.renderDrops(this.#tally.drops, terrain.shown.domain);
  }

  async #ask() {
    const [{ ride, terrain }] = this.#stage.panels;
    const first = this.#rate === undefined;
    const { rate } = ride;
    this.#rate = rate;
    if (!first) {
      await new Promise((later) => { setTimeout(later, STILL); });
    }
    if (this.#rate !== rate) {
      return;
    }
    const spec = withRate(ride.spec, 0, rate);
    const starts = [...terrain.base.domain, startsFor(spec.steps)].join(',');
    const answers = await Promise.all(this.#strips.map(({ plain }) =>
      sweep(`${toShortForm([plain ? plainly(spec) : spec])}&starts=${starts}`))).catch(() => null);
    if (answers === null) {
      this.#stage.notice(this.#stage.tools.messages.text('unreachable'));
    } else if (this.#rate === rate) {
      this.maps = answers.map((answer) => new Basins(terrain.base, answer));
      this.#draw();
      this.#tell(rate, !first);
      this.#stage.refresh();
    }
  }

  #draw() {
    const [{ picture, terrain }] = this.#stage.panels;
    this.#shown = terrain.shown;
    this.#strips.forEach(({ strip }, i) =>
      strip.render(this.maps[i].stretches, terrain.shown.domain));
    picture.setBasins(this.maps.at(-1).stretches);
  }

  #foretell(said, w) {
    const { messages } = this.#stage.tools;
    const valley = this.maps.at(-1)?.at(w)?.valley;
    return valley === undefined ? said : valley < 0 ? messages.text('basins.nowhere', said)
      : messages.text('basins.here', said, letterOf(valley));
  }

  /** Says the shares beside the maps, and aloud where they are others than before. */
  #tell(rate, aloud) {
    const { messages, numbers } = this.#stage.tools;
    const told = this.#strips.map(({ words, name }, i) => {
      const map = this.maps[i];
      const share = (each) => numbers.tenths(each);
      map.minima.forEach((_, valley) =>
        write(part(words, `share-${letterOf(valley)}`), share(map.shareOf(valley))));
      const sentences = [
        ...(map.minima.length > 0 ? [messages.text('basins.lowest', name,
          numbers.rate(rate), share(map.lowest))] : []),
        ...(map.moving > 0 ? [messages.text('basins.moving', share(map.moving),
          numbers.count(this.#stage.panels[0].ride.spec.steps))] : []),
        ...(map.away > 0 ? [messages.text('basins.away', share(map.away))] : []),
      ].join(' ');
      write(part(words, 'basin-words'), sentences);
      return sentences;
    });
    if (aloud) {
      this.#stage.speaker.insist(told.join(' '));
    }
  }
}
