/**
 * Starts next to each other that end alike.
 * @typedef {{from: number, to: number, valley: number, rests: boolean, look: string}} Stretch
 */

/** A start is mapped by as many runs as a picture has points, where they are short enough. */
const STARTS = 481;
const MOST_STEPS = 2e6;

/** How many starts a map has. @param {number} steps of a run at most */
export function startsFor(steps) {
  return Math.max(2, Math.min(STARTS, Math.floor(MOST_STEPS / steps)));
}

/** How a valley is told apart: the lowest has a look of its own, the others take turns. */
export function lookOf(minima, valley) {
  if (valley < 0) {
    return 'none';
  }
  return minima[valley].lowest ? 'lowest'
    : String(minima.slice(0, valley).filter((each) => !each.lowest).length % 4 + 1);
}

/** The letter by which a valley is called. @param {number} valley its number from the left */
export function letterOf(valley) {
  return String.fromCharCode(65 + valley % 26);
}

/** Which valley of a picture holds a place; −1 for none. */
export class Ridges {
  #landscape;
  #tops;

  /** @param {import('./landscape.js').Landscape} landscape */
  constructor(landscape) {
    this.#landscape = landscape;
    const { minima } = landscape;
    this.#tops = minima.slice(1).map((right, i) => topBetween(landscape, minima[i].w, right.w));
  }

  /** @param {number} w @returns {number} the valley's number from the left */
  valleyAt(w) {
    const { minima } = this.#landscape;
    return minima.length === 0 || !this.#landscape.contains(w) ? -1
      : this.#tops.filter((top) => w > top).length;
  }
}

/** Where balls end from each start in a picture, as `/api/sweep` tells it. */
export class Basins {
  /**
   * @param {import('./landscape.js').Landscape} landscape
   * @param {{starts: number[], runs: Object[][]}} sweep its first row is mapped
   */
  constructor(landscape, { starts, runs: [runs] }) {
    const ridges = new Ridges(landscape);
    const [lo, hi] = landscape.domain;
    this.width = hi - lo;
    this.minima = landscape.minima;
    /** @type {Stretch[]} from left to right */
    this.stretches = [];
    const ends = runs.map((run) => ({ valley: valleyOf(run, ridges), rests: rests(run) }));
    ends.forEach(({ valley, rests: still }, i) => {
      const before = this.stretches.at(-1);
      const to = i === ends.length - 1 ? hi : (starts[i] + starts[i + 1]) / 2;
      if (before?.valley === valley && before.rests === still) {
        before.to = to;
      } else {
        this.stretches.push({ from: before?.to ?? lo, to, valley, rests: still,
          look: lookOf(landscape.minima, valley) });
      }
    });
  }

  /** What is known of a start. @param {number} w @returns {Stretch|undefined} */
  at(w) {
    return this.stretches.find(({ from, to }) => w >= from && w <= to);
  }

  /** The share of the starts from which a ball comes to rest in a valley. */
  shareOf(valley) {
    return this.#share((each) => each.rests && each.valley === valley);
  }

  /** The same of the lowest. */
  get lowest() {
    return this.#share((each) => each.rests && each.look === 'lowest');
  }

  /** Of those that are still moving when their steps are used up. */
  get moving() {
    return this.#share((each) => !each.rests && each.valley >= 0);
  }

  /** Of those that end in no valley of the picture. */
  get away() {
    return this.#share((each) => each.valley < 0);
  }

  #share(counts) {
    return this.stretches.filter(counts).reduce((sum, { from, to }) => sum + to - from, 0)
      / this.width;
  }
}

function rests(run) {
  return (run?.minimum ?? null) !== null;
}

/** The valley in which a run is at its last step, at rest or not. */
function valleyOf(run, ridges) {
  if (run === null || run.verdict === 'diverged') {
    return -1;
  }
  if (rests(run)) {
    return run.minimum;
  }
  return ['converged', 'stuck'].includes(run.verdict) ? -1 : ridges.valleyAt(run.w[0]);
}

function topBetween({ w, loss }, from, to) {
  const inside = w.map((_, i) => i).filter((i) => w[i] > from && w[i] < to);
  return inside.length === 0 ? (from + to) / 2
    : w[inside.reduce((top, i) => (loss[i] > loss[top] ? i : top))];
}
