import { Spline } from '../model/spline.js';
import { mark } from './parts.js';

const SVG = 'http://www.w3.org/2000/svg';

/** The drawing's own units from side to side, and from top to foot. */
const WIDTH = 1000;
const HEIGHT = 1000;

/** Points of the smooth curve between two heights. */
const FINE = 6;

/** A curve to draw on: by the pointer over all of it, or by the keys point by point. */
export class Pad {
  #host;
  #reader;
  #heights;
  #on;
  #curve;
  #ground;
  #dot;
  #last = null;

  /** The point that the keys move. */
  chosen = 0;

  /**
   * @param {HTMLElement} host with the size of the picture
   * @param {HTMLElement} reader over it, with the role of a slider
   * @param {import('../model/heights.js').Heights} heights
   * @param {{change: function(): void, undo: function(): void}} on
   */
  constructor(host, reader, heights, on) {
    this.#host = host;
    this.#reader = reader;
    this.#heights = heights;
    this.#on = on;
    const svg = element('svg', { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, preserveAspectRatio: 'none',
      'aria-hidden': 'true' });
    this.#ground = element('path', { class: 'pad-ground' });
    this.#curve = element('path', { class: 'pad-curve' });
    svg.append(this.#ground, this.#curve);
    this.#dot = document.createElement('i');
    this.#dot.className = 'pad-dot';
    host.prepend(svg, this.#dot);
    mark(reader, 'tabindex', '0');
    mark(reader, 'aria-disabled', null);
    reader.addEventListener('keydown', (event) => this.#key(event));
    reader.addEventListener('pointerdown', (event) => this.#press(event));
    reader.addEventListener('pointermove', (event) => this.#move(event));
    ['pointerup', 'pointercancel'].forEach((type) =>
      reader.addEventListener(type, () => this.#lift()));
  }

  /** Shows the heights as they are. @param {string} words that say the point chosen */
  render(words) {
    const { values, frame: [low, high] } = this.#heights;
    const last = values.length - 1;
    this.chosen = Math.min(this.chosen, last);
    const y = (height) => HEIGHT * (high - height) / (high - low);
    const spline = new Spline(values);
    const points = Array.from({ length: last * FINE + 1 }, (_, i) =>
      `${(WIDTH * i / (last * FINE)).toFixed(1)} ${y(spline.at(i / FINE)).toFixed(1)}`);
    this.#curve.setAttribute('d', `M${points.join('L')}`);
    this.#ground.setAttribute('d', `M0 ${HEIGHT}L${points.join('L')}L${WIDTH} ${HEIGHT}Z`);
    this.#dot.style.left = `${100 * this.chosen / last}%`;
    this.#dot.style.top = `${100 * y(values[this.chosen]) / HEIGHT}%`;
    mark(this.#reader, 'aria-valuemax', String(values.length));
    mark(this.#reader, 'aria-valuenow', String(this.chosen + 1));
    mark(this.#reader, 'aria-valuetext', words);
  }

  #key(event) {
    const undoes = event.key === 'z' && (event.ctrlKey || event.metaKey) && !event.altKey;
    if (!undoes && (event.altKey || event.ctrlKey || event.metaKey)) {
      return;
    }
    const { values, frame: [low, high] } = this.#heights;
    const by = (high - low) * (event.shiftKey ? 0.1 : 0.01);
    const goes = (i) => () => { this.chosen = Math.min(Math.max(i, 0), values.length - 1); };
    const bends = (way, along) => () =>
      this.#heights.nudge(this.chosen, way * (along ? 5 : 1) * by, along);
    const known = undoes ? { z: () => this.#on.undo() } : {
      ArrowLeft: goes(this.chosen - 1), ArrowRight: goes(this.chosen + 1),
      Home: goes(0), End: goes(Infinity),
      ArrowUp: bends(1, false), ArrowDown: bends(-1, false),
      PageUp: bends(1, true), PageDown: bends(-1, true),
    };
    if (event.key in known) {
      event.preventDefault();
      known[event.key]();
      this.#on.change();
    }
  }

  #press(event) {
    if (event.button !== 0) {
      return;
    }
    this.#reader.setPointerCapture(event.pointerId);
    this.#heights.begin();
    this.#last = this.#placeAt(event);
    this.#draw(this.#last);
  }

  #move(event) {
    if (this.#last) {
      this.#draw(this.#placeAt(event));
    }
  }

  #lift() {
    this.#last = null;
  }

  #draw(place) {
    this.#heights.stroke(this.#last, place);
    this.#last = place;
    this.chosen = Math.round(place[0]);
    this.#on.change();
  }

  /** Where on the curve, in heights, and how high; within the picture. */
  #placeAt({ clientX, clientY }) {
    const { left, top, width, height } = this.#host.getBoundingClientRect();
    const { values, frame: [low, high] } = this.#heights;
    const within = (share) => Math.min(Math.max(share, 0), 1);
    return [within((clientX - left) / width) * (values.length - 1),
      high - within((clientY - top) / height) * (high - low)];
  }
}

function element(name, attributes) {
  const made = document.createElementNS(SVG, name);
  Object.entries(attributes).forEach(([key, value]) => made.setAttribute(key, value));
  return made;
}
