/** Learning rates on the map: so many decades about the best, in so many columns each. */
const DECADES = [-2, 1];
const PER_DECADE = 15;

/** Starts on the map, at most. */
const ROWS = 13;

/** Longer runs are not played for a map of many. */
const MOST_STEPS = 2000;

/**
 * What to ask of the service for a map of the steps that each learning rate takes from each start.
 *
 * @param {URLSearchParams} query the short form of one of the runs
 * @param {{ domain: number[], bend: number, steps: number }} ground its stretch of starts, f″ where
 *     it is sharpest, and the most steps of the run
 * @returns {string} a query
 */
export function heatQuery(query, { domain: [lo, hi], bend, steps }) {
  const best = Number((bend > 0 && Number.isFinite(bend) ? 1 / bend : 0.1).toPrecision(3));
  const rates = DECADES.map((power) => Number((best * 10 ** power).toPrecision(3)));
  const columns = (DECADES[1] - DECADES[0]) * PER_DECADE + 1;
  const grain = roundUp((hi - lo) / (ROWS - 1));
  const [first, last] = [Math.ceil(lo / grain - 1e-9), Math.floor(hi / grain + 1e-9)];
  const at = (i) => Number((i * grain).toPrecision(12));
  query.set('steps', Math.min(steps, MOST_STEPS));
  query.set('rates', [...rates, columns]);
  query.set('starts', [at(first), at(last), last - first + 1]);
  return query.toString().replaceAll('%2C', ',').replaceAll('+', '%20');
}

/** The next of 1, 2, 2.5, 5, 10 … at or above x. */
function roundUp(x) {
  const decade = 10 ** Math.floor(Math.log10(x));
  return decade * [1, 2, 2.5, 5, 10].find((lead) => lead * decade >= x * (1 - 1e-12));
}

/** How many steps each of many runs took: by learning rate, and by start. */
export class Heat {
  /** @param {Object} sweep what the service answered */
  constructor({ spec, starts, rates, runs }) {
    this.starts = starts;
    this.rates = rates;
    /** The most steps that were played. */
    this.steps = spec.steps;
    this.runs = runs;
    const counts = runs.flat().map((run) => run?.reached).filter((count) => count > 0);
    this.most = Math.max(1, ...counts);
  }

  /**
   * @param {number} i of the rate
   * @param {number} j of the start
   * @returns {{ rate: number, start: number, reached: ?number,
   *     end: 'there'|'diverged'|'elsewhere'|'late'|'none' }} how that run went: it came, it flew
   *     off, it came to rest elsewhere, it ran out of steps, or it had nowhere to begin
   */
  cell(i, j) {
    const run = this.runs[i][j];
    const reached = run?.reached ?? null;
    const end = !run ? 'none' : reached !== null ? 'there'
      : run.verdict === 'diverged' ? 'diverged'
        : ['converged', 'stuck'].includes(run.verdict) ? 'elsewhere' : 'late';
    return { rate: this.rates[i], start: this.starts[j], reached, end };
  }

  /** How few its steps are, from 0 for the most on the map to 1 for one. */
  swiftness(count) {
    return this.most === 1 ? 1 : 1 - Math.log(Math.max(1, count)) / Math.log(this.most);
  }

  /** The cell nearest to a learning rate and a start. @returns {number[]} its i and j */
  nearest(rate, start) {
    const near = (values, of, value) => values.reduce((best, each, i) =>
      (Math.abs(of(each) - of(value)) < Math.abs(of(values[best]) - of(value)) ? i : best), 0);
    return [near(this.rates, Math.log, rate), near(this.starts, Number, start)];
  }
}
