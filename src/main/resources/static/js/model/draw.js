import { lookOf } from './basins.js';

/**
 * One restart. A `valley` is −1 where the ball came to rest in none; `best` is the least loss of
 * all so far, null while there is none.
 * @typedef {{k: number, start: number, end: number|null, loss: number|null, valley: number,
 *     look: string, best: number|null}} Restart
 */

/** The chance that at least one of k finds what each finds with chance p. */
export function chanceOf(p, k) {
  return 1 - (1 - p) ** k;
}

/** Runs from starts drawn by chance, as `/api/sweep` tells them, in the order of their drawing. */
export class Draw {
  /**
   * @param {import('./landscape.js').Minimum[]} minima
   * @param {{starts: number[], runs: Object[][]}} sweep its first row
   */
  constructor(minima, { starts, runs: [runs] }) {
    this.minima = minima;
    /** @type {Restart[]} */
    this.restarts = [];
    let best = null;
    starts.forEach((start, i) => {
      const run = runs[i];
      const valley = run?.minimum ?? -1;
      const loss = run?.loss ?? null;
      best = loss === null ? best : Math.min(best ?? loss, loss);
      this.restarts.push({ k: i + 1, start, end: run?.w[0] ?? null, loss, valley,
        look: lookOf(minima, valley), best });
    });
  }

  /** Of the first k restarts, how many came to rest in a valley; −1 for in none. */
  count(valley, k = this.restarts.length) {
    return this.restarts.slice(0, k).filter((each) => each.valley === valley).length;
  }

  /** How many found the lowest. */
  get hits() {
    return this.restarts.filter((each) => each.look === 'lowest').length;
  }

  /** The first restart that found the lowest; null where none did. */
  get foundAt() {
    return this.restarts.find((each) => each.look === 'lowest')?.k ?? null;
  }
}

/** Several draws of as many restarts: how often the lowest valley had been found by then. */
export class Draws {
  #found = new Map();

  /** @param {string} name the same draw twice is one @param {number|null} foundAt */
  add(name, foundAt) {
    this.#found.set(name, foundAt);
  }

  /** All that has been drawn was drawn by other rules. */
  forget() {
    this.#found.clear();
  }

  get size() {
    return this.#found.size;
  }

  /** In how many of them it had been found after k restarts. */
  foundBy(k) {
    return [...this.#found.values()].filter((at) => at !== null && at <= k).length;
  }

  /** The share of them, for each number of restarts from 0 to n. */
  shares(n) {
    return Array.from({ length: n + 1 }, (_, k) => this.foundBy(k) / Math.max(1, this.size));
  }
}
