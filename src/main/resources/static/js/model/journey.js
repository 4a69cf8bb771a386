/**
 * One step of a run, as the server sends it.
 * @typedef {{k: number, w: number[], loss: number, gradient: number[], learningRate: number,
 *     provisional?: boolean}} Step
 * @typedef {{verdict: string, message: string, k: number}} Ending
 */

/** The steps of one run as far as they have arrived, in order and without a gap from step 0. */
export class Journey {
  #steps;
  #losses;
  #rates;
  #ending = null;

  /** @param {Step} first step 0 */
  constructor(first) {
    if (first.k !== 0) {
      throw new RangeError(`A journey begins with step 0, not with step ${first.k}.`);
    }
    this.#steps = [first];
    this.#losses = [first.loss];
    this.#rates = [first.learningRate];
  }

  /** The newest step that has arrived. */
  get last() {
    return this.#steps[this.#steps.length - 1];
  }

  /** How the run ended, or null while it may go on. @returns {Ending|null} */
  get ending() {
    return this.#ending;
  }

  /** The loss of each step; the index is the step. Not to be written to. */
  get losses() {
    return this.#losses;
  }

  /**
   * The learning rate of each step; the index is the step, and step 0 has that of the first update.
   * Not to be written to.
   */
  get rates() {
    return this.#rates;
  }

  /** @param {number} k @returns {Step|undefined} */
  step(k) {
    return this.#steps[k];
  }

  /** The steps from `from` to `to`, both included. @returns {Step[]} */
  slice(from, to) {
    return this.#steps.slice(from, to + 1);
  }

  /**
   * Adds what has arrived. A step that is here already is left out, so that nothing is doubled
   * after a connection was cut.
   * @param {Step[]} steps
   */
  append(steps) {
    for (const step of steps) {
      if (step.k <= this.last.k) {
        continue;
      }
      if (step.k !== this.last.k + 1) {
        throw new RangeError(`Step ${this.last.k + 1} is missing before step ${step.k}.`);
      }
      this.#steps.push(step);
      this.#losses.push(step.loss);
      this.#rates.push(step.learningRate);
    }
    this.#rates[0] = this.#rates[1] ?? this.#rates[0];
  }

  /** Puts the engine's own numbers in place of those the page worked out. @param {Step} step */
  confirm(step) {
    if (this.#steps[step.k]?.provisional) {
      this.#steps[step.k] = step;
      this.#losses[step.k] = step.loss;
    }
  }

  /** Forgets every step after k, and the ending with them. @param {number} k */
  truncateAfter(k) {
    this.#steps.length = Math.min(this.#steps.length, k + 1);
    this.#losses.length = this.#steps.length;
    this.#rates.length = this.#steps.length;
    this.#ending = null;
  }

  /** @param {Ending} ending */
  end(ending) {
    this.#ending = ending;
  }
}
