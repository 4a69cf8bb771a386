import { wholeRun } from '../transport/api.js';

/** Each try is calmer by this factor; after so many tries nothing is offered. */
const CALMER = 0.5;
const TRIES = 6;

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
 * A rate at which the same start does not fly off: below 1/f″ where the ground is sharpest, and
 * tried by the engine before it is offered.
 * @param {import('../model/spec.js').Spec} spec
 * @param {number} bend the sharpest f″ known
 * @returns {Promise<number|null>} null if none was found
 */
export async function calmerRate(spec, bend) {
  let rate = Math.min(0.9 / bend, spec.optimizer.learningRate / 2);
  for (let i = 0; i < TRIES && rate > 0; i++) {
    const offered = Number(rate.toPrecision(2));
    const { verdict } = await wholeRun({
      ...spec,
      optimizer: { ...spec.optimizer, learningRate: offered },
      changes: [],
    });
    if (verdict !== 'diverged' && verdict !== 'oscillating') {
      return offered;
    }
    rate *= CALMER;
  }
  return null;
}
