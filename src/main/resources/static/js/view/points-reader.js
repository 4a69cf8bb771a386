import { mark } from './parts.js';

/** How near to a point a press has to be to take it, in CSS pixels: a thumb is wide. */
const GRASP = 18;

/** A press that moves no further than this is one in place, in CSS pixels. */
const STILL = 6;

/** Keys move a point by these shares of the picture, the second with Shift. */
const STEP = 1 / 100;
const STRIDE = 1 / 10;

const WAYS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowDown: [0, -1], ArrowUp: [0, 1] };

/** Chooses a point, moves it, adds one or takes one away: by the pointer, or by the keys. */
export class PointsReader {
  #element;
  #picture;
  #points;
  #on;
  #dragging = false;
  #pressed = null;

  /** The point that is chosen, by its row; null for none. */
  chosen = null;

  /**
   * @param {HTMLElement} element over the picture, with the role of a slider
   * @param {{ picture: import('./line-picture.js').LinePicture,
   *     points: import('../model/points.js').Points, on: { choose: function(): void,
   *     move: function(number, number[]): void, add: function(number[]): void,
   *     remove: function(number): void, settle: function(): void } }} options `settle` is told
   *     when a drag has ended
   */
  constructor(element, { picture, points, on }) {
    this.#element = element;
    this.#picture = picture;
    this.#points = points;
    this.#on = on;
    mark(element, 'tabindex', '0');
    mark(element, 'aria-disabled', null);
    element.addEventListener('keydown', (event) => this.#key(event));
    element.addEventListener('pointerdown', (event) => this.#press(event));
    element.addEventListener('pointermove', (event) => this.#move(event));
    element.addEventListener('pointerup', (event) => this.#lift(event));
    element.addEventListener('pointercancel', () => this.#drop());
    element.addEventListener('touchstart', (event) => this.#touch(event), { passive: false });
  }

  /** @param {string} words what is chosen, or may be */
  render(words) {
    mark(this.#element, 'aria-valuemax', String(this.#points.points.length));
    mark(this.#element, 'aria-valuenow', String((this.chosen ?? 0) + 1));
    mark(this.#element, 'aria-valuetext', words);
  }

  /** @param {?number} row */
  choose(row) {
    const last = this.#points.points.length - 1;
    this.chosen = row === null ? null : Math.max(0, Math.min(last, row));
    this.#on.choose();
  }

  #key(event) {
    if (event.altKey || event.ctrlKey || event.metaKey) {
      return;
    }
    const at = this.chosen;
    const known = { PageUp: () => this.choose((at ?? -1) + 1), Home: () => this.choose(0),
      PageDown: () => this.choose((at ?? 1) - 1), End: () => this.choose(Infinity),
      Escape: () => this.choose(null) };
    const here = this.#points.points[at];
    const changes = { Delete: () => this.#on.remove(at), Backspace: () => this.#on.remove(at),
      Insert: () => this.#on.add(this.#beside(here, [0.05, 0])) };
    if (event.key in WAYS) {
      const share = event.shiftKey ? STRIDE : STEP;
      if (here) {
        this.#on.move(at, this.#beside(here, WAYS[event.key].map((way) => way * share)));
      } else {
        this.choose(0);
      }
    } else if (event.key in known) {
      known[event.key]();
    } else if (event.key in changes && here) {
      changes[event.key]();
    } else {
      return;
    }
    event.preventDefault();
  }

  #beside(point, shares) {
    return point.map((value, i) => {
      const [lo, hi] = this.#points.frame[i];
      return this.#tidy(value + shares[i] * (hi - lo), i);
    });
  }

  #press(event) {
    if (event.button !== 0) {
      return;
    }
    const row = this.#nearest(event);
    if (row === null) {
      this.#pressed = event;
    } else {
      this.choose(row);
      this.#dragging = true;
      this.#element.setPointerCapture(event.pointerId);
    }
  }

  #move(event) {
    if (this.#dragging) {
      this.#on.move(this.chosen, this.#placeAt(event));
    }
  }

  /** A press that stays where it is adds a point; one that moves on scrolls the page. */
  #lift(event) {
    if (this.#pressed && Math.hypot(event.clientX - this.#pressed.clientX,
      event.clientY - this.#pressed.clientY) <= STILL) {
      this.#on.add(this.#placeAt(event));
    }
    this.#drop();
  }

  /** A finger on a point drags it, and the page stays where it is. */
  #touch(event) {
    if (this.#nearest(event.touches[0]) !== null) {
      event.preventDefault();
    }
  }

  #drop() {
    this.#pressed = null;
    if (this.#dragging) {
      this.#dragging = false;
      this.#on.settle();
    }
  }

  get dragging() {
    return this.#dragging;
  }

  #nearest({ clientX, clientY }) {
    const { left, top } = this.#element.getBoundingClientRect();
    const away = this.#points.points.map((point) => {
      const [x, y] = this.#picture.pixelsOf(point);
      return Math.hypot(x - clientX + left, y - clientY + top);
    });
    const least = Math.min(...away);
    return least <= GRASP ? away.indexOf(least) : null;
  }

  /** Within the picture. */
  #placeAt(event) {
    return this.#picture.placeAt(event).map((value, i) => {
      const [lo, hi] = this.#points.frame[i];
      return this.#tidy(Math.min(Math.max(value, lo), hi), i);
    });
  }

  /** No finer than a reader can point. */
  #tidy(value, i) {
    const [lo, hi] = this.#points.frame[i];
    const grain = 10 ** Math.floor(Math.log10((hi - lo) / 200));
    return Number((Math.round(value / grain) * grain).toPrecision(6));
  }
}
