import { nameArrow, paintArrow, paintAway, paintBall, paintStart } from './map-marks.js';
import { Paths } from './paths.js';

/**
 * Where places are in a picture, and in what colours: its `width` and `height` and the `area` that
 * words keep to, in pixels; `at` from a place to pixels, `contains` whether it is over the map, and
 * `edge` where a pointer to it is if it is not; the `colours`; and, where a way is no straight
 * line, `way` as `Paths` takes it.
 *
 * @typedef {{ width: number, height: number, area: object, at: function(number[]): number[],
 *     way?: function(number[], number[]): number[][], contains: function(number[]): boolean,
 *     edge: function(number[]): number[], colours: Record<string, string> }} Picture
 */

/** The runs on a map, however it is seen: their start, their ways, their balls. */
export class MapRuns {
  #looks;
  #paths;

  /** @param {{ dash: number[], marker: string }[]} looks one for each run */
  constructor(looks) {
    this.#looks = looks;
    this.#paths = new Paths(looks);
  }

  /** The ways are no longer on their canvas, or not where they belong. */
  forget() {
    this.#paths.forget();
  }

  /**
   * Adds to the ways what is new, and paints what moves.
   *
   * @param {{ ways: CanvasRenderingContext2D, over: CanvasRenderingContext2D }} canvases of the
   *     ways, and of what moves
   * @param {object} scene see `SurfaceMap.draw`
   * @param {Picture} picture
   * @param {string} [name] of the start, where there is still room for it
   * @return {{ runs: object[], start: object, arrows: number }} what was painted
   */
  paint({ ways, over }, { runs, moving = false }, picture, name = '') {
    this.#paths.paint(ways, runs, picture, moving);
    over.clearRect(0, 0, picture.width, picture.height);
    const { w } = runs[0].journey.step(0);
    const [x, y] = picture.at(w);
    paintStart(over, [x, y], picture, runs.every(({ upTo }) => upTo < 1) ? name : '');
    const painted = runs.map((run, i) => this.#paintRun(over, run, i, picture));
    return { runs: painted.map(({ record }) => record), start: { w, x, y },
      arrows: painted.filter(({ arrow }) => arrow).length };
  }

  #paintRun(ctx, run, i, picture) {
    const { journey, upTo, next = null } = run;
    const k = Math.floor(upTo);
    const here = journey.step(k).w;
    const after = journey.step(k + 1)?.w;
    const share = upTo - k;
    const eased = share * share * (3 - 2 * share);
    const w = share > 0 && after ? here.map((x, j) => x + eased * (after[j] - x)) : here;
    const place = picture.at(w);
    const inside = picture.contains(w);
    const { [i]: colour, [`edge${i}`]: edge, halo, light } = picture.colours;
    const colours = { colour, edge, halo, light, marker: this.#looks[i].marker };
    this.#paths.paintEnd(ctx, run, i, w, picture);
    const arrow = inside && share === 0 && next !== null
      && paintArrow(ctx, place, picture.at(next), colours);
    const arrows = paintArrows(ctx, run.arrows ?? [], picture);
    if (inside) {
      paintBall(ctx, place, colours);
    } else {
      paintAway(ctx, place, picture.edge(w), colours);
    }
    return { arrow, record: { k, w, x: place[0], y: place[1], inside, arrows } };
  }
}

/** Paints the arrows of a run, and then their names, over all of them. */
function paintArrows(ctx, arrows, { at, area, colours }) {
  const placed = arrows.map((arrow) => ({ ...arrow, colour: colours[arrow.token],
    halo: colours.halo, thick: arrow.lit ? 4 : 2.4, start: at(arrow.from), end: at(arrow.to) }));
  const seen = placed.filter((arrow) => paintArrow(ctx, arrow.start, arrow.end, arrow));
  seen.filter(({ text }) => text).forEach((arrow) =>
    nameArrow(ctx, arrow.start, arrow.end, arrow, area));
  return placed.map(({ symbol, from, to }, i) =>
    ({ symbol, from, to, seen: seen.includes(placed[i]) }));
}
