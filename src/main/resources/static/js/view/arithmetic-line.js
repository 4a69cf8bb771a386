import { mark, part, write } from './parts.js';

/** The most characters of its three numbers that the line holds at its usual size. */
const LONG = 19;

const SUBSCRIPTS = '₀₁₂₃₄₅₆₇₈₉';

/** The update rule with this step's numbers filled in. */
export class ArithmeticLine {
  #host;
  #root;
  #numbers;
  #messages;
  #lengths = '';

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
    const [w, gradient, landing] = [step.w[0], step.gradient[0], next ?? NaN]
      .map((value) => this.#numbers.tight(value));
    this.#write('w', w);
    this.#write('alpha', this.#numbers.rate(rate));
    this.#write('gradient', step.gradient[0] < 0 ? `(${gradient})` : gradient);
    this.#write('next', next === null ? '…' : landing);
    // Powers of ten take room: the line gets smaller rather than longer than its place.
    const long = [w, gradient, landing].join('').length > LONG;
    mark(this.#host, 'data-long', long ? '' : null);
    write(part(this.#root, 'arithmetic-index'),
      String(step.k + 1).replace(/\d/g, (digit) => SUBSCRIPTS[digit]));
    write(part(this.#root, 'arithmetic-step'), this.#messages.text('step.of',
      this.#numbers.count(step.k), this.#numbers.count(step.k + 1)));
    this.#settle();
  }

  /**
   * A number that gets longer pushes those after it along. The line is laid out as a new one, so
   * that this is no shift of what a reader holds on to; but not while the focus is in it.
   */
  #settle() {
    const lengths = [...this.#host.querySelectorAll('mn, mtext')]
      .map((each) => each.textContent.length).join();
    if (lengths !== this.#lengths && !this.#host.contains(document.activeElement)) {
      this.#lengths = lengths;
      this.#host.replaceChildren(...[...this.#host.children].map((each) => each.cloneNode(true)));
    }
  }

  #write(symbol, text) {
    write(this.#host.querySelector(`[data-symbol="${symbol}"]`), text);
  }
}
