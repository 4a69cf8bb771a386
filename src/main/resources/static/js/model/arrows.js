import { BEFORE } from './rule-book.js';

/** The longest arrow of a slope has a share of the map between these. */
const LEAST = 0.05;
const MOST = 0.5;

/**
 * How long a unit of slope is drawn: the learning rate, so that a slope is as long as the step that
 * plain descent would make of it, or a round number of times that where it would be too short to be
 * seen or too long for the map.
 * @param {number[][]} slopes what is drawn so
 * @param {number} rate the learning rate
 * @param {number[][]} domain of the map
 * @returns {{scale: number, factor: number}} on the map for each unit of slope; and how many times
 *     the learning rate that is
 */
export function scaleOf(slopes, rate, domain) {
  const share = Math.max(...slopes.map((slope) =>
    Math.hypot(...slope.map((value, i) => rate * value / (domain[i][1] - domain[i][0])))));
  const fits = !(share > 0 && Number.isFinite(share)) || (share >= LEAST && share <= MOST);
  const factor = fits ? 1 : roundBelow(MOST / share);
  return { scale: rate * factor, factor };
}

/** The next of 1, 2, 5, 10 … at or below x. */
function roundBelow(x) {
  const power = Math.floor(Math.log10(x));
  return Number(`${[5, 2, 1].find((lead) => lead * 10 ** power <= x) ?? 1}e${power}`);
}

/**
 * What is felt, remembered and done at a step, as arrows on the map: downhill, the way the memory
 * pushes, and the step itself, which is drawn as long as it is.
 * @param {import('./journey.js').Step} now
 * @param {import('./journey.js').Step|undefined} after the step that it leads to
 * @param {import('./rule-book.js').RuleBook} book the rule
 * @param {number[][]} domain of the map
 * @returns {{scale: number, factor: number, arrows: {symbol: string, from: number[],
 *     to: number[]}[]}}
 */
export function arrowsOf(now, after, book, domain) {
  const memory = book.memoryAt(now);
  const slopes = [now.gradient, ...(memory ? [memory] : [])];
  const { scale, factor } = scaleOf(slopes, after?.learningRate ?? now.learningRate, domain);
  const against = (slope) => now.w.map((value, i) => value - scale * slope[i]);
  const arrows = [
    { symbol: 'gradient', to: against(now.gradient) },
    ...(memory ? [{ symbol: book.memory + BEFORE, to: against(memory) }] : []),
    ...(after ? [{ symbol: 'step', to: after.w }] : []),
  ];
  return { scale, factor, arrows: arrows.map((arrow) => ({ ...arrow, from: now.w })) };
}
