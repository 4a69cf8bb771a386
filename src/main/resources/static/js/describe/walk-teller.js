/** A change of height below this share cannot be felt. */
const LEVEL = 5e-5;

/** Says what a walker in the fog feels, and how the walk went once the fog is gone. */
export class WalkTeller {
  #messages;
  #numbers;
  #steps;

  /** @param {{messages: import('./messages.js').Messages,
   *     numbers: import('../model/numbers.js').Numbers,
   *     teller: import('./step-teller.js').StepTeller}} tools */
  constructor({ messages, numbers, teller }) {
    this.#messages = messages;
    this.#numbers = numbers;
    this.#steps = teller;
  }

  /**
   * "Step 3: w is 0.90. You are lower than before: …"
   * @returns {import('./messages.js').Piece[]}
   */
  step(now, before) {
    const { said, count } = this.#spoken();
    const m = this.#messages;
    const slope = this.#steps.slope(now.gradient[0]);
    const place = m.about('w', 'step.place', said(now.w[0]));
    const loss = m.about('loss', 'step.loss.is', said(now.loss));
    return before
      ? m.pieces('walk.step', count(now.k), place, m.text(`walk.${moved(before, now)}`), loss,
        slope)
      : m.pieces('walk.start', place, loss, slope);
  }

  /** Where the next step goes: "0.60 to the left". @param {number} step */
  aim(step) {
    const { said } = this.#spoken();
    return this.#messages.text(`walk.aim.${step < 0 ? 'left' : step > 0 ? 'right' : 'none'}`,
      said(Math.abs(step)));
  }

  /** The same where the slope decides: the rate times the slope. */
  aimBySlope(rate, slope) {
    const { said } = this.#spoken();
    return this.#messages.text('walk.aim.slope', this.#numbers.rate(rate),
      said(Math.abs(slope)), this.aim(-rate * slope));
  }

  /**
   * How a walk went, in sentences.
   * @param {import('../model/walk-result.js').Result} result
   * @param {{why: 'here'|'budget'|'up', lost: number}} walk why it ended, and how many steps were
   *     taken back
   * @param {{steps: import('../model/journey.js').Step[], rate: number}} descent
   */
  verdict(result, walk, descent) {
    const { said, count } = this.#spoken();
    const m = this.#messages;
    const { near, lowest, distance, above, at, first } = result;
    const where = walk.why === 'here' ? `walk.here.${at}` : `walk.${walk.why}`;
    return [
      m.text(where),
      m.text('walk.lowest', said(lowest.w), said(distance), said(above)),
      first === null ? m.text('walk.never', said(near))
        : m.text('walk.first', said(near), count(first)),
      walk.lost > 0 ? m.text('walk.lost', count(walk.lost)) : '',
      this.#theirs(result, descent),
      this.#compared(result, walk),
    ].filter(Boolean).join(' ');
  }

  #theirs({ theirs, lowest, near }, { steps, rate }) {
    const { said, count } = this.#spoken();
    const end = steps[steps.length - 1];
    return theirs !== null
      ? this.#messages.text('walk.theirs', this.#numbers.rate(rate), said(near), count(theirs))
      : this.#messages.text('walk.theirs.never', this.#numbers.rate(rate), said(end.w[0]),
        said(end.loss - lowest.loss), count(end.k));
  }

  #compared({ first, theirs }, { lost }) {
    const yours = first === null ? Infinity : first + lost;
    const its = theirs ?? Infinity;
    const key = yours === Infinity && its === Infinity ? 'neither'
      : yours < its ? 'fewer' : yours === its ? 'same' : 'more';
    return this.#messages.text(`walk.${key}`);
  }

  #spoken() {
    return { said: (x) => this.#numbers.said(x), count: (x) => this.#numbers.count(x) };
  }
}

function moved(before, now) {
  if (now.w[0] === before.w[0]) {
    return 'stayed';
  }
  const change = now.loss - before.loss;
  const level = Math.abs(change) <= LEVEL * Math.max(Math.abs(before.loss), 1e-3);
  return level ? 'level' : change < 0 ? 'lower' : 'higher';
}
