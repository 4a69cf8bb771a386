/**
 * A rate at the lower edge of *smooth*, 1/(10 f″), leaves nine tenths of the distance at each
 * step: after this many steps a millionth is left. A run that needs more than that crawls.
 */
export const CRAWLS_BEYOND = 131;

/** A way back and forth that is smaller than this share of the whole way is not seen. */
const SEEN = 1e-3;

/** A loss grown so many times is flying off, even where the steps end before it is gone. */
const GROWN = 10;

/**
 * What a run did, in the words of the guess: the engine's own steps decide.
 * @param {import('./journey.js').Journey} journey that has ended
 * @returns {'crawls'|'rolls'|'zig-zags'|'flies'}
 */
export function whatItDid(journey) {
  const { verdict } = journey.ending;
  const first = journey.step(0).loss;
  if (verdict === 'diverged' || (first > 0 && journey.last.loss > GROWN * first)) {
    return 'flies';
  }
  if (verdict === 'oscillating' || turns(journey) >= 2) {
    return 'zig-zags';
  }
  return verdict === 'unfinished' || journey.last.k > CRAWLS_BEYOND ? 'crawls' : 'rolls';
}

/** How often the ball turned round, as far as an eye can see. */
function turns(journey) {
  const places = journey.slice(0, journey.last.k).map((step) => step.w[0]);
  const width = Math.max(...places) - Math.min(...places);
  const moves = places.slice(1).map((w, i) => w - places[i])
    .filter((move) => Math.abs(move) > SEEN * width);
  return moves.slice(1).filter((move, i) => move * moves[i] < 0).length;
}

/**
 * @typedef {{what: string|null, steps: number|null}} Guess
 * @typedef {'close'|'fewer'|'more'|null} Closeness null where no number was guessed
 */

/**
 * @param {Guess} guess
 * @param {import('./journey.js').Journey} journey that has ended
 * @returns {{right: boolean|null, did: string, count: Closeness, k: number}} `right` is null
 *     where nothing was guessed
 */
export function grade(guess, journey) {
  const did = whatItDid(journey);
  const { k } = journey.last;
  return { right: guess.what === null ? null : guess.what === did, did,
    count: closeness(guess.steps, k), k };
}

/**
 * The same of the question which valley it finds: `lowest`, `other`, or `none` where it finds none.
 * @param {Guess} guess
 * @param {import('./journey.js').Journey} journey that has ended
 */
export function gradeValley(guess, journey) {
  const did = { converged: 'lowest', stuck: 'other' }[journey.ending.verdict] ?? 'none';
  const { k } = journey.last;
  return { right: guess.what === null ? null : guess.what === did, did,
    count: closeness(guess.steps, k), k };
}

/**
 * @param {Guess} guess `what` is the index of a run, or `none`
 * @param {(number|null)[]} counts the steps that each run needed; null for one that never came
 * @returns {{right: boolean|null, winners: number[], count: Closeness, k: number|null}} the runs
 *     that were down first, none or several of them, and in how many steps
 */
export function gradeFirst(guess, counts) {
  const came = counts.filter((count) => count !== null);
  const k = came.length > 0 ? Math.min(...came) : null;
  const winners = k === null ? [] : counts.flatMap((count, i) => (count === k ? [i] : []));
  const right = guess.what === 'none' ? k === null : winners.includes(Number(guess.what));
  return { right: guess.what === null ? null : right, winners,
    count: k === null ? null : closeness(guess.steps, k), k };
}

/**
 * Whether a guess was right: what it does is asked first, and the count alone only where nothing
 * else was guessed; null where nothing was.
 * @param {{right: boolean|null, count: Closeness}} graded
 */
export function isRight({ right, count }) {
  return right ?? (count === null ? null : count === 'close');
}

/** A count is close within a fifth, or within two steps. */
function closeness(guessed, k) {
  if (guessed === null) {
    return null;
  }
  return Math.abs(k - guessed) <= Math.max(2, k / 5) ? 'close' : k > guessed ? 'more' : 'fewer';
}
