import { PredictionCard } from '../view/prediction-card.js';
import { grade } from '../model/prediction.js';

/** The guess before the run, held until the engine's own result grades it. */
export class Guessing {
  #card;
  #tools;
  #guess = { what: null, steps: null };

  /** @param {HTMLElement} element @param {Object} tools of the stage */
  constructor(element, tools) {
    this.#card = new PredictionCard(element);
    this.#tools = tools;
  }

  /** A run begins: what has been guessed now counts. */
  begin() {
    this.#guess = this.#card.guess;
  }

  /** What there is to say about the guess. @param {import('./ride.js').Ride} ride that ended */
  graded(ride) {
    if (this.#guess.what === null && this.#guess.steps === null) {
      return '';
    }
    return (ride.spec.changes ?? []).length > 0
      ? this.#tools.messages.text('guess.changed')
      : this.#tools.endings.guess(grade(this.#guess, ride.journey), this.#guess);
  }
}
