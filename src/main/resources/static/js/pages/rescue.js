import { wholeRun } from '../transport/api.js';

/** Each try is calmer by this factor; after so many tries nothing is offered. */
const CALMER = 0.5;
const TRIES = 6;

/** From this share of 1/f″ on a step takes three quarters of the way and more. */
const NEAR_BEST = 0.75;

const SETTLED = ['converged', 'stuck'];

/**
 * The bend of the ground under the last jump of a run that flew off, by the engine's own slopes:
 * a jump maps the slope g to (1 − α · bend) g, so that it grows where α is above 2/bend.
 * @param {import('../model/journey.js').Journey} journey
 * @returns {{rate: number, bend: number}|null} null where the bend is not what blew it up
 */
export function causeOfDivergence(journey) {
  const { last } = journey;
  const before = journey.step(last.k - 1);
  if (!before || last.w.length !== 1) {
    return null;
  }
  const bend = (last.gradient[0] - before.gradient[0]) / (last.w[0] - before.w[0]);
  const rate = last.learningRate;
  return bend > 0 && rate > 2 / bend ? { rate, bend } : null;
}

/**
 * A rate at which the same start does not fly off: the largest below 1/f″ at the bottoms, or less
 * where that is not enough, and tried by the engine before it is offered.
 * @param {import('../model/spec.js').Spec} spec
 * @param {number} flew the rate in force when it flew off
 * @param {import('../model/landscape.js').Landscape} ground
 * @returns {Promise<{rate: number, nearBest: boolean}|null>} null if none was found; `nearBest`
 *     where it settles on ground on which hardly any rate is faster
 */
export async function calmerRate(spec, flew, ground) {
  let rate = 0.9 / ground.sharpestBottom;
  rate = rate < flew ? rate : flew * CALMER;
  for (let i = 0; i < TRIES && rate > 0; i++) {
    const offered = Number(rate.toPrecision(2));
    const { verdict, steps } = await wholeRun({
      ...spec,
      optimizer: { ...spec.optimizer, learningRate: offered },
      changes: [],
    });
    if (verdict !== 'diverged' && verdict !== 'oscillating') {
      const pull = offered * ground.curvatureAt(steps[steps.length - 1].w[0]);
      const plain = spec.optimizer.name === 'sgd' && !(pull > 1) && pull > NEAR_BEST;
      return { rate: offered, nearBest: plain && SETTLED.includes(verdict) };
    }
    rate *= CALMER;
  }
  return null;
}
