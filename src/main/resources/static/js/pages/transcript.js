import { NetTeller } from '../describe/net-teller.js';
import { readProgram, tableOf } from '../transport/api.js';
import { mark, part } from '../view/parts.js';

/** So many rows of a table are shown. */
const ROWS = 6;

/** What the program puts out, line by line: text, tables, layers and predictions. */
export class Transcript {
  #stage;
  #program;
  #teller;
  #outputs = [];
  #shown = '';
  #asked = '';

  /**
   * @param {import('./stage.js').Stage} stage
   * @param {function(): string} program that is trained
   */
  constructor(stage, program) {
    this.#stage = stage;
    this.#program = program;
    this.#teller = new NetTeller(stage.tools.messages, stage.tools.numbers);
  }

  /** Other outputs. @param {Object[]} outputs as the service has them */
  show(outputs) {
    this.#outputs = outputs;
    this.#asked = '';
    this.#render();
  }

  /** Predictions are those of the round shown, once it stands still. */
  async words(k, rolling) {
    const predicts = this.#outputs.some(({ kind }) => kind === 'prediction');
    const key = `${k} ${this.#program()}`;
    const [{ ride }] = this.#stage.panels;
    if (rolling || !predicts || key === this.#asked || ride.journey.step(k)?.provisional) {
      return;
    }
    this.#asked = key;
    const reading = await readProgram(this.#program(), k).catch(() => null);
    if (key === this.#asked && reading) {
      this.#outputs = reading.outputs;
      this.#render();
    }
  }

  async #render() {
    const outputs = this.#outputs;
    const key = JSON.stringify(outputs);
    if (key === this.#shown) {
      return;
    }
    this.#shown = key;
    const items = await Promise.all(outputs.map((output) => this.#item(output)));
    if (key === this.#shown) {
      part(this.#stage.element, 'outputs').replaceChildren(...items.filter(Boolean));
      mark(part(this.#stage.element, 'transcript'), 'data-some', items.some(Boolean) ? '' : null);
    }
  }

  async #item(output) {
    const { messages } = this.#stage.tools;
    const item = document.createElement('li');
    switch (output.kind) {
      case 'text':
        item.append(output.text);
        break;
      case 'data':
        item.append(...await this.#table(output.data));
        break;
      case 'network':
        item.append(this.#teller.layers(output.layers, output.parameters));
        break;
      case 'prediction':
        item.append(this.#prediction(output));
        break;
      default:
        return null;
    }
    item.title = messages.text('line', String(output.line));
    return item;
  }

  #prediction({ features, output, answer }) {
    const { messages, numbers } = this.#stage.tools;
    const given = numbers.list(features.map((value) => numbers.rate(value)));
    if (answer === null || answer === undefined) {
      return messages.text('prediction.none', given);
    }
    return typeof answer === 'number'
      ? messages.text('prediction.number', given, numbers.said(answer))
      : messages.text('prediction.kind', given, answer, numbers.percent(Math.max(
        ...(output.length === 1 ? [output[0], 1 - output[0]] : output))));
  }

  async #table(name) {
    const { messages, numbers } = this.#stage.tools;
    const table = await tableOf(name).catch(() => null);
    if (!table) {
      return [name];
    }
    const made = document.createElement('table');
    fillTable(made, table, numbers);
    const title = document.createElement('p');
    title.textContent = messages.text('data', name, numbers.count(table.rows.length),
      numbers.count(Math.min(ROWS, table.rows.length)));
    const frame = document.createElement('div');
    Object.entries({ class: 'rows', tabindex: '0', role: 'group', 'aria-label': title.textContent })
      .forEach(([key, value]) => mark(frame, key, value));
    frame.append(made);
    return [title, frame];
  }
}

/** The first rows of a table with the names of its columns. */
export function fillTable(element, { features, kinds, target, rows }, numbers) {
  const head = element.createTHead().insertRow();
  [...features.map(({ name, unit }) => (unit ? `${name} (${unit})` : name)), target]
    .forEach((name) => {
      const cell = document.createElement('th');
      cell.scope = 'col';
      cell.textContent = name;
      head.append(cell);
    });
  const body = element.createTBody();
  rows.slice(0, ROWS).forEach((row) => {
    const line = body.insertRow();
    row.forEach((value, i) => {
      line.insertCell().textContent = i === features.length && kinds.length > 0 ? kinds[value]
        : numbers.rate(value);
    });
  });
}
