/**
 * @typedef {{objective: Object<string, *>, start: number[], optimizer: Object<string, *>,
 *     schedule?: Object<string, *>, batch?: string|number, noise?: number, seed?: number,
 *     steps?: number, tolerance?: number,
 *     changes?: {at: number, learningRate?: number}[]}} Spec
 */

const TARGETS = ['curve', 'surface', 'formula', 'heights', 'data', 'points'];
const DEFAULTS = { noise: 0, seed: 1, steps: 200, tolerance: 1e-6 };

/** The largest learning rate that the service takes. */
export const HIGHEST_RATE = 1000;

/** Whether the service takes this seed. @param {number} seed */
export function isSeed(seed) {
  return Number.isSafeInteger(seed) && seed >= 0;
}

/** Whether the service takes this learning rate. @param {number} rate */
export function isRate(rate) {
  return rate > 0 && rate <= HIGHEST_RATE;
}

/**
 * The learning rate set for the update after step k, before any schedule; none where the objective
 * is a program, which has its own.
 * @param {Spec} spec
 * @param {number} k
 */
export function rateAfter(spec, k) {
  const held = (spec.changes ?? []).filter((change) =>
    change.at <= k && change.learningRate !== undefined);
  return held.length > 0 ? held[held.length - 1].learningRate : spec.optimizer?.learningRate;
}

/**
 * The spec whose rate changes after step `at`; what was to change later is dropped. Many changes
 * at one step become one. At step 0 it is the run's own rate that changes.
 * @param {Spec} spec
 * @param {number} at
 * @param {number} rate
 * @returns {Spec}
 */
export function withRate(spec, at, rate) {
  const earlier = (spec.changes ?? []).filter((change) => change.at < at);
  if (at === 0) {
    return { ...spec, optimizer: { ...spec.optimizer, learningRate: rate }, changes: [] };
  }
  const same = rate === rateAfter({ ...spec, changes: earlier }, at);
  return { ...spec, changes: same ? earlier : [...earlier, { at, learningRate: rate }] };
}

/** A new run from another start, at the rate that now holds. */
export function withStart(spec, start, rate = spec.optimizer?.learningRate) {
  return withRate({ ...spec, start }, 0, rate);
}

/**
 * The same by plain descent: no memory, no schedule, no noise.
 * @param {Spec} spec
 * @returns {Spec}
 */
export function plainly({ schedule: _, noise: __, ...spec }) {
  const { learningRate } = spec.optimizer;
  return { ...spec, optimizer: { name: 'sgd', learningRate }, changes: [] };
}

/**
 * The short form, as permalinks and GET take it, in the words of the service's own. It has no place
 * for changes on the way: a link carries the settings that it is given, for a run from step 0.
 * Several runs share their ground, start and budget; of what moves each ball a list is written,
 * unless all have the same.
 * @param {Spec[]} specs one for each run
 * @param {string[]} [always] what is written even where it is the default
 * @returns {string} a query without the question mark
 */
export function toShortForm(specs, always = []) {
  const [spec] = specs;
  const query = new URLSearchParams();
  const put = (name, value) => query.append(name, String(value));
  putObjective(spec.objective, put);
  put('start', spec.start.join(','));
  const partly = always.includes('batch') || specs.some(({ batch = 'all' }) => batch !== 'all');
  const movers = specs.map((each) => moverOf(each, always.includes('schedule'), partly));
  new Set(movers.flatMap(Object.keys)).forEach((name) => {
    const values = movers.map((mover) => String(mover[name] ?? ''));
    const one = name !== 'learningRate' && values.every((value) => value === values[0]);
    put(name, one ? values[0] : values.join(','));
  });
  if (spec.uphill) {
    put('sign', 'plus');
  }
  Object.entries(DEFAULTS).forEach(([name, usual]) => {
    if (spec[name] !== undefined && (spec[name] !== usual || always.includes(name))) {
      put(name, spec[name]);
    }
  });
  return readable(query);
}

/** What moves the ball of a run, by the names of the short form. */
function moverOf({ optimizer: { name, ...own }, schedule = {}, batch = 'all' }, always, partly) {
  const { name: kind = 'constant', ...settings } = schedule;
  const scheduled = kind === 'constant' && !always ? [] : [['schedule', kind],
    ...Object.entries(settings).map(([setting, value]) => [`schedule.${setting}`, value])];
  return { optimizer: name, ...own, ...Object.fromEntries(scheduled),
    ...(partly ? { batch } : {}) };
}

function putObjective(objective, put) {
  TARGETS.filter((name) => name in objective).forEach((name) =>
    put(name, name === 'points' ? objective.points.join(';') : objective[name]));
  if (objective.domain) {
    put('domain', objective.domain.flat().join(','));
  }
  if (objective.scale) {
    put('scale', true);
  }
}

/** The short form of an objective alone. @param {Object<string, *>} objective */
export function objectiveQuery(objective) {
  const query = new URLSearchParams();
  putObjective(objective, (name, value) => query.append(name, String(value)));
  return readable(query);
}

/** The short form of what is drawn: the objective, from there to there. @param {Spec} spec */
export function landscapeQuery(spec, stretch) {
  return `${objectiveQuery(spec.objective)}&stretch=${stretch.join(',')}`;
}

/** Commas and semicolons stay; a space is no plus, which a formula has of its own. */
function readable(query) {
  return query.toString().replaceAll('%2C', ',').replaceAll('%3B', ';').replaceAll('+', '%20');
}
