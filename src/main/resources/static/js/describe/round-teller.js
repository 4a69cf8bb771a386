/** A guess this near is a good one. */
const CLOSE = 0.03;

/** Says what a round of a training brought, in one sentence. */
export class RoundTeller {
  #messages;
  #numbers;

  /**
   * @param {import('./messages.js').Messages} messages
   * @param {import('../model/numbers.js').Numbers} numbers
   */
  constructor(messages, numbers) {
    this.#messages = messages;
    this.#numbers = numbers;
  }

  /**
   * "Round 7 of 30: loss 0.41, and 83 % of the examples come out right."
   * @param {Object} step
   * @param {?number} rounds of the whole training
   * @returns {import('./messages.js').Piece[]}
   */
  sentence(step, rounds) {
    const m = this.#messages;
    if (step.provisional) {
      return m.pieces('round.ready');
    }
    const { k, loss, accuracy, heldOut } = step;
    const lost = m.about('loss', 'round.loss', this.#numbers.said(loss));
    const told = [accuracy === undefined ? m.pieces('round', this.#numbers.count(k),
      this.#numbers.count(rounds ?? k), lost)
      : m.pieces('round.right', this.#numbers.count(k), this.#numbers.count(rounds ?? k), lost,
        this.#numbers.percent(accuracy))];
    if (heldOut) {
      told.push([{ text: ' ' }], heldOut.accuracy === undefined
        ? m.pieces('round.held', this.#numbers.said(heldOut.loss))
        : m.pieces('round.held.right', this.#numbers.percent(heldOut.accuracy)));
    }
    return told.flat();
  }

  /** The cells of a row of the table. @param {Object} step @returns {string[]} */
  cells({ k, loss, accuracy, heldOut, learningRate }) {
    const share = (value) => (value === undefined ? '' : this.#numbers.tenths(value));
    return [this.#numbers.count(k), this.#numbers.exact(loss), share(accuracy),
      heldOut ? this.#numbers.exact(heldOut.loss) : '', share(heldOut?.accuracy),
      this.#numbers.rate(learningRate)];
  }

  /** Whether the guess was near enough; null where there is nothing to be right about. */
  isRight({ steps: guessed }, accuracy) {
    return accuracy === undefined || guessed === null ? null
      : Math.abs(guessed / 100 - accuracy) <= CLOSE;
  }

  /**
   * How the guess did; '' where there is nothing to be right about.
   * @param {{steps: number|null}} guess so many of a hundred
   * @param {number} [accuracy] the share that came out right
   */
  guess({ steps: guessed }, accuracy) {
    if (accuracy === undefined || guessed === null) {
      return '';
    }
    const off = guessed / 100 - accuracy;
    return this.#messages.text(
      this.isRight({ steps: guessed }, accuracy) ? 'guess.close'
        : off < 0 ? 'guess.more' : 'guess.fewer',
      this.#numbers.count(guessed), this.#numbers.tenths(accuracy));
  }
}
