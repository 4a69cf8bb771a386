import { batchesOf } from './api.js';

/** The most rows that are asked for at once, and the most updates. */
const ROWS = 4000;
const UPDATES = 240;

/** Which rows each update of a run looks at, asked for a stretch at a time. */
export class BatchLists {
  #known = new Map();
  #changed;

  /** @param {function(): void} onChange told when more is known */
  constructor(onChange) {
    this.#changed = onChange;
  }

  /**
   * @param {string} query the short form of the data, the batch and the seed
   * @param {number} batch how many rows an update looks at
   * @param {number} t the update, counted from 0
   * @returns {number[]} none while they are not known
   */
  rows(query, batch, t) {
    const n = Math.max(1, Math.min(UPDATES, Math.floor(ROWS / batch)));
    const from = Math.floor(t / n) * n;
    const stretch = this.#stretch(query, from, n);
    if (t - from > n / 2) {
      this.#stretch(query, from + n, n);
    }
    return stretch[t - from]?.rows ?? [];
  }

  #stretch(query, from, n) {
    const address = `${query}&from=${from}&n=${n}`;
    if (!this.#known.has(address)) {
      this.#known.set(address, []);
      batchesOf(address).then(({ batches }) => {
        this.#known.set(address, batches);
        this.#changed();
        // What was refused is not asked again and again: the lights are out, the run goes on.
      }, () => {});
    }
    return this.#known.get(address);
  }
}
