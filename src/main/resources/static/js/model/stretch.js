/** Two that differ by less than this share are alike. */
const ALIKE = 0.1;

/**
 * How far each parameter went in the first updates of a run, all steps added up whichever way they
 * went, for each unit that plain descent at the same learning rate would have gone by the same
 * slopes.
 * @param {import('./journey.js').Journey} journey
 * @param {number} n how many updates
 * @returns {{n: number, ratios: number[]}} fewer where the run has fewer
 */
export function stretchOf(journey, n) {
  const steps = journey.slice(0, Math.min(n, journey.last.k));
  const ratios = steps[0].w.map((_, i) => {
    let [gone, plain] = [0, 0];
    steps.slice(1).forEach((after, k) => {
      gone += Math.abs(after.w[i] - steps[k].w[i]);
      plain += after.learningRate * Math.abs(steps[k].gradient[i]);
    });
    return plain > 0 ? gone / plain : NaN;
  });
  return { n: steps.length - 1, ratios };
}

/**
 * Which of two parameters got the longer steps, measured so.
 * @param {number[]} ratios
 * @returns {'x'|'y'|'alike'|null} null where one of them felt no slope
 */
export function longerOf([x, y]) {
  if (!(x + y >= 0)) {
    return null;
  }
  return Math.abs(x - y) <= ALIKE * Math.max(x, y) ? 'alike' : x > y ? 'x' : 'y';
}
