import { InsideTable } from '../view/inside-table.js';
import { part, write } from '../view/parts.js';
import { arrowsOf } from '../model/arrows.js';
import { BEFORE } from '../model/rule-book.js';
import { Lane } from './lane.js';

/** How each arrow looks, beside its name. */
const LOOKS = {
  gradient: { token: '--slope-line', dash: [], name: 'gradient' },
  memory: { token: '--memory', dash: [6, 3], name: 'memory' },
  step: { token: '--step-line', dash: [], name: 'step' },
};

/** The colours that a map must know for them. */
export const ARROW_TOKENS = Object.values(LOOKS).map(({ token }) => token);

/** One optimizer with its inside turned out: arrows on the map, and every number of its update. */
export class InsidePanel extends Lane {
  /** What the map draws at the ball. */
  arrows = [];
  #book;
  #table;
  #domain;
  #changed;
  #lit = null;

  /**
   * @param {HTMLElement} root
   * @param {Object} options as a lane has them, and the `book` of its rule
   */
  constructor(root, options) {
    super(root, options);
    this.#book = options.book;
    this.#table = new InsideTable(root, options.book, options.tools);
    this.#domain = options.surface.domain;
    this.#changed = options.on.change;
  }

  /** The arrows leave the place that the ball leaves, and stay there while it is on its way. */
  draw(position) {
    this.arrows = this.#picture(this.#from(Math.floor(position))).arrows.map((arrow) => {
      const { name, ...look } = LOOKS[arrow.symbol] ?? LOOKS.memory;
      return { ...arrow, ...look, lit: arrow.symbol === this.#lit,
        text: this.tools.messages.text(`inside.arrow.${name}`) };
    });
  }

  /** Lights up the arrow of a symbol: that of what is remembered for all that becomes of it. */
  highlight(symbol) {
    const { memory } = this.#book;
    this.#lit = symbol === memory && memory !== '' ? memory + BEFORE
      : symbol === 'landing' ? 'step' : symbol;
    this.#changed();
  }

  /** Writes what the numbers are now. */
  write(k) {
    super.write();
    const { journey } = this.ride;
    const from = this.#from(k);
    const [now, after] = [journey.step(from), journey.step(from + 1)];
    this.#table.render(from, [0, 1].map((i) => this.#book.numbers(now, after, i)));
    write(part(this.root, 'scale'), this.#scale(this.#picture(from)));
  }

  /** At the end there is no step to come: the last one is shown. */
  #from(k) {
    const { journey, ended } = this.ride;
    return ended && k === journey.last.k ? Math.max(0, k - 1) : k;
  }

  #picture(k) {
    const { journey } = this.ride;
    return arrowsOf(journey.step(k), journey.step(k + 1), this.#book, this.#domain);
  }

  #scale({ scale, factor }) {
    const { messages, numbers } = this.tools;
    const key = factor === 1 ? 'same' : factor > 1 ? 'times' : 'part';
    return messages.text('inside.scale', numbers.rate(scale), messages.text(`inside.scale.${key}`,
      numbers.rate(factor > 1 ? factor : 1 / factor)));
  }
}
