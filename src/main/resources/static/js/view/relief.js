// Classic builds that leave one global; the second needs the first.
import 'd3-array';
import 'd3-contour';
import { Elevation } from '../model/elevation.js';
import { readable } from './charting.js';
import { mix } from './mix.js';
import { spotsFor } from './level-spots.js';
import { wide } from './stamp.js';

/** d3-contour 4. */
const { contours } = globalThis.d3;

const FONT = '600 11px system-ui, sans-serif';

/** The relief of a surface: bands of height, the lines between them, and what height they are. */
export class Relief {
  #surface;
  #lines;

  /** @param {import('../model/surface.js').Surface} surface */
  constructor(surface) {
    this.#surface = surface;
    const ground = new Elevation(surface);
    const values = surface.loss.flat().map((loss) => ground.share(loss));
    const find = contours().size([surface.x.length, surface.y.length]);
    this.#lines = ground.levels.map((level, i) => {
      const { coordinates } = find.contour(values, ground.steps[i]);
      return { level, rings: coordinates.flat(), path: pathOf(coordinates.flat()) };
    });
  }

  /** The losses at the lines, from the lowest up. */
  get levels() {
    return this.#lines.map(({ level }) => level);
  }

  /**
   * Paints all of it. Dear: only when the picture gets another size or other colours.
   *
   * @param {CanvasRenderingContext2D} ctx where to paint
   * @param {{ left: number, top: number, right: number, bottom: number }} area where the map is
   * @param {{ bands: string[], line: string, ink: string, halo: string }} colours from the deepest
   *     band up, of the lines, and of the numbers
   * @param {{ x: number, y: number }[]} marks places in pixels that no number may cover
   */
  paint(ctx, area, { bands, line, ink, halo }, marks) {
    const place = this.#placement(area);
    const shade = (share) => mix(bands, share);
    ctx.save();
    ctx.beginPath();
    ctx.rect(area.left, area.top, area.right - area.left, area.bottom - area.top);
    ctx.clip();
    ctx.fillStyle = shade(0);
    ctx.fillRect(area.left, area.top, area.right - area.left, area.bottom - area.top);
    this.#lines.forEach(({ path }, i) => {
      const placed = new Path2D();
      placed.addPath(path, place);
      ctx.fillStyle = shade((i + 1) / this.#lines.length);
      ctx.fill(placed);
      ctx.strokeStyle = line;
      ctx.lineWidth = 1;
      ctx.stroke(placed);
    });
    this.#label(ctx, area, place, { colour: ink, halo }, [...marks]);
    ctx.restore();
  }

  #label(ctx, area, place, style, taken) {
    for (const { level, rings } of this.#lines) {
      const words = { text: readable(level), font: FONT, ...style };
      const lines = rings.map((ring) => ring.map(([x, y]) =>
        [place.a * x + place.e, place.d * y + place.f]));
      spotsFor(lines, area, wide(words), taken).forEach(({ x, y, turn }) => {
        ctx.save();
        ctx.translate(x, y);
        ctx.rotate(turn);
        write(ctx, words);
        ctx.restore();
      });
    }
  }

  /** From the grid, in which a point stands in the middle of its cell, to pixels. */
  #placement({ left, top, right, bottom }) {
    const { x, y } = this.#surface;
    const [across, down] = [(right - left) / (x.length - 1), (top - bottom) / (y.length - 1)];
    return new DOMMatrix([across, 0, 0, down, left - across / 2, bottom - down / 2]);
  }
}

/** A turned number is no copy of a level one; it is written as seldom as the relief is painted. */
function write(ctx, { text, font, colour, halo }) {
  Object.assign(ctx, { font, textAlign: 'center', textBaseline: 'middle', lineJoin: 'round',
    lineWidth: 4, strokeStyle: halo, fillStyle: colour });
  ctx.strokeText(text, 0, 0);
  ctx.fillText(text, 0, 0);
}

function pathOf(rings) {
  const path = new Path2D();
  rings.forEach((ring) => {
    ring.forEach(([x, y], i) => (i === 0 ? path.moveTo(x, y) : path.lineTo(x, y)));
    path.closePath();
  });
  return path;
}
