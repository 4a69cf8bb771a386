import { rateAfter } from './spec.js';

/**
 * Where the ball lands next, if plain descent at a steady rate decides it: w − α · gradient.
 * With a memory, a schedule or noise only the engine knows, and the answer is null.
 * @param {import('./spec.js').Spec} spec
 * @param {import('./journey.js').Step} step
 * @returns {number|null}
 */
export function landing(spec, step) {
  const plain = spec.optimizer.name === 'sgd' && (spec.schedule?.name ?? 'constant') === 'constant'
    && !spec.noise;
  return plain && step.w?.length === 1
    ? step.w[0] - rateAfter(spec, step.k) * step.gradient[0]
    : null;
}

/**
 * How many steps bring a run to a share of its starting distance from a place.
 * @param {import('./journey.js').Journey} journey
 * @param {number} place
 * @param {number} share
 * @param {number} [upTo] the last step to look at
 * @returns {number|null} null when it has not come so near yet
 */
export function stepsToReach(journey, place, share, upTo = journey.last.k) {
  const near = share * Math.abs(journey.step(0).w[0] - place);
  for (let k = 0; k <= Math.min(upTo, journey.last.k); k++) {
    if (Math.abs(journey.step(k).w[0] - place) <= near) {
      return k;
    }
  }
  return null;
}
