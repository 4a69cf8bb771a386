import { part, write } from '../view/parts.js';
import { gradeFirst, isRight } from '../model/prediction.js';
import { stepsToReach } from '../model/update.js';

/** How near to the bottom counts as there: Google's exercise has this share of the way left. */
export const NEAR = 0.00604;

/** Who needs the fewest steps: a score for each panel, and the best so far from this start. */
export class Challenge {
  #stage;
  #best = null;
  #start = null;
  #told = { sentence: '', k: 0 };

  /** @param {import('./stage.js').Stage} stage */
  constructor(stage) {
    this.#stage = stage;
  }

  /** Writes the scores as far as the steps have been shown. */
  words() {
    const { panels, outing, element } = this.#stage;
    const [{ ride }] = panels;
    if (this.#start !== ride.spec.start[0]) {
      [this.#start] = ride.spec.start;
      this.#best = null;
    }
    if (this.#bottom === undefined) {
      return;
    }
    panels.forEach((panel) => this.#score(panel, outing.reached));
    if (this.#best) {
      write(part(element, 'challenge'), this.#sentence);
    }
  }

  /** What is to be spoken at step k: the best so far, where it has become another. */
  aloud(k) {
    this.words();
    const sentence = this.#best ? this.#sentence : '';
    if (sentence !== this.#told.sentence) {
      this.#told = { sentence, k };
    }
    return k === this.#told.k ? sentence : '';
  }

  /** How the guess did, which of them is down first. @param {Object} guess */
  grade(guess) {
    const { panels, tools: { endings, messages, numbers } } = this.#stage;
    const rides = panels.map((panel) => panel.ride);
    if (this.#bottom === undefined) {
      return { right: null, sentence: messages.text('guess.bottomless') };
    }
    const graded = gradeFirst(guess,
      rides.map(({ journey }) => stepsToReach(journey, this.#bottom, NEAR)));
    return { right: isRight(graded), sentence: endings.guessFirst(graded, guess,
      rides.map(({ spec }) => numbers.rate(spec.optimizer.learningRate))) };
  }

  /** Where the lowest minimum is; undefined where none is known. */
  get #bottom() {
    const [{ terrain }] = this.#stage.panels;
    return terrain.base.minima.find((minimum) => minimum.lowest)?.w;
  }

  get #sentence() {
    const { messages, numbers } = this.#stage.tools;
    return messages.text('challenge.best', numbers.percent(NEAR),
      numbers.count(this.#best.steps), numbers.rate(this.#best.rate));
  }

  #score(panel, reached) {
    const { ride } = panel;
    const steps = stepsToReach(ride.journey, this.#bottom, NEAR, reached);
    const ended = ride.ended && reached >= ride.journey.last.k;
    write(part(panel.root, 'score'), this.#stage.tools.endings.score(steps, ended, NEAR));
    const plain = (ride.spec.changes ?? []).length === 0;
    if (plain && steps > 0 && (!this.#best || steps < this.#best.steps)) {
      this.#best = { steps, rate: ride.spec.optimizer.learningRate };
    }
  }
}
