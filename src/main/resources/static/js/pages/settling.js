import { part, write } from '../view/parts.js';
import { FEWEST, levelOf } from '../model/level.js';

/** How low each ball keeps, once it has done what it can: a score for each, and who is lowest. */
export class Settling {
  #stage;

  /** @param {import('./stage.js').Stage} stage */
  constructor(stage) {
    this.#stage = stage;
  }

  /** Writes the levels as far as the steps have been shown. */
  words() {
    const { panels, outing, tools: { messages, numbers } } = this.#stage;
    panels.forEach(({ root, ride: { journey } }) => {
      const level = levelOf(journey.losses, Math.min(outing.reached, journey.last.k));
      write(part(root, 'score'), level === null ? messages.text('level.open')
        : messages.text('level', numbers.said(level)));
    });
  }

  /** How the guess did, which of them keeps lowest. @param {{what: string|null}} guess */
  grade({ what }) {
    const { panels, tools: { messages, numbers } } = this.#stage;
    const levels = panels.map(({ ride: { journey } }) => (
      journey.ending.verdict === 'diverged' ? Infinity : levelOf(journey.losses, journey.last.k)));
    if (levels.every((level) => level === Infinity)) {
      return { right: null, sentence: messages.text('level.none') };
    }
    if (levels.includes(null)) {
      return { right: null,
        sentence: messages.text('level.short', numbers.count(FEWEST)) };
    }
    const lowest = levels.indexOf(Math.min(...levels));
    const answer = messages.text('level.lowest',
      panels[lowest].name(), numbers.said(levels[lowest]));
    const right = levels[Number(what)] === levels[lowest];
    return { right,
      sentence: `${messages.text(right ? 'guess.first.right' : 'guess.first.other')} ${answer}` };
  }
}
