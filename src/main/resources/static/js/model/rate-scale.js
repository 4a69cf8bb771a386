import { HIGHEST_RATE } from './spec.js';

/** The positions of a slider: whole numbers from 0 to this. */
export const POSITIONS = 1000;

const DECADES = 3;

/** A logarithmic slider for learning rates. */
export class RateScale {
  /**
   * @param {number} lowest the rate at position 0
   * @param {number} highest the rate at position 1000
   */
  constructor(lowest, highest) {
    if (!(lowest > 0 && highest > lowest)) {
      throw new RangeError(`A scale runs from above 0 upwards, not from ${lowest} to ${highest}.`);
    }
    this.lowest = lowest;
    this.highest = highest;
  }

  /**
   * Three decades around what suits a curve of this bend, and any further rates that must fit.
   * @param {number} bend f″ where it is sharpest; NaN where nothing is known
   * @param {number[]} rates
   */
  static forBend(bend, rates = []) {
    const best = bend > 0 && Number.isFinite(bend) ? 1 / bend : 0.1;
    const fitting = rates.filter((rate) => rate > 0);
    const lowest = Math.min(roundDown(best / 10 ** (DECADES - 1)), ...fitting);
    const highest = Math.max(roundDown(best / 10 ** (DECADES - 1)) * 10 ** DECADES, ...fitting);
    return new RateScale(lowest, Math.min(highest, HIGHEST_RATE));
  }

  /** @param {number} rate @returns {number} 0 to 1000; the nearer end for a rate beyond it */
  position(rate) {
    const share = Math.log(rate / this.lowest) / Math.log(this.highest / this.lowest);
    return Math.min(Math.max(share, 0), 1) * POSITIONS;
  }

  /** @param {number} position @returns {number} the rate, to three significant digits */
  rate(position) {
    const raw = this.lowest * (this.highest / this.lowest) ** (position / POSITIONS);
    return Number(raw.toPrecision(3));
  }
}

/** The next of 1, 2, 5, 10 … at or below x. */
function roundDown(x) {
  const decade = 10 ** Math.floor(Math.log10(x));
  const lead = [5, 2, 1].find((digit) => digit * decade <= x * (1 + 1e-12)) ?? 1;
  return Number((lead * decade).toPrecision(1));
}
