import { part, write } from '../view/parts.js';
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
    const [{ ride, terrain }] = panels;
    if (this.#start !== ride.spec.start[0]) {
      [this.#start] = ride.spec.start;
      this.#best = null;
    }
    const bottom = terrain.base.minima.find((minimum) => minimum.lowest)?.w;
    if (bottom === undefined) {
      return;
    }
    panels.forEach((panel) => this.#score(panel, bottom, outing.reached));
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

  get #sentence() {
    const { messages, numbers } = this.#stage.tools;
    return messages.text('challenge.best',
      numbers.count(this.#best.steps), numbers.rate(this.#best.rate));
  }

  #score(panel, bottom, reached) {
    const { ride } = panel;
    const steps = stepsToReach(ride.journey, bottom, NEAR, reached);
    const ended = ride.ended && reached >= ride.journey.last.k;
    write(part(panel.root, 'score'), this.#stage.tools.endings.score(steps, ended, NEAR));
    const plain = (ride.spec.changes ?? []).length === 0;
    if (plain && steps > 0 && (!this.#best || steps < this.#best.steps)) {
      this.#best = { steps, rate: ride.spec.optimizer.learningRate };
    }
  }
}
