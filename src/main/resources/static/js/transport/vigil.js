/** One round, in milliseconds: how long an answer may take before anybody wonders. */
const ROUND = 4000;

/** So many rounds without a sound, the first of which may have been short, and the line is dead. */
const MOST_ROUNDS = 3;

/**
 * Watches over a line on which something is awaited. A line can fail without a word to either end,
 * and a browser shows a page no heartbeats; so a page that waits in vain asks for an answer that
 * comes at once whatever else is under way, and if that does not come either, gives the line up.
 */
export class Vigil {
  #on;
  #later;
  #watching = false;
  #silent = 0;

  /**
   * @param {{waits: function(): boolean, ask: function(): void, giveUp: function(): void}} on
   *     `waits` tells whether there is anything to wait for
   * @param {function(function(): void, number): *} later
   */
  constructor(on, later) {
    this.#on = on;
    this.#later = later;
  }

  /** Something is awaited. */
  begin() {
    if (!this.#watching) {
      this.#watching = true;
      this.#silent = 0;
      this.#nextRound();
    }
  }

  /** Something was heard, or the line is a new one. */
  heard() {
    this.#silent = 0;
  }

  #nextRound() {
    this.#later(() => this.#look(), ROUND);
  }

  #look() {
    if (!this.#on.waits()) {
      this.#watching = false;
      return;
    }
    this.#silent += 1;
    if (this.#silent === MOST_ROUNDS) {
      this.#watching = false;
      this.#on.giveUp();
      return;
    }
    if (this.#silent === MOST_ROUNDS - 1) {
      this.#on.ask();
    }
    this.#nextRound();
  }
}
