import { BACK } from '../model/tilt.js';
import { shape } from './markers.js';

/** The least space between two markers of a path, in pixels. */
const APART = 15;

/** While things move, pieces shorter than this wait: many very short ones would look pale. */
const PIECE = 3;

/** Places so far outside the picture are as good as at its edge, in pixels. */
const FAR = 4000;

/**
 * The ways of several runs over a map. Only what is new of each is added to the canvas; all of it
 * is painted again where a run was changed, taken back, or the picture has another size.
 */
export class Paths {
  #looks;
  #inked;

  /** @param {{ dash: number[], marker: string }[]} looks one for each run */
  constructor(looks) {
    this.#looks = looks;
    this.forget();
  }

  /** Nothing is painted any more. */
  forget() {
    this.#inked = this.#looks.map(() => null);
  }

  /** How much of each run is painted, in steps. @return {number[]} */
  get inked() {
    return this.#inked.map((ink) => ink?.k ?? -1);
  }

  /**
   * Adds what is new.
   *
   * @param {CanvasRenderingContext2D} ctx the canvas of the paths, between chart and balls
   * @param {{ journey: object, upTo: number }[]} runs each run's steps, by `step(k).w`, and how
   *     far to paint
   * @param {object} picture its `width` and `height`, `at` from a place to pixels, the `colours`
   *     of the runs and that of the `halo`; and, where a way is no straight line, `way` from one
   *     place to another as `Tilt.way` gives it
   * @param {boolean} moving whether there will soon be more
   */
  paint(ctx, runs, picture, moving) {
    if (runs.some((run, i) => !this.#holds(run, this.#inked[i]))) {
      this.forget();
      ctx.clearRect(0, 0, picture.width, picture.height);
    }
    runs.forEach((run, i) => this.#extend(ctx, run, i, picture, moving));
  }

  /**
   * Paints the end of a way, which the next frame will have elsewhere.
   *
   * @param {CanvasRenderingContext2D} ctx the canvas of the balls
   * @param {object} run the run as above
   * @param {number} i which it is
   * @param {number[]} end the place
   * @param {object} picture as above
   */
  paintEnd(ctx, { journey, upTo }, i, end, picture) {
    const ink = this.#inked[i];
    const points = between([...placesOf(journey, ink.k, Math.floor(upTo)), end], picture);
    stroke(ctx, points, { colour: picture.colours[i], dash: this.#looks[i].dash,
      along: ink.length, halo: picture.colours.halo });
  }

  /** Whether what is painted of a run is still so. */
  #holds({ journey, upTo }, ink) {
    return ink === null || (ink.k <= Math.floor(upTo) && journey.step(ink.k) === ink.step
      && journey.step(0) === ink.first);
  }

  #extend(ctx, { journey, upTo }, i, picture, moving) {
    const ink = this.#inked[i] ?? { k: 0, length: 0, sinceMarker: APART };
    const to = Math.floor(upTo);
    const points = between(placesOf(journey, ink.k, to), picture);
    const more = lengthOf(points);
    if (this.#inked[i] === null || more > (moving ? PIECE : 0)) {
      const look = { colour: picture.colours[i], ...this.#looks[i], along: ink.length,
        halo: picture.colours.halo };
      stroke(ctx, points, look);
      ink.sinceMarker = mark(ctx, points, ink.sinceMarker, look);
      this.#inked[i] = { k: to, step: journey.step(to), first: journey.step(0),
        length: ink.length + more, sinceMarker: ink.sinceMarker };
    }
  }
}

function placesOf(journey, from, to) {
  return Array.from({ length: to - from + 1 }, (_, i) => journey.step(from + i).w);
}

/** A way through places as points in pixels; a third number tells of those that are no places. */
function between(places, { at, way = (_, to) => [at(to)] }) {
  return places.flatMap((w, i) => (i === 0 ? [at(w)] : way(places[i - 1], w)))
    .map(([x, y, how]) => [near(x), near(y), how]);
}

function near(value) {
  return Math.max(-FAR, Math.min(FAR, value));
}

function lengthOf(points) {
  return points.reduce((sum, [x, y], i) =>
    (i === 0 ? 0 : sum + Math.hypot(x - points[i - 1][0], y - points[i - 1][1])), 0);
}

function stroke(ctx, points, { colour, dash, along, halo }) {
  if (points.length < 2) {
    return;
  }
  const path = new Path2D();
  points.forEach(([x, y, how]) => (how === BACK ? path.moveTo(x, y) : path.lineTo(x, y)));
  ctx.lineJoin = 'round';
  ctx.strokeStyle = halo;
  ctx.lineWidth = 4.4;
  ctx.stroke(path);
  ctx.strokeStyle = colour;
  ctx.lineWidth = 2.2;
  ctx.setLineDash(dash);
  ctx.lineDashOffset = along;
  ctx.stroke(path);
  ctx.setLineDash([]);
  ctx.lineDashOffset = 0;
}

/** Marks the steps, as many as there is room for. @return {number} the way since the last one */
function mark(ctx, points, since, { colour, marker }) {
  let gone = since;
  ctx.fillStyle = colour;
  points.forEach(([x, y, how], i) => {
    gone += i === 0 ? 0 : Math.hypot(x - points[i - 1][0], y - points[i - 1][1]);
    if (i > 0 && how === undefined && gone >= APART) {
      shape(ctx, marker, x, y, 3.2);
      ctx.fill();
      gone = 0;
    }
  });
  return gone;
}
