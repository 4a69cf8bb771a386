import { part } from '../view/parts.js';
import { CurvePicture } from '../view/curve-picture.js';
import { save } from '../view/save.js';
import { StartSlider } from '../view/start-slider.js';
import { BallScene } from './ball-scene.js';

/** The slope and the coming step are looked out for this far ahead, in steps. */
const AHEAD = 1;

/**
 * The curve that several runs share: drawn once a frame, with a ball for each. One of them leads:
 * it shows its slope and its coming step. It is the one that the reader set last.
 */
export class CurveView {
  /** Which run leads. */
  lead = 0;
  #stage;
  #terrain;
  #looks;
  #balls;
  #start;

  /**
   * @param {import('./stage.js').Stage} stage
   * @param {import('./terrain.js').Terrain} terrain
   * @param {{token: string, edge: string, marker: string}[]} looks how each run looks
   */
  constructor(stage, terrain, looks) {
    const { element, panels, tools } = stage;
    this.#stage = stage;
    this.#terrain = terrain;
    this.#looks = looks.map(({ marker }, i) => ({ fill: `run${i}`, edge: `edge${i}`, marker }));
    const tokens = looks.flatMap(({ token, edge }, i) => [[`run${i}`, token], [`edge${i}`, edge]]);
    const host = part(element, 'picture');
    this.picture = new CurvePicture(host, { tokens: Object.fromEntries(tokens) });
    this.showGround();
    this.#balls = panels.map(({ ride }) => new BallScene(ride, terrain, tools));
    this.#start = new StartSlider(part(element, 'curve-slider'), host, {
      picture: this.picture,
      domain: terrain.base.domain,
      anywhere: true,
      onStart: (w) => stage.moveStart(panels[0].place([w])),
    });
    panels.forEach(({ root }, i) => root.addEventListener('focusin', () => this.#follow(i)));
    part(element, 'map-png')?.addEventListener('click',
      () => save('downhill-curve.png', this.picture.toPng()));
  }

  /** Shows the ground as it is now. */
  showGround() {
    const { messages } = this.#stage.tools;
    this.picture.setLandscape(this.#terrain.shown, {
      labels: { lowest: messages.text('picture.lowest'), nearer: messages.text('picture.nearer') },
      start: this.#stage.panels[0].ride.spec.start[0],
    });
  }

  /** Draws the balls. @param {boolean} rolling */
  frame(rolling) {
    const { outing, panels } = this.#stage;
    const scenes = panels.map(({ ride }, i) => ({
      ...this.#balls[i].at(outing.positionOf(ride), rolling), look: this.#looks[i] }));
    const [scene] = scenes.splice(this.lead, 1);
    this.picture.draw({ ...scene, others: scenes }, { moving: rolling });
  }

  /** Sees to it that all balls stay in the picture, and says where they start. */
  words(k, rolling) {
    const { outing, panels, tools: { messages, numbers } } = this.#stage;
    const ahead = AHEAD + (rolling ? Math.ceil(outing.player.pace) : 0);
    this.#terrain.cover(panels.flatMap(({ ride: { journey } }) =>
      journey.slice(k, k + ahead + 1).map((step) => step.w[0])));
    const { w: [w], loss, gradient: [slope] } = panels[0].ride.journey.step(0);
    this.#start.render(w, messages.text('start.value',
      ...[w, loss, slope].map((value) => numbers.said(value))));
  }

  /** The nearest picture that still holds the way of every run to the step that is shown. */
  lookBack() {
    const { outing, panels } = this.#stage;
    const inside = ({ ride }) => ride.journey.slice(0, Math.floor(outing.positionOf(ride)) + 1)
      .every(({ w: [w] }) => this.#terrain.base.contains(w));
    if (panels.every(inside)) {
      this.#terrain.reset();
    }
  }

  /** A new start, or the same again: the first picture will do. */
  restart() {
    this.#terrain.reset();
  }

  #follow(i) {
    if (this.lead !== i) {
      this.lead = i;
      this.#stage.refresh();
    }
  }
}
