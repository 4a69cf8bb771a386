/**
 * @typedef {{w: number[], loss: number, lowest: boolean}} Minimum
 */

/** A surface over two parameters as the server drew it: a grid of losses, joined smoothly. */
export class Surface {
  /**
   * @param {{domain: number[][], x: number[], y: number[], loss: (number|null)[][],
   *     minima: Minimum[]}} answer of /api/landscape; `loss` has a row for each y
   */
  constructor(answer) {
    this.become(answer);
  }

  /** Another ground takes its place. @param {Object} answer likewise */
  become({ domain, x, y, loss, minima, finer = 1 }) {
    this.domain = domain;
    this.x = x;
    this.y = y;
    this.loss = loss.map((row) => row.map((value) => value ?? NaN));
    this.minima = minima;
    this.#measure();
    if (finer > 1) {
      this.#refine(finer);
    }
  }

  /** More points between those of the grid, on the same cubics. */
  #refine(times) {
    const [xs, ys] = this.domain.map(([lo, hi], i) => {
      const n = ([this.x, this.y][i].length - 1) * times;
      return Array.from({ length: n + 1 }, (_, j) => lo + (hi - lo) * j / n);
    });
    const [across, up] = [xs.map((x) => this.#cell(x, 0)), ys.map((y) => this.#cell(y, 1))];
    const rows = this.loss.map((row) =>
      across.map(({ i, cubic }) => sum(cubic, (share, j) => share * row[i + j])));
    this.loss = up.map(({ i, cubic }) =>
      xs.map((_, column) => sum(cubic, (share, j) => share * rows[i + j][column])));
    Object.assign(this, { x: xs, y: ys });
    this.#measure();
  }

  #measure() {
    this.spacing = [this.x, this.y]
      .map((axis) => (axis[axis.length - 1] - axis[0]) / (axis.length - 1));
  }

  /** All losses that are numbers, in no order. @returns {number[]} */
  get losses() {
    return this.loss.flat().filter(Number.isFinite);
  }

  /** The lowest loss that is known in the picture. */
  get floor() {
    return Math.min(...this.losses, ...this.minima.map((minimum) => minimum.loss));
  }

  /** Whether a place lies in the picture. @param {number[]} w */
  contains(w) {
    return w.every((value, i) => value >= this.domain[i][0] && value <= this.domain[i][1]);
  }

  /** The nearest place in the picture. @param {number[]} w @returns {number[]} */
  within(w) {
    return w.map((value, i) => Math.min(Math.max(value, this.domain[i][0]), this.domain[i][1]));
  }

  /** The loss at a place, for reading only; NaN outside the picture. @param {number[]} w */
  lossAt(w) {
    return this.contains(w) ? this.#between(w) : NaN;
  }

  /**
   * The slope at a place, for reading only, by fourth-order differences; NaN outside the picture.
   * @param {number[]} w
   * @returns {number[]} for x and for y
   */
  slopeAt(w) {
    return this.spacing.map((h, i) => {
      const at = (steps) => this.#between(w.map((value, j) => value + (i === j ? steps * h : 0)));
      const slope = (at(-2) - 8 * at(-1) + 8 * at(1) - at(2)) / (12 * h);
      return this.contains(w) ? slope : NaN;
    });
  }

  /** A place for another start, by chance, not right at the edge. @returns {number[]} */
  anotherStart() {
    return this.domain.map(([lo, hi]) =>
      Number((lo + (0.06 + 0.88 * Math.random()) * (hi - lo)).toPrecision(3)));
  }

  /** Cubic through the sixteen points around; bilinear where one of them is missing. */
  #between([x, y]) {
    const [across, up] = [this.#cell(x, 0), this.#cell(y, 1)];
    const cubic = sum(up.cubic, (b, j) => b * sum(across.cubic, (a, i) =>
      a * this.loss[up.i + j][across.i + i]));
    return Number.isFinite(cubic) ? cubic : sum(up.linear, (b, j) => (b === 0 ? 0
      : b * sum(across.linear, (a, i) => (a === 0 ? 0 : a * this.loss[up.i + j][across.i + i]))));
  }

  /** The four points along one axis around a value, and the shares that they have in it. */
  #cell(value, axis) {
    const all = [this.x, this.y][axis];
    const at = (value - all[0]) / this.spacing[axis];
    const i = Math.min(Math.max(Math.floor(at) - 1, 0), all.length - 4);
    const t = at - i - 1;
    const cubic = [-t * (t - 1) * (t - 2) / 6, (t + 1) * (t - 1) * (t - 2) / 2,
      -(t + 1) * t * (t - 2) / 2, (t + 1) * t * (t - 1) / 6];
    return { i, cubic, linear: [-1, 0, 1, 2].map((j) => Math.max(0, 1 - Math.abs(t - j))) };
  }
}

function sum(shares, term) {
  return shares.reduce((total, share, i) => total + term(share, i), 0);
}
