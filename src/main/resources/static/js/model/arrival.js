/** Who has only this share of the drop left is down: the service tunes by the same. */
export const NEAR = 1e-4;

/**
 * The loss at which a run that begins at a place counts as down.
 * @param {import('./surface.js').Minimum[]} minima of the ground
 * @param {number} first the loss at the start
 * @returns {number|null} null where no lowest place is known, or the start is there already
 */
export function finishLine(minima, first) {
  const floor = minima.find((minimum) => minimum.lowest)?.loss;
  return floor < first ? floor + NEAR * (first - floor) : null;
}

/**
 * How many steps bring a run down to a loss, below which it then stays.
 * @param {import('./journey.js').Journey} journey
 * @param {number|null} line
 * @param {number} [upTo] the last step to look at
 * @returns {number|null} null while it is not so low, or rises above that again
 */
export function stepsToFall({ losses }, line, upTo = losses.length - 1) {
  const last = Math.min(upTo, losses.length - 1);
  let k = last;
  while (k >= 0 && losses[k] <= line) {
    k -= 1;
  }
  return line === null || k === last ? null : k + 1;
}
