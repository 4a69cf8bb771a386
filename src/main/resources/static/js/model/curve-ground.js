/** A curve, asked as a surface is: a place is a list of its parameters, and so is a slope. */
export class CurveGround {
  #terrain;

  /**
   * @param {{base: import('./landscape.js').Landscape,
   *     at: function(number): import('./landscape.js').Landscape}} terrain as it was first drawn,
   *     and as it is known about a place
   */
  constructor(terrain) {
    this.#terrain = terrain;
    this.minima = terrain.base.minima;
  }

  /** @param {number[]} w */
  lossAt([w]) {
    return this.#terrain.base.lossAt(w);
  }

  /** @param {number[]} w */
  slopeAt([w]) {
    return [this.#terrain.base.slopeAt(w)];
  }

  /** How rates do at a place: see `Landscape.bands`. @param {number[]} w */
  bandsAt([w]) {
    return this.#terrain.at(w).bands(w);
  }

  /** The sharpest bend at a bottom. */
  get sharpestBottom() {
    return this.#terrain.base.sharpestBottom;
  }

  /** The bend at a place of the curve. @param {number} w */
  curvatureAt(w) {
    return this.#terrain.base.curvatureAt(w);
  }

  /** A place for another start, by chance, not right at the edge. @returns {number[]} */
  anotherStart() {
    return [this.#terrain.base.anotherStart()];
  }
}
