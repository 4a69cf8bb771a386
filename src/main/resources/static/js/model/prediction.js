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
 * @param {{what: string|null, steps: number|null}} guess
 * @param {import('./journey.js').Journey} journey that has ended
 * @returns {{right: boolean|null, did: string, count: 'close'|'fewer'|'more'|null, k: number}}
 *     `right` and `count` are null where nothing was guessed; a count is close within a fifth, or
 *     within two steps
 */
export function grade(guess, journey) {
  const did = whatItDid(journey);
  const { k } = journey.last;
  let count = null;
  if (guess.steps !== null) {
    const off = k - guess.steps;
    count = Math.abs(off) <= Math.max(2, k / 5) ? 'close' : off > 0 ? 'more' : 'fewer';
  }
  return { right: guess.what === null ? null : guess.what === did, did, count, k };
}
