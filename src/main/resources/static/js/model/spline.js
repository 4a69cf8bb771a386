/**
 * The natural cubic spline through evenly spaced heights: the same curve that the service walks
 * down, for drawing. Thomas's algorithm, see `Spline` of the service.
 */
export class Spline {
  #heights;
  #bends;

  /** @param {number[]} heights at least 2 of them */
  constructor(heights) {
    this.#heights = heights;
    this.#bends = bendsOf(heights);
  }

  /**
   * The height at a place.
   * @param {number} at counted in heights from the first, 0, to the last; straight on beyond
   */
  at(at) {
    const inside = Math.min(Math.max(at, 0), this.#heights.length - 1);
    const i = Math.min(Math.floor(inside), this.#heights.length - 2);
    const b = inside - i;
    const a = 1 - b;
    const [left, right] = [this.#heights[i], this.#heights[i + 1]];
    const [bendLeft, bendRight] = [this.#bends[i], this.#bends[i + 1]];
    const slope = right - left + ((3 * b * b - 1) * bendRight - (3 * a * a - 1) * bendLeft) / 6;
    return a * left + b * right
      + ((a ** 3 - a) * bendLeft + (b ** 3 - b) * bendRight) / 6 + slope * (at - inside);
  }
}

/** Second derivatives, with a spacing of 1 and none at the ends. */
function bendsOf(y) {
  const bends = new Array(y.length).fill(0);
  const ratio = new Array(y.length).fill(0);
  for (let i = 1; i < y.length - 1; i++) {
    const pivot = 4 - ratio[i - 1];
    ratio[i] = 1 / pivot;
    bends[i] = (6 * (y[i - 1] - 2 * y[i] + y[i + 1]) - bends[i - 1]) / pivot;
  }
  for (let i = y.length - 2; i > 0; i--) {
    bends[i] -= ratio[i] * bends[i + 1];
  }
  return bends;
}
