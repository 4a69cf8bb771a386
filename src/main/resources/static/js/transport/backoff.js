const FIRST = 250;
const LONGEST = 15_000;

/**
 * How long to wait before the next attempt to connect: exponential, with full jitter, so that a
 * whole class does not come back in one instant.
 * @param {number} attempt 0 for the first
 * @param {function(): number} random 0 (included) to 1 (left out)
 * @returns {number} milliseconds
 */
export function backoff(attempt, random = Math.random) {
  return random() * Math.min(LONGEST, FIRST * 2 ** Math.min(attempt, 16));
}
