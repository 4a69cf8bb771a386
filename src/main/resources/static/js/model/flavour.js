/** How much of the data each update of a run looks at. */
export class Flavour {
  /**
   * @param {number} rows all that there are
   * @param {number|string} batch how many an update looks at, or `all`
   */
  constructor(rows, batch) {
    this.rows = rows;
    this.batch = batch === 'all' ? rows : batch;
    /** The updates of a pass, the one with what is left over included. */
    this.updates = Math.floor((rows - 1) / this.batch) + 1;
    /** The rows of the last update of a pass where they are fewer; else 0. */
    this.rest = rows % this.batch;
  }

  /** Whether each update looks at everything. */
  get whole() {
    return this.batch === this.rows;
  }

  /** How many rows have been looked at after k updates, between them too. @param {number} k */
  examplesAt(k) {
    const pass = Math.floor(k / this.updates);
    return pass * this.rows + Math.min((k - pass * this.updates) * this.batch, this.rows);
  }

  /** The last update after which no more than so many rows have been looked at. */
  updateAt(examples) {
    const pass = Math.floor(examples / this.rows);
    return pass * this.updates + Math.floor((examples - pass * this.rows) / this.batch);
  }
}

/**
 * How far the slopes that a run felt were from the true ones, as a share of these: both as the root
 * of the mean of their squares. Only plain descent lets it be seen from the steps.
 * @param {import('./journey.js').Journey} journey
 * @param {number} k the last step to count
 * @returns {number}
 */
export function noiseOf(journey, k) {
  let [missed, whole] = [0, 0];
  for (let j = 0; j < k; j += 1) {
    const [now, after] = [journey.step(j), journey.step(j + 1)];
    now.w.forEach((w, i) => {
      const felt = (w - after.w[i]) / after.learningRate;
      missed += (felt - now.gradient[i]) ** 2;
      whole += now.gradient[i] ** 2;
    });
  }
  return Math.sqrt(missed / whole);
}
