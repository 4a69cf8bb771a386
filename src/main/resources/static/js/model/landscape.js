/**
 * @typedef {{w: number, loss: number, lowest: boolean}} Minimum
 * @typedef {{curvature: number, edges: number[]|null, crawls?: number[], smooth?: number[],
 *     zigzags?: number[], explodes?: number[]}} Bands
 */

/** A curve as the server drew it: evenly spaced points, joined smoothly between them. */
export class Landscape {
  /** @param {{domain: number[], w: number[], loss: (number|null)[], minima: Minimum[]}} answer */
  constructor({ domain, w, loss, minima }) {
    this.domain = domain;
    this.w = w;
    this.loss = loss.map((value) => value ?? NaN);
    this.minima = minima;
    this.spacing = (w[w.length - 1] - w[0]) / (w.length - 1);
    const height = this.loss.reduce((most, each) => Math.max(most, Math.abs(each) || 0), 0);
    /** A bend below this is rounding and not ground. */
    this.flat = height * 1e-9 / (this.spacing * w.length) ** 2;
  }

  /** Whether w lies in the picture. */
  contains(w) {
    return w >= this.domain[0] && w <= this.domain[1];
  }

  /** The loss at w by cubic interpolation; NaN outside the picture. @param {number} w */
  lossAt(w) {
    return this.#between(w, (i) => this.loss[i]);
  }

  /** The slope at w by fourth-order differences; NaN where the points do not reach. */
  slopeAt(w) {
    const f = this.loss;
    return this.#between(w, (i) => this.#inner(i, (j) =>
      (f[j - 2] - 8 * f[j - 1] + 8 * f[j + 1] - f[j + 2]) / (12 * this.spacing)));
  }

  /** f″ at w by fourth-order second differences. @param {number} w */
  curvatureAt(w) {
    const f = this.loss;
    return this.#between(w, (i) => this.#inner(i, (j) =>
      (-f[j - 2] + 16 * f[j - 1] - 30 * f[j] + 16 * f[j + 1] - f[j + 2])
        / (12 * this.spacing * this.spacing)));
  }

  /**
   * What each learning rate does near w. Where the ground is flat or bends downwards no rate
   * settles, and there are no edges.
   * @param {number} w
   * @returns {Bands}
   */
  bands(w) {
    const curvature = this.curvatureAt(w);
    if (!(curvature > this.flat)) {
      return { curvature, edges: null };
    }
    const [crawl, best, blow] = [0.1 / curvature, 1 / curvature, 2 / curvature];
    return {
      curvature,
      edges: [crawl, best, blow],
      crawls: [0, crawl],
      smooth: [crawl, best],
      zigzags: [best, blow],
      explodes: [blow, Infinity],
    };
  }

  /** The sharpest bend among the minima; NaN where there is none. */
  get sharpestBottom() {
    const bends = this.minima.map((minimum) => this.curvatureAt(minimum.w))
      .filter((bend) => bend > this.flat);
    return bends.length > 0 ? Math.max(...bends) : NaN;
  }

  /** The sharpest bend among the minima and w: what a safe rate has to respect. */
  sharpestBend(w) {
    const places = [w, ...this.minima.map((minimum) => minimum.w)];
    const bends = places.map((place) => this.curvatureAt(place)).filter((bend) => bend > 0);
    return bends.length > 0 ? Math.max(...bends) : NaN;
  }

  /** A place for another start, by chance, not right at the edge. @returns {number} */
  anotherStart() {
    const [lo, hi] = this.domain;
    const inside = 0.06 * (hi - lo);
    const w = lo + inside + Math.random() * (hi - lo - 2 * inside);
    return Number(w.toPrecision(3));
  }

  #inner(i, difference) {
    return difference(Math.min(Math.max(i, 2), this.loss.length - 3));
  }

  /** Cubic (Lagrange) through the four points around w; linear where one of them is missing. */
  #between(w, value) {
    if (!this.contains(w)) {
      return NaN;
    }
    const at = (w - this.w[0]) / this.spacing;
    const i = Math.min(Math.max(Math.floor(at), 1), this.w.length - 3);
    const t = at - i;
    const [a, b, c, d] = [value(i - 1), value(i), value(i + 1), value(i + 2)];
    const cubic = a * -t * (t - 1) * (t - 2) / 6 + b * (t + 1) * (t - 1) * (t - 2) / 2
      - c * (t + 1) * t * (t - 2) / 2 + d * (t + 1) * t * (t - 1) / 6;
    if (Number.isFinite(cubic)) {
      return cubic;
    }
    const low = Math.min(Math.floor(at), this.w.length - 2);
    return value(low) + (at - low) * (value(low + 1) - value(low));
  }
}
