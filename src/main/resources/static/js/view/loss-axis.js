/** Where an axis of steps may end: few ends, so that it seldom grows. */
export const STEPS = [12, 20, 30, 50, 80, 120, 200, 300, 500, 800, 1200, 2000, 3000, 5000, 8000];

const NICE = [1, 1.5, 2, 3, 4, 5, 6, 8, 10];

/**
 * @param {number} steps how many there are
 * @return {number} where the axis ends
 */
export function atLeast(steps) {
  return STEPS.find((end) => end >= steps) ?? 10_000;
}

/**
 * The axis of losses for what the runs have reached. It is coarse, so that it seldom grows, and a
 * log axis begins at the smallest loss above 0: what is not above 0 it cannot show.
 *
 * @param {'linear' | 'log'} scale how losses are laid out
 * @param {{ losses: number[], reach: number, seen: number, at: function }[]} runs the losses
 *     reached, up to which step they are known to fit, and where a step lies along the axis
 * @param {(loss: number) => string} format how a loss is written
 * @param {number} [least] how many steps there is room for at least
 * @param {?number} [end] where the axis of steps ends, if not with the runs
 * @param {number} [top] what the axis reaches at least
 * @return {object} Chart.js's `type`, `min`, `max`, the `last` step, the `ticks` with their
 *     `label`, and whether they are `wide`, and what the axis `shows` and `holds`
 */
export function lossAxis(scale, runs, format, least = 0, end = null, top = 0) {
  const log = scale === 'log';
  const shows = (loss) => Number.isFinite(loss) && (!log || loss > 0);
  const { low, high: highest } = extremes(runs, shows);
  const high = Math.max(highest, top);
  const ends = log ? decades(low, high) : level(low, high);
  const steps = Math.max(0, ...runs.map((run) => run.at(Math.max(0, run.reach))));
  const last = end ?? (steps <= least ? least : atLeast(Math.max(1, steps)));
  return {
    type: log ? 'logarithmic' : 'linear',
    ...ends,
    last,
    label: format,
    wide: least > 0 || ends.ticks.some((tick) => format(tick).length > 6),
    shows,
    unshowable: (all) => count(all, shows),
    holds: (run) => {
      let fits = end !== null || run.at(run.reach) <= last;
      for (; fits && run.seen < run.reach; run.seen += 1) {
        const loss = run.losses[run.seen + 1];
        fits = !shows(loss) || within(loss, ends);
      }
      return fits;
    },
  };
}

function within(loss, { min, max }) {
  return loss >= min && loss <= max;
}

function extremes(runs, shows) {
  let low = Infinity;
  let high = -Infinity;
  for (const { losses, reach } of runs) {
    for (let k = 0; k <= reach; k += 1) {
      if (shows(losses[k])) {
        low = Math.min(low, losses[k]);
        high = Math.max(high, losses[k]);
      }
    }
  }
  return low > high ? { low: 0.1, high: 1 } : { low, high };
}

/** Counts on from where it was: a run gets longer under one axis, and never another. */
function count(runs, shows) {
  let found = 0;
  for (const run of runs) {
    for (; run.counted <= run.upTo; run.counted += 1) {
      run.hidden += shows(run.losses[run.counted]) ? 0 : 1;
    }
    found += run.hidden;
  }
  return found;
}

/** A linear axis from 0, or from below it, to a round number. */
function level(low, high) {
  const max = high > 0 ? round(high) : 0;
  const min = low < 0 ? -round(-low) : 0;
  const span = max - min || 1;
  const step = [1, 2, 2.5, 5, 10]
    .map((unit) => unit * 10 ** Math.floor(Math.log10(span / 5)))
    .find((size) => span / size <= 6);
  const ticks = [];
  for (let i = Math.ceil(min / step); i * step <= max * (1 + 1e-9); i += 1) {
    ticks.push(i * step);
  }
  return { min, max: max || (min === 0 ? 1 : 0), ticks };
}

/** The least nice number that is not below a positive one. */
function round(value) {
  const unit = 10 ** Math.floor(Math.log10(value));
  return unit * NICE.find((nice) => nice * unit >= value * (1 - 1e-12));
}

/** A log axis over whole powers of ten, with at most seven of them named. */
function decades(low, high) {
  const from = Math.floor(Math.log10(low));
  const to = Math.max(from + 1, Math.ceil(Math.log10(high)));
  const every = Math.ceil((to - from) / 6);
  const ticks = [];
  for (let power = to; power >= from; power -= every) {
    ticks.push(10 ** power);
  }
  return { min: 10 ** from, max: 10 ** to, ticks };
}
