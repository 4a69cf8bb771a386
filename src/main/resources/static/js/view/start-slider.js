import { mark } from './parts.js';

/** How near to the ball a drag has to begin, in CSS pixels: a thumb is wide. */
const GRASP = 32;

/** The curve as a slider for the start: by the keys, or by dragging the ball. */
export class StartSlider {
  #element;
  #picture;
  #domain;
  #onStart;
  #w = 0;
  #dragging = false;

  /**
   * @param {HTMLElement} element with the role of a slider
   * @param {HTMLElement} host of the picture
   * @param {{picture: import('./curve-picture.js').CurvePicture, domain: number[],
   *     onStart: function(number): void, anywhere?: boolean}} options `anywhere`: a click
   *     wherever it is puts the ball there
   */
  constructor(element, host, { picture, domain, onStart, anywhere = false }) {
    this.#element = element;
    this.#picture = picture;
    this.#domain = domain;
    this.#onStart = onStart;
    mark(element, 'aria-valuemin', String(domain[0]));
    mark(element, 'aria-valuemax', String(domain[1]));
    mark(element, 'tabindex', '0');
    mark(element, 'aria-disabled', null);
    element.addEventListener('keydown', (event) => this.#key(event));
    host.addEventListener('pointerdown', (event) => this.#press(event, host));
    if (anywhere) {
      host.addEventListener('click', (event) => this.#move(picture.wAt(event.clientX)));
    }
    host.addEventListener('pointermove', (event) => this.#drag(event));
    ['pointerup', 'pointercancel'].forEach((type) =>
      host.addEventListener(type, () => { this.#dragging = false; }));
  }

  /** @param {number} w where the ball is @param {string} words that say it */
  render(w, words) {
    this.#w = w;
    mark(this.#element, 'aria-valuenow', String(Number(w.toPrecision(6))));
    mark(this.#element, 'aria-valuetext', words);
  }

  #key(event) {
    const [lo, hi] = this.#domain;
    const fine = (hi - lo) / 200;
    const moves = {
      ArrowLeft: -fine,
      ArrowDown: -fine,
      ArrowRight: fine,
      ArrowUp: fine,
      PageDown: -10 * fine,
      PageUp: 10 * fine,
      Home: -Infinity,
      End: Infinity,
    };
    if (event.key in moves && !event.altKey && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      this.#move(this.#w + moves[event.key]);
    }
  }

  #press(event, host) {
    const x = event.clientX - host.getBoundingClientRect().left;
    if (event.button === 0 && Math.abs(x - this.#picture.xOf(this.#w)) <= GRASP) {
      this.#dragging = true;
      host.setPointerCapture(event.pointerId);
    }
  }

  #drag(event) {
    if (this.#dragging) {
      this.#move(this.#picture.wAt(event.clientX));
    }
  }

  #move(w) {
    const [lo, hi] = this.#domain;
    const within = Number(Math.min(Math.max(w, lo), hi).toPrecision(4));
    if (within !== this.#w) {
      // At once and not with the next picture: another key may come before it.
      this.#w = within;
      this.#onStart(within);
    }
  }
}
