/** The least time between two spoken sentences while things move, in milliseconds. */
export const SPEAK_EVERY = 1500;

/**
 * A live region that does not chatter: while sentences come fast the latest waits its turn and the
 * others are left out; the last one is always spoken.
 */
export class Speaker {
  #write;
  #clock;
  #later;
  #spoken = -Infinity;
  #waiting = null;
  #kept = [];

  /**
   * @param {function(string): void} write puts a sentence where a screen reader hears it
   * @param {{clock?: function(): number, later?: function(function(): void, number): *}} [ground]
   */
  constructor(write, { clock = () => performance.now(),
    later = (task, ms) => setTimeout(task, ms) } = {}) {
    this.#write = write;
    this.#clock = clock;
    this.#later = later;
  }

  /** @param {string} sentence */
  say(sentence) {
    const wait = this.#spoken + SPEAK_EVERY - this.#clock();
    if (this.#waiting === null && wait <= 0) {
      this.#speak(sentence);
      return;
    }
    if (this.#waiting === null) {
      this.#later(() => this.#speak(this.#waiting), wait);
    }
    this.#waiting = sentence;
  }

  /** Says what must not be left out: it leads the next sentence if none is due yet. */
  insist(sentence) {
    this.#kept.push(sentence);
    this.say(this.#waiting ?? '');
  }

  #speak(sentence) {
    this.#waiting = null;
    this.#spoken = this.#clock();
    this.#write([...this.#kept.splice(0), sentence].filter(Boolean).join(' '));
  }
}
