import { mark } from './parts.js';

/** How far words stay apart, in CSS pixels. */
const GAP = 6;

/**
 * Where the words under the bands stand: each in the middle of its band, within the line. A word
 * that is too wide for its band is left out, but never the one of the band the rate is in; what
 * would touch that one is left out too.
 *
 * @param {{ from: number, to: number, word: number, current: boolean }[]} bands where each begins
 *     and ends, and how wide its word is, in CSS pixels
 * @param {number} width of the line, in CSS pixels
 * @returns {{ left: number, shown: boolean }[]}
 */
export function placeNames(bands, width) {
  const lefts = bands.map(({ from, to, word }) =>
    Math.max(0, Math.min((from + to - word) / 2, width - word)));
  const current = bands.findIndex((band) => band.current);
  return bands.map(({ from, to, word }, i) => ({
    left: lefts[i],
    shown: i === current || (word <= to - from && (current < 0
        || lefts[i] + word + GAP <= lefts[current]
        || lefts[current] + bands[current].word + GAP <= lefts[i])),
  }));
}

/** The words under the bands. They stay in the list for screen readers, seen or not. */
export class BandNames {
  #list;
  #items;
  #width = 0;
  #words = [];
  #bands = null;

  /** @param {HTMLElement} list of one item for each band, from the slowest rates to the fastest */
  constructor(list) {
    this.#list = list;
    this.#items = [...list.children];
    new ResizeObserver(() => {
      this.#measure();
      this.#place();
    }).observe(list);
  }

  /**
   * @param {number[]} ends where each band ends, in hundredths of the width
   * @param {number} current the band the rate is in; -1 for none
   */
  render(ends, current) {
    this.#bands = { ends, current };
    this.#place();
  }

  #measure() {
    this.#width = this.#list.clientWidth;
    this.#words = this.#items.map((item) => item.offsetWidth);
  }

  #place() {
    if (!this.#width || !this.#bands) {
      return;
    }
    const { ends, current } = this.#bands;
    const bands = this.#items.map((_, i) => ({
      from: (i === 0 ? 0 : ends[i - 1] ?? 100) * this.#width / 100,
      to: (ends[i] ?? 100) * this.#width / 100,
      word: this.#words[i],
      current: i === current,
    }));
    placeNames(bands, this.#width).forEach(({ left, shown }, i) => {
      this.#items[i].style.transform = `translateX(${left.toFixed(1)}px)`;
      mark(this.#items[i], 'data-cramped', shown ? null : '');
    });
  }
}
