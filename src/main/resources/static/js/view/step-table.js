import { part, write } from './parts.js';

/** The most rows that a table shows: the newest; the CSV has all. */
export const ROWS = 200;

/** The steps as a table, bounded however long the run. */
export class StepTable {
  #body;
  #note;
  #numbers;
  #messages;
  #journey = null;
  #known = [];
  #cellsOf;

  /**
   * @param {ParentNode} root
   * @param {{messages: import('../describe/messages.js').Messages,
   *     numbers: import('../model/numbers.js').Numbers,
   *     cells?: function(import('../model/journey.js').Step): string[]|null}} options `cells`:
   *     what a row says of a step in place of its place, loss and slope; null for no row
   */
  constructor(root, { messages, numbers, cells }) {
    this.#cellsOf = cells;
    this.#body = part(root, 'table');
    this.#note = part(root, 'table-note');
    this.#messages = messages;
    this.#numbers = numbers;
  }

  /**
   * @param {(import('../model/journey.js').Step|undefined)[][]} rows one list of steps for each
   *     row, one step for each run; undefined where that run had ended
   * @param {number} total the steps that there are, of which `rows` are the last
   */
  render(rows, total) {
    if (!this.#body) {
      return;
    }
    const first = rows[0]?.find(Boolean)?.k ?? 0;
    const texts = rows.map((steps, i) => this.#cells(first + i, steps)).filter(Boolean);
    // Rows that stand are not touched: only what is new or different is written.
    const keys = texts.map((cells) => cells.join('|'));
    let same = 0;
    while (same < keys.length && keys[same] === this.#known[same]) {
      same += 1;
    }
    while (this.#body.rows.length > same) {
      this.#body.deleteRow(-1);
    }
    this.#body.append(...texts.slice(same).map((cells) => row(cells)));
    this.#known = keys;
    if (this.#note) {
      write(this.#note, total > ROWS ? this.#messages.text('table.more',
        this.#numbers.count(rows.length), this.#numbers.count(total)) : '');
    }
  }

  #cells(k, steps) {
    if (this.#cellsOf) {
      return this.#cellsOf(steps[0]);
    }
    if (steps.length === 1) {
      const [{ w, loss, gradient, learningRate }] = steps;
      const slope = w.length === 1 ? gradient[0] : Math.hypot(...gradient);
      return [this.#numbers.count(k), ...[...w, loss, slope]
        .map((value) => this.#numbers.exact(value)), this.#numbers.rate(learningRate)];
    }
    return [this.#numbers.count(k),
      ...steps.map((step) => (step ? this.#numbers.exact(step.loss) : ''))];
  }
}

function row(cells) {
  const line = document.createElement('tr');
  cells.forEach((text, i) => {
    const cell = document.createElement(i === 0 ? 'th' : 'td');
    if (i === 0) {
      cell.scope = 'row';
    }
    cell.textContent = text;
    line.append(cell);
  });
  return line;
}
