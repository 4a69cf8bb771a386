import { levelsOf } from './levels.js';

/**
 * How high the ground of a surface is drawn, from 0 at the lowest to 1 at the highest, and how high
 * its levels are. Where there is no number it is as high as it gets.
 */
export class Elevation {
  #height;
  #low;
  #reach;

  /** @param {import('./surface.js').Surface} surface */
  constructor(surface) {
    const { levels, height } = levelsOf(surface);
    const heights = surface.losses.map(height);
    this.#height = height;
    this.#low = Math.min(...heights);
    this.#reach = Math.max(...heights) - this.#low || 1;
    /** The losses at the levels, from the lowest up. */
    this.levels = levels;
    /** How high each of them is. */
    this.steps = levels.map((level) => this.share(level));
  }

  /** How high a loss is. @param {number} loss or no number @returns {number} 0 to 1 */
  share(loss) {
    const share = (this.#height(loss) - this.#low) / this.#reach;
    return Number.isFinite(share) ? Math.min(Math.max(share, 0), 1) : 1;
  }
}
