import { letterOf } from '../model/basins.js';
import { mark } from './parts.js';

/** So narrow, in per cent of the picture, there is no room for a letter. */
const ROOMY = 3;

/** Along the axis of a picture: where balls end from each start, by colour, hatching and letter. */
export class BasinStrip {
  #svg;
  #letters;
  #drops;
  #drawn = '';

  /** @param {HTMLElement} root that the server rendered */
  constructor(root) {
    this.#svg = root.querySelector('[data-part="basin-strip"]');
    this.#letters = root.querySelector('[data-part="basin-letters"]');
    this.#drops = root.querySelector('[data-part="basin-drops"]');
  }

  /**
   * @param {import('../model/basins.js').Stretch[]} stretches
   * @param {number[]} domain of the picture above
   */
  render(stretches, [lo, hi]) {
    const at = (w) => (w - lo) / (hi - lo) * 100;
    const name = `${lo},${hi};${stretches.map((each) => Object.values(each).join()).join(';')}`;
    if (name === this.#drawn) {
      return;
    }
    this.#drawn = name;
    this.#svg.replaceChildren(this.#svg.querySelector('defs'), ...stretches.map((each) => shape(
      'rect', { x: `${at(each.from)}%`, width: `${at(each.to) - at(each.from)}%`, height: '100%',
        class: 'basin', 'data-look': each.look, 'data-valley': each.valley,
        ...(each.rests ? { 'data-rests': 'true' } : {}) })));
    this.#letters.replaceChildren(...stretches
      .filter(({ from, to, valley }) => valley >= 0 && at(to) - at(from) > ROOMY)
      .map(({ from, to, valley }) => {
        const badge = shape('svg', { x: `${at((from + to) / 2)}%`, y: '50%', overflow: 'visible' });
        const letter = shape('text', { y: 4.5, 'text-anchor': 'middle' });
        letter.textContent = letterOf(valley);
        badge.append(shape('circle', { r: 10 }), letter);
        return badge;
      }));
  }

  /** Marks the starts from which balls were dropped. */
  renderDrops(drops, [lo, hi]) {
    if (!this.#drops) {
      return;
    }
    while (this.#drops.childElementCount > drops.length) {
      this.#drops.lastChild.remove();
    }
    while (this.#drops.childElementCount < drops.length) {
      this.#drops.append(shape('circle', { cy: '50%', r: '4', class: 'drop' }));
    }
    [...this.#drops.children].forEach((dot, i) => {
      mark(dot, 'cx', `${(drops[i].w - lo) / (hi - lo) * 100}%`);
      mark(dot, 'data-look', drops[i].look);
    });
  }
}

function shape(name, attributes) {
  const element = document.createElementNS('http://www.w3.org/2000/svg', name);
  Object.entries(attributes).forEach(([key, value]) => element.setAttribute(key, value));
  return element;
}
