import { part, write } from './parts.js';

const SUBSCRIPTS = '₀₁₂₃₄₅₆₇₈₉';

/** The update rule with this step's numbers filled in. */
export class ArithmeticLine {
  #host;
  #root;
  #numbers;
  #messages;

  /**
   * @param {ParentNode} root
   * @param {{messages: import('../describe/messages.js').Messages,
   *     numbers: import('../model/numbers.js').Numbers}} options
   */
  constructor(root, { messages, numbers }) {
    this.#root = root;
    this.#host = part(root, 'arithmetic');
    this.#messages = messages;
    this.#numbers = numbers;
  }

  /**
   * @param {import('../model/journey.js').Step} step
   * @param {number} rate of the update after it
   * @param {number|null} next where it lands; null where only the engine knows
   */
  render(step, rate, next) {
    if (!this.#host) {
      return;
    }
    const gradient = this.#numbers.exact(step.gradient[0]);
    this.#write('w', this.#numbers.exact(step.w[0]));
    this.#write('alpha', this.#numbers.rate(rate));
    this.#write('gradient', step.gradient[0] < 0 ? `(${gradient})` : gradient);
    this.#write('next', next === null ? '…' : this.#numbers.exact(next));
    write(part(this.#root, 'arithmetic-index'),
      String(step.k + 1).replace(/\d/g, (digit) => SUBSCRIPTS[digit]));
    write(part(this.#root, 'arithmetic-step'), this.#messages.text('step.of',
      this.#numbers.count(step.k), this.#numbers.count(step.k + 1)));
  }

  #write(symbol, text) {
    write(this.#host.querySelector(`[data-symbol="${symbol}"]`), text);
  }
}
