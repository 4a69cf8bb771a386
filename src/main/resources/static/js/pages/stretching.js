import { longerOf, stretchOf } from '../model/stretch.js';

/** The updates after which it is decided. */
const UPDATES = 10;

/** Which parameter gets the longer steps for its slopes, as the guess about it has it. */
export class Stretching {
  #stage;

  /** @param {import('./stage.js').Stage} stage with one run of two parameters */
  constructor(stage) {
    this.#stage = stage;
  }

  /** Whether so many updates have been seen, or all there are. */
  get decided() {
    const { panels: [{ ride }], outing } = this.#stage;
    return outing.reached >= UPDATES || (ride.ended && outing.reached >= ride.journey.last.k);
  }

  /** How the guess did. @param {{what: string|null}} guess */
  grade({ what }) {
    const { panels: [{ ride }], tools: { messages, numbers } } = this.#stage;
    const { n, ratios } = stretchOf(ride.journey, UPDATES);
    const did = longerOf(ratios);
    if (did === null) {
      return { right: null, sentence: messages.text('inside.guess.none') };
    }
    const right = what === did;
    return { right, sentence: [messages.text(right ? 'guess.first.right' : 'guess.first.other'),
      messages.counted('inside.guess.did', n, numbers.count(n),
        ...ratios.map((ratio) => numbers.said(ratio)))].join(' ') };
  }
}
