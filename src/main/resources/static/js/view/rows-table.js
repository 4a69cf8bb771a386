import { mark, write } from './parts.js';

/** The data row by row, with a mark for each run whose next update looks at a row. */
export class RowsTable {
  #body;
  #looks;
  #numbers;
  #points = null;
  #lit = [];

  /**
   * @param {HTMLElement} body
   * @param {{marker: string}[]} looks how each run looks
   * @param {import('../model/numbers.js').Numbers} numbers
   */
  constructor(body, looks, numbers) {
    this.#body = body;
    this.#looks = looks;
    this.#numbers = numbers;
  }

  /**
   * @param {import('../model/points.js').Points} points
   * @param {(?number[])[]} lit for each run the rows; null for all of them
   * @param {import('../describe/messages.js').Messages} messages
   */
  render({ points, heads }, lit, messages) {
    if (points !== this.#points) {
      this.#points = points;
      this.#fill(points, heads);
      this.#lit = this.#looks.map(() => []);
    }
    const all = points.map((_, i) => i);
    lit.map((rows) => rows ?? all).forEach((rows, run) => {
      const [before, now] = [this.#lit[run], rows];
      if (before !== now && before.join() !== now.join()) {
        before.forEach((row) => this.#light(row, run, ''));
        now.forEach((row) => this.#light(row, run, messages.text('batches.lit')));
        this.#lit[run] = now;
      }
    });
  }

  #light(row, run, words) {
    const cell = this.#body.rows[row]?.cells[3 + run];
    write(cell?.firstChild, words);
    mark(cell, 'data-lit', words === '' ? null : '');
  }

  #fill(points, names) {
    const heads = this.#body.closest('table').tHead.rows[0].cells;
    names.forEach((name, i) => write(heads[1 + i], name));
    this.#body.replaceChildren(...points.map(([x, y], i) => {
      const line = document.createElement('tr');
      [i + 1, x, y, ...this.#looks.map(() => '')].forEach((text, j) => {
        const cell = line.appendChild(document.createElement(j === 0 ? 'th' : 'td'));
        if (j === 0) {
          cell.scope = 'row';
        }
        if (j > 2) {
          cell.className = `lit-${j - 2}`;
          cell.append(document.createElement('span'));
        } else {
          cell.textContent = this.#numbers.whole(text);
        }
      });
      return line;
    }));
  }
}
