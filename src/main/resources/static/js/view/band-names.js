import { mark } from './parts.js';

/** How far words stay apart at least, and where there is room, in CSS pixels. */
const GAP = 5;
const WIDE_GAP = 12;

/**
 * Where the words under the bands stand: each as near to the middle of its band as the others let
 * it, in the bands' order and within the line. In two rows the slower bands have the upper one. The
 * word of a band of no width is left out, unless the rate is in it; and so, where there is no room
 * for all, is that of the narrowest.
 *
 * @param {{ from: number, to: number, word: number, current: boolean }[]} bands where each begins
 *     and ends, and how wide its word is, in CSS pixels
 * @param {number} width of the line, in CSS pixels
 * @param {number} [rows] 1 or 2
 * @returns {{ left: number, row: number, shown: boolean }[]}
 */
export function placeNames(bands, width, rows = 1) {
  const names = bands.map((band, i) => ({ ...band, row: i * rows < bands.length ? 0 : rows - 1,
    left: 0, shown: band.current || band.to > band.from }));
  [...new Set(names.map((name) => name.row))].forEach((row) =>
    placeRow(names.filter((name) => name.row === row && name.shown), width));
  return names.map(({ left, row, shown }) => ({ left, row, shown }));
}

function placeRow(names, width) {
  const words = names.reduce((sum, { word }) => sum + word, 0);
  const gap = Math.min(WIDE_GAP, (width - words) / Math.max(1, names.length - 1));
  const [narrowest] = names.filter((name) => !name.current)
    .sort((a, b) => (a.to - a.from) - (b.to - b.from));
  if (gap < GAP && narrowest) {
    narrowest.shown = false;
    placeRow(names.filter((name) => name !== narrowest), width);
    return;
  }
  let end = 0;
  names.forEach((name) => {
    name.left = Math.max((name.from + name.to - name.word) / 2, end);
    end = name.left + name.word + gap;
  });
  let start = width;
  names.reverse().forEach((name) => {
    name.left = Math.max(0, Math.min(name.left, start - name.word));
    start = name.left - gap;
  });
}

/** The words under the bands. They stay in the list for screen readers, seen or not. */
export class BandNames {
  #list;
  #items;
  #width = 0;
  #rows = 1;
  #line = 0;
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

  /** The stylesheet gives the list the height of one row, or of two where it is narrow. */
  #measure() {
    this.#width = this.#list.clientWidth;
    this.#line = this.#items[0].offsetHeight;
    this.#rows = this.#list.clientHeight > 1.5 * this.#line ? 2 : 1;
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
    placeNames(bands, this.#width, this.#rows).forEach(({ left, row, shown }, i) => {
      this.#items[i].style.transform =
        `translate(${left.toFixed(1)}px, ${(row * this.#line).toFixed(1)}px)`;
      mark(this.#items[i], 'data-cramped', shown ? null : '');
    });
  }
}
