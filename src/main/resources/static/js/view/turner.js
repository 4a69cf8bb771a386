import { mark } from './parts.js';

/** Keys turn and raise by so much, the second with Shift, in degrees. */
const STEP = 5;
const STRIDE = 30;

/** A drag over so many pixels turns by one degree. */
const PACE = 2;

/** How far above the ground the eye may be, in degrees. */
const LOWEST = 15;
const HIGHEST = 85;

/** From the front and a little from the right, high enough to look into a valley. */
const FIRST = { turn: -30, rise: 56 };

const WAYS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowDown: [0, -1], ArrowUp: [0, 1] };

/** Turns what is seen aslant: by a drag to the left or right, or by the arrow keys. */
export class Turner {
  #element;
  #say;
  #on;
  #at = { ...FIRST };
  #held = null;

  /**
   * @param {HTMLElement} element over the picture, with the role of a slider
   * @param {{ say: function({turn: number, rise: number}): string, on: function(): void }} options
   *     `say` gives the words for a view, `on` is told that it has changed
   */
  constructor(element, { say, on }) {
    this.#element = element;
    this.#say = say;
    this.#on = on;
    mark(element, 'tabindex', '0');
    element.addEventListener('keydown', (event) => this.#key(event));
    element.addEventListener('pointerdown', (event) => this.#press(event));
    element.addEventListener('pointermove', (event) => this.#move(event));
    ['pointerup', 'pointercancel'].forEach((type) =>
      element.addEventListener(type, () => { this.#held = null; }));
    this.#render();
  }

  /** How it is looked at, in radians. @return {{ turn: number, rise: number }} */
  get view() {
    const { turn, rise } = this.#at;
    return { turn: turn * Math.PI / 180, rise: rise * Math.PI / 180 };
  }

  #key(event) {
    if (event.altKey || event.ctrlKey || event.metaKey) {
      return;
    }
    const step = event.shiftKey ? STRIDE : STEP;
    if (event.key in WAYS) {
      const [turn, rise] = WAYS[event.key];
      this.#turn(this.#at.turn + turn * step, this.#at.rise + rise * step);
    } else if (event.key === 'Home') {
      this.#turn(FIRST.turn, FIRST.rise);
    } else {
      return;
    }
    event.preventDefault();
  }

  #press(event) {
    if (event.button === 0) {
      this.#held = { x: event.clientX, y: event.clientY, ...this.#at };
      this.#element.setPointerCapture(event.pointerId);
    }
  }

  /** A finger that goes up or down scrolls the page; a mouse that does raises the eye. */
  #move({ clientX, clientY, pointerType }) {
    if (this.#held) {
      const { x, y, turn, rise } = this.#held;
      this.#turn(turn + (clientX - x) / PACE,
        pointerType === 'touch' ? rise : rise + (clientY - y) / PACE);
    }
  }

  #turn(turn, rise) {
    this.#at = { turn: (((turn + 180) % 360) + 360) % 360 - 180,
      rise: Math.min(Math.max(rise, LOWEST), HIGHEST) };
    this.#render();
    this.#on();
  }

  #render() {
    mark(this.#element, 'aria-valuenow', String(Math.round(this.#at.turn)));
    mark(this.#element, 'aria-valuetext', this.#say(this.#at));
  }
}
