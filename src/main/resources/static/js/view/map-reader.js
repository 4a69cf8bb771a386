import { mark } from './parts.js';

/** How near to the start a drag has to begin, in CSS pixels: a thumb is wide. */
const GRASP = 28;

/** Keys move the cross by these shares of the map, the second with Shift. */
const STEP = 1 / 100;
const STRIDE = 1 / 10;

const WAYS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowDown: [0, -1], ArrowUp: [0, 1] };

/**
 * A cross that reads the map: by the pointer, or by the arrow keys. Enter, or a drag of the start
 * itself, puts the start where it is.
 */
export class MapReader {
  #element;
  #map;
  #surface;
  #on;
  #start;
  #pinned = null;
  #dragging = false;

  /** The place that is read; null for none. */
  w = null;

  /**
   * @param {HTMLElement} element over the map, with the role of a slider
   * @param {{ map: import('./surface-map.js').SurfaceMap,
   *     surface: import('../model/surface.js').Surface,
   *     on: { read: function(): void, start: function(number[]): void } }} options
   */
  constructor(element, { map, surface, on }) {
    this.#element = element;
    this.#map = map;
    this.#surface = surface;
    this.#on = on;
    mark(element, 'tabindex', '0');
    mark(element, 'aria-disabled', null);
    element.addEventListener('keydown', (event) => this.#key(event));
    element.addEventListener('blur', () => this.#read(null));
    element.addEventListener('pointerdown', (event) => this.#press(event));
    element.addEventListener('pointermove', (event) => this.#move(event));
    element.addEventListener('pointerleave', () => this.#show(this.#pinned));
    ['pointerup', 'pointercancel'].forEach((type) =>
      element.addEventListener(type, () => { this.#dragging = false; }));
  }

  /** @param {number[]} start where the runs begin @param {string} words what is read, or may be */
  render(start, words) {
    this.#start = start;
    const [ends] = this.#surface.domain;
    mark(this.#element, 'aria-valuemin', String(ends[0]));
    mark(this.#element, 'aria-valuemax', String(ends[1]));
    mark(this.#element, 'aria-valuenow', String(Number((this.w ?? start)[0].toPrecision(6))));
    mark(this.#element, 'aria-valuetext', words);
  }

  /** Reads nothing any more. */
  leave() {
    this.#read(null);
  }

  #key(event) {
    if (event.altKey || event.ctrlKey || event.metaKey) {
      return;
    }
    const share = event.shiftKey ? STRIDE : STEP;
    if (event.key in WAYS) {
      const from = this.w ?? this.#start;
      this.#read(this.w === null && !event.shiftKey ? from : from.map((value, i) =>
        value + WAYS[event.key][i] * share * (this.#surface.domain[i][1]
          - this.#surface.domain[i][0])));
    } else if (event.key === 'Home') {
      this.#read(this.#start);
    } else if (event.key === 'Enter' && this.w) {
      this.#on.start(this.w);
    } else if (event.key === 'Escape') {
      this.#read(null);
    } else {
      return;
    }
    event.preventDefault();
  }

  #press(event) {
    if (event.button !== 0) {
      return;
    }
    const [x, y] = this.#map.placeOf(this.#start);
    const { left, top } = this.#element.getBoundingClientRect();
    this.#dragging = Math.hypot(event.clientX - left - x, event.clientY - top - y) <= GRASP;
    if (this.#dragging) {
      this.#element.setPointerCapture(event.pointerId);
    } else {
      this.#read(this.#map.wAt(event));
    }
  }

  #move(event) {
    if (this.#dragging) {
      this.#on.start(this.#tidy(this.#map.wAt(event)));
    } else if (event.pointerType !== 'touch') {
      this.#show(this.#map.wAt(event));
    }
  }

  /** Reads a place and stays there. */
  #read(w) {
    this.#pinned = w && this.#tidy(w);
    this.#show(this.#pinned);
  }

  #show(w) {
    this.w = w && this.#tidy(w);
    this.#on.read();
  }

  /** Within the map, and no finer than a reader can point. */
  #tidy(w) {
    return this.#surface.within(w).map((value, i) => {
      const [lo, hi] = this.#surface.domain[i];
      const grain = 10 ** Math.floor(Math.log10((hi - lo) / 400));
      return Number((Math.round(value / grain) * grain).toPrecision(6));
    });
  }
}
