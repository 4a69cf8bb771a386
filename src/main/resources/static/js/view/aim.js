import { keepEnter, mark, part, write } from './parts.js';

/** The positions of the slider to each side. */
const SIDE = 100;

/** Which way to step and how far: one slider with nothing in its middle, and a number. */
export class Aim {
  #slider;
  #number;
  #bySlope;
  #words;
  #reach;

  /**
   * @param {ParentNode} root
   * @param {{reach: number, onAim: function(number, boolean): void}} options the longest step, and
   *     who is told of a step and of whether the slope is to decide
   */
  constructor(root, { reach, onAim }) {
    this.#reach = reach;
    this.#slider = part(root, 'aim');
    this.#number = part(root, 'aim-number');
    this.#bySlope = part(root, 'by-slope');
    this.#words = part(root, 'aim-words');
    Object.assign(this.#slider, { min: String(-SIDE), max: String(SIDE), step: '1' });
    this.#slider.addEventListener('input', () =>
      onAim(this.#step(Number(this.#slider.value)), false));
    this.#number.addEventListener('change', () => {
      const step = Number(this.#number.value);
      if (this.#number.value !== '' && Number.isFinite(step)) {
        onAim(step, false);
      }
    });
    this.#bySlope.addEventListener('change', () => onAim(null, this.#bySlope.checked));
    keepEnter(this.#number);
    [this.#slider, this.#number, this.#bySlope].forEach((input) =>
      input.removeAttribute('disabled'));
  }

  /** @param {{step: number, bySlope: boolean, words: string, said: string}} aim */
  render({ step, bySlope, words, said }) {
    const position = Math.sign(step) * SIDE * Math.sqrt(Math.min(1, Math.abs(step) / this.#reach));
    if (this.#step(Number(this.#slider.value)) !== step) {
      this.#slider.value = String(Math.round(position));
    }
    const written = String(Number(step.toPrecision(3)));
    if (this.#number.value !== written && this.#number !== document.activeElement) {
      this.#number.value = written;
    }
    this.#slider.style.setProperty('--at', `${50 + position / 2}%`);
    mark(this.#slider, 'aria-valuetext', said);
    this.#bySlope.checked = bySlope;
    write(this.#words, words);
  }

  /** Short steps have more of the slider: near the bottom a little is a lot. */
  #step(position) {
    const share = position / SIDE;
    return Number((Math.sign(share) * share * share * this.#reach).toPrecision(3));
  }
}
