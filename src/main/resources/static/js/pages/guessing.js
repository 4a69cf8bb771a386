import { part, write } from '../view/parts.js';
import { PredictionCard } from '../view/prediction-card.js';

/** The guess before the run, held until the engine's own result grades it. */
export class Guessing {
  #card;
  #stage;
  #grade;
  #names;
  #decided;
  #told = { sentence: '', k: 0 };
  #guess = { what: null, steps: null };
  #response = '';
  #answered = false;

  /**
   * @param {import('./stage.js').Stage} stage
   * @param {function({what: string|null, steps: number|null}):
   *     {sentence: string, right: boolean|null}} grade what there is to say about the guess once
   *     every run has ended, and whether it was right; null where that cannot be told
   * @param {function(): string[]} [names] what the first ways to guess are called now
   * @param {function(): boolean} [decided] whether the runs have gone so far that it is decided;
   *     if left out, once every one has ended
   */
  constructor(stage, grade, names = () => [], decided = () => allEnded(stage)) {
    this.#card = new PredictionCard(stage.element);
    this.#stage = stage;
    this.#grade = grade;
    this.#names = names;
    this.#decided = decided;
  }

  /** A run begins: what has been guessed now counts. */
  begin() {
    this.#guess = this.#card.guess;
    this.#response = this.#card.words;
    this.#answered = false;
    if (this.#isMade) {
      this.#stage.announcing.say('predicted', { ...this.#guess, response: this.#response });
    }
  }

  /** What there is to say about the guess; '' where none was made, or it is not decided yet. */
  get sentence() {
    return this.#graded.sentence;
  }

  get #isMade() {
    return this.#guess.what !== null || this.#guess.steps !== null;
  }

  get #graded() {
    const { panels, tools } = this.#stage;
    if (!this.#decided() || !this.#isMade) {
      return { sentence: '', right: null };
    }
    return panels.some(({ ride }) => (ride.spec.changes ?? []).length > 0)
      ? { sentence: tools.messages.text('guess.changed'), right: null }
      : this.#grade(this.#guess);
  }

  /** Names what may be guessed, and tells how it went where the sim has a line for that. */
  words() {
    this.#card.name(this.#names());
    const { sentence, right } = this.#graded;
    write(part(this.#stage.element, 'graded'), sentence);
    if (right !== null && !this.#answered) {
      this.#answered = true;
      this.#stage.announcing.say('answered', { question: 'guess', response: this.#response,
        success: right, message: sentence });
    }
  }

  /** Heard where it is decided and with the ending, and again for who comes back to either. */
  aloud(k) {
    const { sentence } = this;
    const { outing } = this.#stage;
    if (sentence !== this.#told.sentence) {
      this.#told = { sentence, k };
    }
    return k === this.#told.k || (outing.finished && k >= outing.reached) ? sentence : '';
  }
}

/** A ball that has landed is at its end, though its time there is not over yet. */
function allEnded({ panels, outing }) {
  return panels.every(({ ride }) =>
    ride.ended && outing.positionOf(ride) >= ride.journey.last.k);
}
