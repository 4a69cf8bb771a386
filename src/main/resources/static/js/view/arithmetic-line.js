import { mark, part, write } from './parts.js';

/** The most characters of its numbers that a line holds at its usual size, beside the rate. */
const LONG = 19;

/** Settings, which are written without idle zeros. */
const RATES = ['alpha', 'share', 'beta1', 'beta2', 'rest1', 'rest2'];

/** What is divided by as little as a thousandth: small ones keep three significant digits. */
const SMALL = ['v', 'vHat', 'G', 'meanSquare', 'meanSquareGradient', 'meanSquareStep', 'delta',
  'rate'].flatMap((symbol) => [symbol, `${symbol}-before`]);

const FINE = 0.1;

const UNKNOWN = '…';

const SUBSCRIPTS = '₀₁₂₃₄₅₆₇₈₉';

/**
 * A number of an update as it is written; the service has the same.
 * @param {import('../model/numbers.js').Numbers} numbers
 * @param {string} symbol
 * @param {number} x
 */
export function writeNumber(numbers, symbol, x) {
  return RATES.includes(symbol) || (SMALL.includes(symbol) && x < FINE) ? numbers.rate(x)
    : numbers.tight(x);
}

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
   * @param {number} k the step that is left
   * @param {Object<string, number|null>} terms its numbers by their symbols; null where only the
   *     engine knows
   */
  render(k, terms) {
    if (!this.#host) {
      return;
    }
    Object.entries({ ...terms, noise: terms.noise && Math.abs(terms.noise) })
      .forEach(([symbol, x]) => {
        this.#write(symbol, x === null ? UNKNOWN : writeNumber(this.#numbers, symbol, x));
      });
    write(part(this.#host, 'noise-sign'), terms.noise < 0 ? '−' : '+');
    this.#fit();
    const index = String(k + 1).replace(/\d/g, (digit) => SUBSCRIPTS[digit]);
    this.#host.querySelectorAll('[data-part="arithmetic-index"]').forEach((place) =>
      write(place, index));
    this.#host.querySelectorAll('[data-part="arithmetic-power"]').forEach((place) =>
      write(place, String(k + 1)));
    write(part(this.#root, 'arithmetic-step'), this.#messages.text('step.of',
      this.#numbers.count(k), this.#numbers.count(k + 1)));
    this.#settle();
  }

  /** Powers of ten take room: a line gets smaller rather than longer than its place. */
  #fit() {
    const lines = [...this.#host.children].map((line) => [...line.querySelectorAll('mn')]
      .filter((each) => !['alpha', 'share'].includes(each.dataset.symbol))
      .reduce((length, each) => length + each.textContent.length, 0));
    mark(this.#host, 'data-long', Math.max(...lines) > LONG ? '' : null);
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

  /** Behind another sign a negative number stands in brackets. */
  #write(symbol, text) {
    this.#host.querySelectorAll(`mn[data-symbol="${symbol}"]`).forEach((place) => {
      const bracketed = 'behind' in place.dataset && text.startsWith('−');
      write(place, bracketed ? `(${text})` : text);
    });
  }
}
