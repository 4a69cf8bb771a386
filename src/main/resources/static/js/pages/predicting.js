import { predictions } from '../transport/api.js';
import { part, write } from '../view/parts.js';

/** More features than these are no row of sliders. */
const MOST = 12;

/** A slider is asked about once it has stood still so long, in milliseconds. */
const STILL = 120;

/** While it trains, the answer is brought up to date so often, in milliseconds. */
const EVERY = 800;

/** So much work, in multiplications, is light. */
const LIGHT = 1e7;

/** The reader's own example: a slider for each feature, and what the network makes of it. */
export class Predicting {
  #stage;
  #root;
  #trained;
  #table = null;
  #timer = 0;
  #asked = '';
  #askedAt = 0;

  /**
   * @param {import('./stage.js').Stage} stage
   * @param {function(): {program: string, training: ?Object}} trained what is trained
   */
  constructor(stage, trained) {
    this.#stage = stage;
    this.#trained = trained;
    this.#root = part(stage.element, 'predict');
  }

  /** A slider for each of its features, unless there are some already. */
  show(table) {
    if (this.#table?.name === table.name) {
      return;
    }
    this.#table = table;
    this.#asked = '';
    this.#root.hidden = table.features.length > MOST;
    part(this.#root, 'sliders').replaceChildren(...(this.#root.hidden ? []
      : table.features.map((feature) => this.#slider(feature))));
  }

  /** Asks about the round shown: once it stands still, or now and then while that costs little. */
  words(k, rolling) {
    if (!rolling) {
      this.#askSoon();
    } else if (this.#isLight(k) && performance.now() - this.#askedAt > EVERY) {
      this.#ask();
    }
  }

  /** The service trains anew up to the round that is asked about. */
  #isLight(k) {
    const { training } = this.#trained();
    return training !== null && training.parameters * training.examples * k < LIGHT;
  }

  #slider({ name, unit, lo, hi, mean }) {
    const label = document.createElement('label');
    const title = document.createElement('span');
    const output = document.createElement('output');
    const input = Object.assign(document.createElement('input'), { type: 'range' });
    Object.assign(input, { min: String(lo), max: String(hi), step: String((hi - lo) / 200),
      value: String(mean) });
    title.textContent = unit ? `${name} (${unit})` : name;
    const tell = () => {
      output.textContent = this.#stage.tools.numbers.rate(Number(input.value));
      input.setAttribute('aria-valuetext', `${output.textContent} ${unit}`.trim());
    };
    input.addEventListener('input', () => {
      tell();
      this.#askSoon();
    });
    // Not a field of the form, which would make the page anew.
    input.addEventListener('change', (event) => event.stopPropagation());
    tell();
    label.append(title, input, output);
    return label;
  }

  #askSoon() {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#ask(), STILL);
  }

  async #ask() {
    const [{ ride }] = this.#stage.panels;
    const k = Math.floor(this.#stage.outing.positionOf(ride));
    const { program, training } = this.#trained();
    const inputs = [...this.#root.querySelectorAll('input')].map((input) => Number(input.value));
    const key = JSON.stringify([program, k, inputs]);
    // Until the table of what is trained is here, the sliders are of the one before.
    if (inputs.length === 0 || key === this.#asked || this.#root.hidden
        || training?.data !== this.#table.name || ride.journey.step(k)?.provisional) {
      return;
    }
    this.#asked = key;
    this.#askedAt = performance.now();
    const answer = await predictions(program, k, [inputs]).catch(() => null);
    if (key === this.#asked && answer) {
      this.#tell(k, answer.outputs[0], answer.answers[0]);
    }
  }

  #tell(k, shares, answer) {
    const { messages, numbers } = this.#stage.tools;
    const { kinds, target } = this.#table;
    const words = kinds.length > 0 ? messages.text('predict.kind', numbers.count(k), answer)
      : messages.text('predict.number', numbers.count(k), target, numbers.said(answer));
    write(part(this.#root, 'answer'), words);
    const all = shares.length === 1 && kinds.length === 2 ? [1 - shares[0], shares[0]] : shares;
    part(this.#root, 'shares').replaceChildren(...kinds.flatMap((kind, i) => [
      Object.assign(document.createElement('dt'), { textContent: kind }),
      this.#share(all[i]),
    ]));
  }

  #share(share) {
    const said = document.createElement('dd');
    const bar = Object.assign(document.createElement('span'), { className: 'bar' });
    const filled = document.createElement('span');
    filled.style.width = `${100 * Math.max(0, Math.min(1, share))}%`;
    bar.append(filled);
    said.append(bar, this.#stage.tools.numbers.tenths(share));
    return said;
  }
}
