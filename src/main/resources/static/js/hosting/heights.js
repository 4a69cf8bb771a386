/** A change of the height by less than this many CSS pixels is not worth moving a page for. */
export const LEAST_CHANGE = 4;

/** The least time between two messages, in milliseconds: at most ten a second. */
export const TELL_EVERY = 100;

/**
 * When a page is told how high its frame's content is: at once, then as seldom as it can bear, and
 * the last change always gets through. While nothing changes nothing is told.
 */
export class Heights {
  #tell;
  #clock;
  #later;
  #height = NaN;
  #told = NaN;
  #at = -Infinity;
  #waiting = false;
  #moving = false;

  /**
   * @param {function(number): void} tell is given whole CSS pixels
   * @param {{clock?: function(): number, later?: function(function(): void, number): *}} [ground]
   */
  constructor(tell, { clock = () => performance.now(),
    later = (task, ms) => setTimeout(task, ms) } = {}) {
    this.#tell = tell;
    this.#clock = clock;
    this.#later = later;
  }

  /** The content is so high now. @param {number} height in CSS pixels, with its fractions */
  set(height) {
    // Of a height with a fraction the next whole pixel holds all.
    this.#height = Math.ceil(height);
    this.#consider();
  }

  /** Somebody wants to hear it, though it may not have changed. */
  again() {
    this.#told = NaN;
    this.#consider();
  }

  #consider(least = this.#least) {
    const change = Math.abs(this.#height - this.#told);
    if (this.#waiting || change < least || Number.isNaN(this.#height)) {
      return;
    }
    const wait = this.#at + TELL_EVERY - this.#clock();
    if (wait > 0) {
      this.#waiting = true;
      this.#later(() => {
        this.#waiting = false;
        this.#consider(least);
      }, wait);
      return;
    }
    this.#moving = !(change < LEAST_CHANGE);
    this.#told = this.#height;
    this.#at = this.#clock();
    this.#tell(this.#height);
  }

  /** The last pixels of a change belong to it: they are told once, and not as another change. */
  get #least() {
    return this.#moving && this.#clock() - this.#at < TELL_EVERY ? 1 : LEAST_CHANGE;
  }
}
