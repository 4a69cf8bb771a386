import { mark, part, write } from './parts.js';
import { ArithmeticLine, writeNumber } from './arithmetic-line.js';
import { caseOf } from '../model/rule-book.js';

/** The numbers of an update: a row for each quantity, and its formulas with them filled in. */
export class InsideTable {
  #root;
  #book;
  #numbers;
  #messages;
  #blocks;

  /**
   * @param {HTMLElement} root
   * @param {import('../model/rule-book.js').RuleBook} book
   * @param {{messages: import('../describe/messages.js').Messages,
   *     numbers: import('../model/numbers.js').Numbers}} tools
   */
  constructor(root, book, tools) {
    this.#root = root;
    this.#book = book;
    this.#numbers = tools.numbers;
    this.#messages = tools.messages;
    this.#blocks = [...root.querySelectorAll('[data-parameter]')].map((block) =>
      ({ block, line: new ArithmeticLine(block, tools) }));
  }

  /**
   * @param {number} k the step that is left
   * @param {Object<string, number>[]} known the numbers by their symbols, for each parameter
   */
  render(k, known) {
    const count = (each) => this.#numbers.count(each);
    write(part(this.#root, 'update'), this.#messages.text('step.of', count(k), count(k + 1)));
    [...part(this.#root, 'quantities').rows].forEach((row) => {
      const values = known.map((each) => each[row.dataset.symbol]);
      values.forEach((value, i) => write(row.querySelectorAll('b')[i],
        value === undefined ? '…' : writeNumber(this.#numbers, row.dataset.symbol, value)));
      this.#compare(row.querySelectorAll('rect'), values);
    });
    this.#blocks.forEach(({ block, line }, i) => {
      this.#choose(block, known[i]);
      line.render(k, this.#terms(block, known[i]));
    });
  }

  /** Bars as long as the rates of the parameters, the longer one being the whole. */
  #compare(bars, values) {
    const most = Math.max(...values);
    bars.forEach((bar, i) =>
      mark(bar, 'width', most > 0 ? `${(100 * values[i] / most).toFixed(1)}%` : '0%'));
  }

  /** Of what hangs on a condition only what holds now is shown. */
  #choose(block, known) {
    this.#book.lines.filter(([, term]) => term[0] === 'cases').forEach(([symbol, term]) => {
      const holds = caseOf(term, known);
      block.querySelectorAll(`[data-line="${symbol}"] [data-case]`).forEach((each) =>
        mark(each, 'data-holds', Number(each.dataset.case) === holds ? '' : null));
    });
  }

  /** All that a block shows; null for what only the engine will know. */
  #terms(block, known) {
    const symbols = [...block.querySelectorAll('mn[data-symbol]')].map((each) =>
      each.dataset.symbol);
    return Object.fromEntries(symbols.map((symbol) => [symbol, known[symbol] ?? null]));
  }
}
