import { rateAfter } from '../model/spec.js';
import { formOf } from '../model/update.js';
import { wholeRun } from '../transport/api.js';

/** Each try is calmer by this factor; after so many tries nothing is offered. */
const CALMER = 0.5;
const TRIES = 12;

/** From this share of 1/f″ on a step takes three quarters of the way and more. */
const NEAR_BEST = 0.75;

const SETTLED = ['converged', 'stuck'];

/**
 * Why a run flew off, in words; '' where it did not, or that is not known.
 * @param {import('./ride.js').Ride} ride
 * @param {import('../describe/ending-teller.js').EndingTeller} endings
 */
export function whyItFlew({ journey, spec }, endings) {
  // What the bend of the ground forbids is known of plain descent by the whole gradient alone.
  const known = journey.ending?.verdict === 'diverged' && formOf(spec) === 'plain'
    && !spec.uphill && (spec.batch ?? 'all') === 'all';
  return endings.why(known ? causeOfDivergence(journey) : null);
}

/**
 * Offers a run that flew off a rate at which it would not.
 * @param {{ride: import('./ride.js').Ride, verdict: import('../view/verdict-card.js').VerdictCard,
 *     name: function(): string}} panel
 * @param {{sharpestBottom: number, curvatureAt: function(number): number}} ground what is known of
 *     its bends; of a surface nothing is
 * @param {function({rate: number, nearBest: boolean}): string} words on the button
 */
export async function offerCalmer({ ride, verdict }, ground, words) {
  const { journey, spec } = ride;
  const { ending } = journey;
  if (ending.verdict !== 'diverged' || spec.uphill) {
    return;
  }
  const calmer = await calmerRate(spec, rateAfter(spec, journey.last.k), ground).catch(() => null);
  if (calmer !== null && ride.journey.ending === ending) {
    verdict.offer(calmer.rate, words(calmer));
  }
}

/**
 * The bend of the ground along the last jump of a run that flew off, by the engine's own slopes: a
 * jump maps the slope g along it to (1 − α · bend) g, so that it grows where α is above 2/bend.
 * @param {import('../model/journey.js').Journey} journey
 * @returns {{rate: number, bend: number}|null} null where the bend is not what blew it up
 */
export function causeOfDivergence(journey) {
  const { last } = journey;
  const before = journey.step(last.k - 1);
  if (!before) {
    return null;
  }
  const along = last.w.map((w, i) => w - before.w[i]);
  const length = Math.hypot(...along);
  const rise = along.reduce((sum, part, i) =>
    sum + (last.gradient[i] - before.gradient[i]) * (part / length), 0);
  const bend = rise / length;
  const rate = last.learningRate;
  return bend > 0 && rate > 2 / bend ? { rate, bend } : null;
}

/**
 * A rate at which the same start does not fly off: the largest below 1/f″ at the bottoms, or less
 * where that is not enough, and tried by the engine before it is offered.
 * @param {import('../model/spec.js').Spec} spec
 * @param {number} flew the rate in force when it flew off
 * @param {Object} ground
 * @returns {Promise<{rate: number, nearBest: boolean}|null>} null if none was found; `nearBest`
 *     where it settles on ground on which hardly any rate is faster
 */
export async function calmerRate(spec, flew, ground) {
  let rate = 0.9 / ground.sharpestBottom;
  rate = rate < flew ? rate : flew * CALMER;
  for (let i = 0; i < TRIES && rate > 0; i++) {
    const offered = roundedDown(rate);
    const { verdict, steps } = await wholeRun({
      ...spec,
      optimizer: { ...spec.optimizer, learningRate: offered },
      changes: [],
    });
    if (verdict !== 'diverged' && verdict !== 'oscillating') {
      const pull = offered * (ground.curvatureAt?.(steps[steps.length - 1].w[0]) ?? NaN);
      const plain = spec.optimizer.name === 'sgd' && !(pull > 1) && pull > NEAR_BEST;
      return { rate: offered, nearBest: plain && SETTLED.includes(verdict) };
    }
    rate *= CALMER;
  }
  return null;
}

/** To two digits, as the engine's own words round a rate that is safe. */
function roundedDown(rate) {
  const unit = 10 ** (Math.floor(Math.log10(rate)) - 1);
  return Number((Math.floor(rate / unit + 1e-9) * unit).toPrecision(2));
}
