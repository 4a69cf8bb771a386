import { part, write } from '../view/parts.js';

/** How far each run is after one pass over the data, in which each has looked at every row once. */
export class Passed {
  #stage;
  #surface;
  #points;
  #told = { sentence: '', k: 0 };

  /**
   * @param {import('./stage.js').Stage} stage of lanes with a flavour
   * @param {import('../model/surface.js').Surface} surface
   * @param {import('../model/points.js').Points} points
   */
  constructor(stage, surface, points) {
    this.#stage = stage;
    this.#surface = surface;
    this.#points = points;
  }

  /** Whether every run has come through a pass, or has ended before. */
  get decided() {
    return this.#all.every((each) => each !== null);
  }

  /** Writes what is known so far. */
  words() {
    write(part(this.#stage.element, 'passed'), this.#sentence);
  }

  /** What is to be spoken at step k, where it is news. */
  aloud(k) {
    const sentence = this.#sentence;
    if (sentence !== this.#told.sentence) {
      this.#told = { sentence, k };
    }
    return k > 0 && k === this.#told.k ? sentence : '';
  }

  /** How the guess did, which fits best. @param {{what: string|null}} guess */
  grade({ what }) {
    const { messages, numbers } = this.#stage.tools;
    const losses = this.#all.map((each) => each?.loss ?? Infinity);
    const least = Math.min(...losses);
    if (!Number.isFinite(least)) {
      return { right: null, sentence: messages.text('batches.none') };
    }
    const best = this.#stage.panels[losses.indexOf(least)];
    const right = losses[Number(what)] === least;
    return { right, sentence: [messages.text(right ? 'guess.first.right' : 'guess.first.other'),
      messages.text('batches.best', best.name(), numbers.said(least), this.#updates(best))]
      .join(' ') };
  }

  /** The loss of each run after one pass; null where it has not come so far. */
  get #all() {
    const { outing, panels } = this.#stage;
    return panels.map(({ ride: { journey, ended }, flavour: { updates } }) => {
      const reached = Math.min(outing.reached, journey.last.k);
      if (reached >= updates) {
        return { loss: journey.step(updates).loss };
      }
      return !ended || reached < journey.last.k ? null
        : { loss: journey.ending.verdict === 'diverged' ? Infinity : journey.last.loss };
    });
  }

  get #sentence() {
    const { messages, numbers } = this.#stage.tools;
    const told = this.#all.flatMap((each, i) => (each ? [this.#one(each, i)] : []));
    const goal = messages.text('batches.goal', numbers.count(this.#points.points.length),
      numbers.said(this.#surface.floor));
    return told.length === 0 ? goal : messages.text('batches.passed',
      told.reduce((said, one) => messages.text('panel.join', said, one)));
  }

  #one({ loss }, i) {
    const { tools: { messages, numbers }, panels } = this.#stage;
    return Number.isFinite(loss)
      ? messages.text('batches.passed.one', panels[i].name(), numbers.said(loss),
        this.#updates(panels[i]))
      : messages.text('batches.gone', panels[i].name());
  }

  #updates({ flavour: { updates } }) {
    const { messages, numbers } = this.#stage.tools;
    return messages.text(updates === 1 ? 'batches.updates.one' : 'batches.updates',
      numbers.count(updates));
  }
}
