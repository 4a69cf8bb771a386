import { part, write } from '../view/parts.js';

/** More rows than these a reader does not look at; the service has them all. */
const MOST_ROWS = 30;

/** The table that a program loads: where it is from, and its first rows. */
export class LearnedFrom {
  #root;
  #tools;
  #table = null;
  #shown = null;

  /** @param {import('./stage.js').Stage} stage */
  constructor({ element, tools }) {
    this.#root = part(element, 'learned-from');
    this.#tools = tools;
    this.#root.addEventListener('toggle', () => this.#render());
  }

  /** @param {Object} table as the service has it */
  show(table) {
    this.#table = table;
    this.#render();
  }

  /** Only where somebody looks: some tables have 64 columns. */
  #render() {
    const table = this.#table;
    if (!table || !this.#root.open || this.#shown === table) {
      return;
    }
    this.#shown = table;
    const { messages } = this.#tools;
    write(part(this.#root, 'learned-from-words'), `${table.description} ${messages.text(
      'table.from', table.source, table.licence)} ${table.rows.length > MOST_ROWS
      ? messages.text('table.first', MOST_ROWS, table.rows.length) : ''}`.trim());
    part(this.#root, 'learned-from-rows').replaceChildren(this.#drawn(table));
  }

  #drawn({ features, kinds, target, rows }) {
    const drawn = document.createElement('table');
    drawn.dir = 'ltr';
    const head = drawn.createTHead().insertRow();
    ['', ...features.map(({ name, unit }) => (unit ? `${name} (${unit})` : name)), target]
      .forEach((name) => {
        const cell = document.createElement(name ? 'th' : 'td');
        cell.textContent = name;
        if (name) {
          cell.scope = 'col';
        }
        head.append(cell);
      });
    const body = drawn.createTBody();
    rows.slice(0, MOST_ROWS).forEach((row, i) => {
      const line = body.insertRow();
      const told = row.at(-1);
      [String(i + 1), ...row.slice(0, -1), kinds[told] ?? told].forEach((value) => {
        line.insertCell().textContent = typeof value === 'number'
          ? this.#tools.numbers.whole(value) : value;
      });
    });
    return drawn;
  }
}
