import { landscape } from '../transport/api.js';
import { Landscape } from '../model/landscape.js';
import { landscapeQuery } from '../model/spec.js';

/** How much wider a picture gets at least when the ball is about to leave it. */
const WIDER = 1.6;

/** Where a picture ends: the service draws nothing beyond. */
const FARTHEST = 1e12;

/** The ground of a sim: as the server first drew it, and wider once the ball leaves that. */
export class Terrain {
  #spec;
  #onWider;
  #asking = false;

  /** How often it went back: an answer from before that is none any more. */
  #turn = 0;

  /**
   * @param {Object} answer of /api/landscape
   * @param {import('../model/spec.js').Spec} spec
   * @param {function(): void} onWider told when `shown` has become another
   */
  constructor(answer, spec, onWider) {
    this.#spec = spec;
    this.#onWider = onWider;
    this.base = new Landscape(answer);
    this.shown = this.base;
  }

  /** The finest ground that holds w. */
  at(w) {
    return this.base.contains(w) ? this.base : this.shown;
  }

  /** Back to the first picture. */
  reset() {
    this.#turn += 1;
    if (this.shown !== this.base) {
      this.shown = this.base;
      this.#onWider();
    }
  }

  /** Asks for a wider picture if any of these places is outside. @param {number[]} places */
  async cover(places) {
    const reach = [...places, ...this.shown.domain].filter(Number.isFinite);
    const [lo, hi] = [Math.min(...reach), Math.max(...reach)];
    const there = this.shown.contains(lo) && this.shown.contains(hi);
    if (this.#asking || there || Math.max(-lo, hi) > FARTHEST / 4) {
      return;
    }
    this.#asking = true;
    const turn = this.#turn;
    try {
      const query = landscapeQuery(this.#spec, this.#widened(lo, hi));
      const wider = new Landscape(await landscape(query));
      if (turn === this.#turn) {
        this.shown = wider;
      }
    } catch {
      // The picture stays as it is: the numbers, the chart and the verdict say where the ball is.
      return;
    } finally {
      this.#asking = false;
    }
    this.#onWider();
  }

  #widened(lo, hi) {
    const [left, right] = this.shown.domain;
    const more = (Math.max(hi - lo, WIDER * (right - left)) - (right - left)) / 2;
    return [Math.min(left - more, lo - more / 4), Math.max(right + more, hi + more / 4)]
      .map((edge) => Number(edge.toPrecision(4)));
  }
}
