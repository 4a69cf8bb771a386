/** A loss this much above the lowest, as a share of the picture's height, is as low. */
const AS_LOW = 1e-6;

/** How near to the lowest place counts as there, as a share of the ground's width. */
export const NEAR = 0.01;

/**
 * What a walk came to, beside gradient descent's from the same start.
 * @typedef {{near: number, lowest: {w: number, loss: number}, distance: number, above: number,
 *     at: 'lowest'|'bottom'|'slope', first: number|null, theirs: number|null}} Result
 *     `first` and `theirs` are the first steps within `near` of the lowest place, null for never
 */

/**
 * @param {import('./landscape.js').Landscape} ground
 * @param {import('./journey.js').Step[]} walk
 * @param {import('./journey.js').Step[]} descent
 * @returns {Result}
 */
export function resultOf(ground, walk, descent) {
  const near = nearOn(ground);
  const lowest = lowestOf(ground);
  const finite = ground.loss.filter(Number.isFinite);
  const height = Math.max(...finite) - Math.min(...finite);
  const isThere = ({ w: [w], loss }) =>
    Math.abs(w - lowest.w) <= near || loss - lowest.loss <= AS_LOW * height;
  const end = walk[walk.length - 1];
  const atABottom = ground.minima.some(({ w }) => Math.abs(end.w[0] - w) <= near);
  const first = (steps) => {
    const k = steps.findIndex(isThere);
    return k < 0 ? null : k;
  };
  return {
    near,
    lowest,
    distance: Math.abs(end.w[0] - lowest.w),
    above: Math.max(0, end.loss - lowest.loss),
    at: isThere(end) ? 'lowest' : atABottom ? 'bottom' : 'slope',
    first: first(walk),
    theirs: first(descent),
  };
}

/** How near to the lowest place counts as there. @param {{domain: number[]}} ground */
export function nearOn({ domain: [lo, hi] }) {
  return Number((NEAR * (hi - lo)).toPrecision(2));
}

/** The lowest minimum; where none is known, the lowest place of the picture. */
function lowestOf({ minima, w, loss }) {
  const known = minima.find((minimum) => minimum.lowest);
  if (known) {
    return known;
  }
  const i = loss.reduce((best, value, at) => (value < loss[best] ? at : best), 0);
  return { w: w[i], loss: loss[i] };
}
