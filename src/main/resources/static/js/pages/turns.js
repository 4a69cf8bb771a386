/** While things move, words are written no more often than this, in milliseconds. */
export const WORDS_EVERY = 200;

/**
 * When words are written. At rest all of them are, at once. While things roll they take turns, one
 * part of the page in each frame: to write all in one would make that frame late.
 */
export class Turns {
  #parts;
  #waiting = [];
  #told = { k: -1, rolling: false, at: -Infinity };

  /** @param {function(): (function(number, boolean): void)[]} parts each writes its own words */
  constructor(parts) {
    this.#parts = parts;
  }

  /** What was told last no longer holds. */
  forget() {
    this.#told.k = -1;
  }

  /** Whether all is to be shown anew. */
  get anew() {
    return this.#told.k < 0;
  }

  /**
   * Called in each frame.
   * @param {number} k the step to tell
   * @param {boolean} rolling
   * @param {number} now in milliseconds
   * @returns {boolean} whether there is more to write, now or later
   */
  take(k, rolling, now) {
    const wasRolling = this.#told.rolling;
    if (rolling && this.#waiting.length > 0) {
      this.#waiting.shift()();
    } else if ((k !== this.#told.k || rolling !== wasRolling || this.#waiting.length > 0)
        && (!rolling || now - this.#told.at >= WORDS_EVERY)) {
      this.#told = { k, rolling, at: now };
      this.#waiting = this.#parts().map((part) => () => part(k, rolling));
      // What begins or ends to roll is told whole, so that the button is right at once.
      const whole = !rolling || !wasRolling;
      this.#waiting.splice(0, whole ? Infinity : 1).forEach((write) => write());
    }
    return this.#waiting.length > 0 || this.#told.k !== k;
  }
}
