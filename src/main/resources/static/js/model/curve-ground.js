/** A curve, asked as a surface is: a place is a list of its parameters, and so is a slope. */
export class CurveGround {
  #landscape;

  /** @param {import('./landscape.js').Landscape} landscape */
  constructor(landscape) {
    this.#landscape = landscape;
    this.minima = landscape.minima;
  }

  /** @param {number[]} w */
  lossAt([w]) {
    return this.#landscape.lossAt(w);
  }

  /** @param {number[]} w */
  slopeAt([w]) {
    return [this.#landscape.slopeAt(w)];
  }

  /** A place for another start, by chance, not right at the edge. @returns {number[]} */
  anotherStart() {
    return [this.#landscape.anotherStart()];
  }
}
