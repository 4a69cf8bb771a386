/** A change smaller than this share of the step before is not worth a word. */
const WORTH_SAYING = 0.02;

/** A change of the loss below this share is none to speak of. */
const UNCHANGED = 5e-5;

/** A change of the loss below this share is a little one. */
const LITTLE = 0.1;

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
      this.slope(step.gradient[0]),
      this.loss(step.loss, before?.loss));
  }

  /** The same with what there is to notice. @returns {import('./messages.js').Piece[]} */
  sentenceAndRemark(journey, k) {
    const said = this.sentence(journey.step(k), journey.step(k - 1));
    const remark = this.#remark(journey, k);
    return remark ? [...said, { text: ' ' }, ...this.#messages.pieces(remark)] : said;
  }

  /** "the slope is 1.98 and rises to the right" @param {number} slope */
  slope(slope) {
    const numbers = this.#numbers;
    if (Math.abs(slope) < FLAT) {
      return this.#messages.about('gradient', 'step.flat', numbers.said(slope));
    }
    const side = slope > 0 ? 'step.slope.right' : 'step.slope.left';
    return this.#messages.about('gradient', side, numbers.said(slope));
  }

  /** "loss down 36 %" @param {number} loss @param {number} [before] */
  loss(loss, before) {
    const m = this.#messages;
    const change = before > 0 ? share(before, loss) : NaN;
    if (!Number.isFinite(change)) {
      return m.about('loss', 'step.loss.is', this.#numbers.said(loss));
    }
    if (Math.abs(change) < UNCHANGED) {
      return m.about('loss', 'step.loss.same');
    }
    return change > 1
      ? m.about('loss', 'step.loss.times', this.#numbers.said(loss / before))
      : m.about('loss', change < 0 ? 'step.loss.down' : 'step.loss.up',
        this.#numbers.percent(Math.abs(change)));
  }

  /** Each remark is made only where all that it claims is so. */
  #remark(journey, k) {
    if (k === 0) {
      return 'remark.start';
    }
    const [two, before, now] = [k - 2, k - 1, k].map((j) => journey.step(j));
    const [was, is] = [before.gradient[0], now.gradient[0]];
    if (was * is < 0) {
      return landing(before.loss, now.loss);
    }
    if (!two || !(was * is > 0) || before.learningRate !== now.learningRate) {
      return null;
    }
    const [earlier, later] = [before.w[0] - two.w[0], now.w[0] - before.w[0]];
    const longer = earlier * later > 0 ? share(Math.abs(earlier), Math.abs(later)) : 0;
    const steeper = share(Math.abs(was), Math.abs(is));
    if (longer < -WORTH_SAYING && steeper < -WORTH_SAYING) {
      return 'remark.shorter';
    }
    return longer > WORTH_SAYING && steeper > WORTH_SAYING ? 'remark.longer' : null;
  }
}

/** How much has been added, as a share of what there was. */
function share(was, is) {
  return (is - was) / Math.abs(was);
}

/** How high it landed on the other side. */
function landing(was, is) {
  const change = share(was, is);
  if (Math.abs(change) < UNCHANGED) {
    return 'remark.across.level';
  }
  if (Number.isNaN(change)) {
    return null;
  }
  const little = Math.abs(change) < LITTLE ? '.little' : '';
  return `remark.across.${change < 0 ? 'lower' : 'higher'}${little}`;
}
