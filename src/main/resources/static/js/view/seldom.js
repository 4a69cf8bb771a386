/** No number in a picture changes more often than this while things move, in milliseconds. */
const READABLE = 120;

/** A number in words that changes no faster than it can be read while things move. */
export class Seldom {
  #write;
  #value = NaN;
  #text = '';
  #at = -Infinity;

  /** @param {function(number): string} write */
  constructor(write) {
    this.#write = write;
  }

  /**
   * @param {number} value
   * @param {boolean} moving whether it will soon be another; at rest it is always this one
   * @returns {string}
   */
  text(value, moving) {
    if (!Object.is(value, this.#value)) {
      const now = performance.now();
      if (!moving || now - this.#at >= READABLE) {
        this.#value = value;
        this.#text = this.#write(value);
        this.#at = now;
      }
    }
    return this.#text;
  }
}
