import { rateAfter } from './spec.js';

/**
 * How one update can be written in a line: `plain`, by the slope; `momentum`, by the velocity; or
 * `other`, not in one line. Momentum of which nothing is kept is plain.
 * @param {import('./spec.js').Spec} spec
 * @returns {'plain'|'momentum'|'other'}
 */
export function formOf({ optimizer: { name, momentum } }) {
  if (name === 'sgd' || (['momentum', 'nesterov'].includes(name) && momentum === 0)) {
    return 'plain';
  }
  return name === 'momentum' ? 'momentum' : 'other';
}

/** Whether each step is the slope times one and the same rate, give or take noise. */
export function isSteady(spec) {
  return formOf(spec) === 'plain' && (spec.schedule?.name ?? 'constant') === 'constant';
}

/**
 * Where the ball lands next, if plain descent at a steady rate decides it: w − α · gradient, or
 * with a plus where the ball climbs. With a memory, a schedule or noise only the engine knows, and
 * the answer is null.
 * @param {import('./spec.js').Spec} spec
 * @param {import('./journey.js').Step} step
 * @returns {number|null}
 */
export function landing(spec, step) {
  return isSteady(spec) && !spec.noise && step.w?.length === 1
    ? step.w[0] + direction(spec) * rateAfter(spec, step.k) * step.gradient[0]
    : null;
}

/**
 * The numbers of one update by their symbols, the engine's own as far as they are here; null where
 * only the engine knows. `noise` is what the slope that it felt had more than the true one.
 * @param {import('./spec.js').Spec} spec
 * @param {import('./journey.js').Step} now
 * @param {import('./journey.js').Step} [after] the step it led to
 * @returns {Object<string, number|null>}
 */
export function terms(spec, now, after) {
  const [w, gradient] = [now.w[0], now.gradient[0]];
  const before = now.state?.velocity?.[0] ?? 0;
  const velocity = after?.state?.velocity?.[0] ?? null;
  const share = spec.optimizer.momentum ?? null;
  const alpha = after?.learningRate ?? (isSteady(spec) ? rateAfter(spec, now.k) : null);
  const next = after?.w[0] ?? landing(spec, now);
  const felt = !after ? null
    : formOf(spec) === 'momentum' ? velocity - share * before
      : direction(spec) * (next - w) / alpha;
  return { w, gradient, alpha, next, share, before, velocity,
    noise: felt === null ? null : felt - gradient, ...moments(spec, now, after) };
}

/** The sign before the rate: a ball that climbs goes with the slope. */
function direction({ uphill }) {
  return uphill ? 1 : -1;
}

/**
 * Adam's numbers: the averages m and v of the slope and of its square, and both corrected for
 * having begun at zero, of which after t updates a share of 1 − βᵗ is there.
 */
function moments({ optimizer: { name, beta1, beta2 } }, now, after) {
  if (name !== 'adam') {
    return {};
  }
  const remembered = (step, symbol) => (step ? step.state?.[symbol]?.[0] ?? 0 : null);
  const [m, v] = [remembered(after, 'm'), remembered(after, 'v')];
  const corrected = (x, beta) => (x === null ? null : x / (1 - beta ** (now.k + 1)));
  return { beta1, beta2, rest1: 1 - beta1, rest2: 1 - beta2, m, v,
    'm-before': remembered(now, 'm'), 'v-before': remembered(now, 'v'),
    'm-hat': corrected(m, beta1), 'v-hat': corrected(v, beta2) };
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
