/** A change smaller than this share of the step before is not worth a word. */
const WORTH_SAYING = 0.02;

/** A slope below this cannot be felt. */
const FLAT = 5e-4;

/** Says what a step was, in one sentence, and what there is to notice about it. */
export class StepTeller {
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
   * "Step 7: w is 0.99, the slope is 1.98 and rises to the right, loss down 36 %."
   * @param {import('../model/journey.js').Step} step
   * @param {import('../model/journey.js').Step} [before]
   * @returns {import('./messages.js').Piece[]}
   */
  sentence(step, before) {
    const m = this.#messages;
    return m.pieces('step.sentence',
      this.#numbers.count(step.k),
      m.about('w', 'step.place', this.#numbers.said(step.w[0])),
      this.#slope(step.gradient[0]),
      this.#loss(step.loss, before?.loss));
  }

  /** The same with what there is to notice. @returns {import('./messages.js').Piece[]} */
  sentenceAndRemark(journey, k) {
    const said = this.sentence(journey.step(k), journey.step(k - 1));
    const remark = this.#remark(journey, k);
    return remark ? [...said, { text: ' ' }, ...this.#messages.pieces(remark)] : said;
  }

  #slope(slope) {
    const numbers = this.#numbers;
    if (Math.abs(slope) < FLAT) {
      return this.#messages.about('gradient', 'step.flat', numbers.said(slope));
    }
    const side = slope > 0 ? 'step.slope.right' : 'step.slope.left';
    return this.#messages.about('gradient', side, numbers.said(slope));
  }

  #loss(loss, before) {
    const m = this.#messages;
    const share = before > 0 ? (loss - before) / before : NaN;
    if (!Number.isFinite(share)) {
      return m.about('loss', 'step.loss.is', this.#numbers.said(loss));
    }
    if (Math.abs(share) < 0.00005) {
      return m.about('loss', 'step.loss.same');
    }
    return share > 1
      ? m.about('loss', 'step.loss.times', this.#numbers.said(loss / before))
      : m.about('loss', share < 0 ? 'step.loss.down' : 'step.loss.up',
        this.#numbers.percent(Math.abs(share)));
  }

  #remark(journey, k) {
    if (k === 0) {
      return 'remark.start';
    }
    if (k === 1) {
      return null;
    }
    const [a, b, c] = [k - 2, k - 1, k].map((j) => journey.step(j).w[0]);
    const [earlier, later] = [b - a, c - b];
    const growth = Math.abs(later) / Math.abs(earlier) - 1;
    if (earlier * later < 0) {
      return growth > 0 ? 'remark.climbs' : 'remark.across';
    }
    if (!(Math.abs(growth) > WORTH_SAYING)) {
      return null;
    }
    return growth < 0 ? 'remark.shorter' : 'remark.longer';
  }
}
