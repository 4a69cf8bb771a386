/** The eight ways on a map, from the right on and counter-clockwise. */
const WAYS = ['right', 'upper-right', 'up', 'upper-left', 'left', 'lower-left', 'down',
  'lower-right'];

/** A slope below this share of a loss unit cannot be felt. */
const FLAT = 5e-4;

/** Says what there is at a place of a map. */
export class MapTeller {
  #messages;
  #numbers;
  #kind;

  /**
   * @param {import('./messages.js').Messages} messages
   * @param {import('../model/numbers.js').Numbers} numbers
   * @param {string} [kind] of the messages
   */
  constructor(messages, numbers, kind = 'place') {
    this.#kind = kind;
    this.#messages = messages;
    this.#numbers = numbers;
  }

  /** "x 1.20, y −0.40: the loss is 3.41, the slope 5.20, and it falls to the lower left." */
  reading(w, loss, slope) {
    const steep = Math.hypot(...slope);
    return steep < FLAT
      ? this.#messages.text(`map.${this.#kind}.reading.flat`, ...this.#said(w, [loss]))
      : this.#messages.text(`map.${this.#kind}.reading`, ...this.#said(w, [loss, steep]),
        this.#messages.text(`map.way.${wayDown(slope)}`));
  }

  #said(...values) {
    return values.flat().map((value) => this.#numbers.said(value));
  }
}

/** Which of the eight ways goes down most. @param {number[]} slope for x and for y */
export function wayDown([x, y]) {
  const eighth = Math.round(Math.atan2(-y, -x) / (Math.PI / 4));
  return WAYS[(eighth + WAYS.length) % WAYS.length];
}
