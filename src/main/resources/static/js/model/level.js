/** Fewer steps than this have no last quarter worth an average. */
export const FEWEST = 8;

/**
 * The average loss over the last quarter of the steps: what a ball that never rests comes down to.
 * @param {ArrayLike<number>} losses by step
 * @param {number} k the last step to count
 * @returns {number|null} null where there are too few steps
 */
export function levelOf(losses, k) {
  if (k < FEWEST) {
    return null;
  }
  const from = Math.floor(0.75 * k) + 1;
  let sum = 0;
  for (let j = from; j <= k; j += 1) {
    sum += losses[j];
  }
  return sum / (k - from + 1);
}
