import { shape } from './markers.js';
import { stamp, wide } from './stamp.js';

const FONT = '600 12px system-ui, sans-serif';

/** A ball's size, in pixels. */
export const RADIUS = 9;

const TOKENS = {
  deep: '--map-deep',
  low: '--map-low',
  middle: '--map-middle',
  high: '--map-high',
  line: '--map-line',
  ink: '--ink',
  soft: '--ink-soft',
  halo: '--halo',
  light: '--panel',
};

/**
 * The custom properties with the colours of a map: by name, and by its number for each run.
 *
 * @param {{ token: string, edge: string, arrows?: string[] }[]} looks those of each run's ball, of
 *     the ball's edge, and of arrows of its own
 * @return {Record<string, string>}
 */
export function mapTokens(looks) {
  return Object.assign({ ...TOKENS },
    ...looks.map(({ token, edge, arrows = [] }, i) => ({ [i]: token, [`edge${i}`]: edge,
      ...Object.fromEntries(arrows.map((each) => [each, each])) })));
}

/**
 * The minima of a surface in a picture; the lowest is named where it is one of several.
 *
 * @param {import('../model/surface.js').Surface} surface
 * @param {function(number[]): number[]} at from a place to pixels
 * @param {string} [name] of the lowest
 * @return {{ w: number[], x: number, y: number, lowest: boolean, text: string }[]}
 */
export function minimaOf({ minima }, at, name = '') {
  const alone = minima.length > 1 && minima.filter(({ lowest }) => lowest).length === 1;
  return minima.map(({ w, lowest }) => {
    const [x, y] = at(w);
    return { w, x, y, lowest, text: alone && lowest ? name : '' };
  });
}

/**
 * Paints the minima and their names, which never move.
 *
 * @param {CanvasRenderingContext2D} ctx the chart's own canvas
 * @param {{ x: number, y: number, lowest: boolean, text: string }[]} minima in pixels
 * @param {object} picture its `colours` and `width`
 */
export function paintMinima(ctx, minima, { colours, width }) {
  for (const { x, y, lowest, text } of minima) {
    ctx.strokeStyle = colours.halo;
    ctx.lineWidth = 5;
    cross(ctx, x, y, lowest ? 6 : 4);
    ctx.strokeStyle = lowest ? colours.ink : colours.soft;
    ctx.lineWidth = 2;
    cross(ctx, x, y, lowest ? 6 : 4);
    if (text) {
      const words = { text, font: FONT, colour: colours.ink, halo: colours.halo };
      const left = x + 12 + wide(words) < width ? x + 10 : x - 10 - wide(words);
      stamp(ctx, words, left, y + 14);
    }
  }
}

/** Paints where the runs begin, and its name inside the map. */
export function paintStart(ctx, [x, y], { colours, area }, text) {
  [[colours.halo, 5], [colours.ink, 2]].forEach(([colour, thick]) => {
    ctx.strokeStyle = colour;
    ctx.lineWidth = thick;
    ctx.beginPath();
    ctx.arc(x, y, RADIUS + 4, 0, 2 * Math.PI);
    ctx.stroke();
  });
  if (text) {
    const words = { text, font: FONT, colour: colours.ink, halo: colours.halo };
    const [least, most] = [area.left + 4, area.right - 4 - wide(words)];
    stamp(ctx, words, Math.max(least, Math.min(most, x - wide(words) / 2)), y - RADIUS - 14);
  }
}

/** Paints a ball, with the marker of its run on it. */
export function paintBall(ctx, [x, y], { colour, edge, marker, light }) {
  ctx.fillStyle = colour;
  ctx.strokeStyle = edge;
  ctx.lineWidth = 1.5;
  ctx.beginPath();
  ctx.arc(x, y, RADIUS, 0, 2 * Math.PI);
  ctx.fill();
  ctx.stroke();
  ctx.fillStyle = light;
  shape(ctx, marker, x, y, 3.6);
  ctx.fill();
}

/**
 * Paints an arrow from a ball, where it is long enough to be seen beside it.
 *
 * @param {CanvasRenderingContext2D} ctx
 * @param {number[]} from the middle of the ball, in pixels
 * @param {number[]} to its tip
 * @param {{ colour: string, halo: string, dash?: number[], thick?: number }} look
 */
export function paintArrow(ctx, [x, y], [toX, toY], { colour, halo, dash = [], thick = 2 }) {
  const length = Math.hypot(toX - x, toY - y);
  if (!(length > RADIUS + 10) || length > 1e5) {
    return false;
  }
  const [dx, dy] = [(toX - x) / length, (toY - y) / length];
  const head = 6 + thick;
  const shaft = new Path2D();
  shaft.moveTo(x + dx * RADIUS, y + dy * RADIUS);
  shaft.lineTo(toX - dx * head, toY - dy * head);
  const tip = new Path2D();
  tip.moveTo(toX, toY);
  tip.lineTo(toX - dx * head - dy * head * 0.6, toY - dy * head + dx * head * 0.6);
  tip.lineTo(toX - dx * head + dy * head * 0.6, toY - dy * head - dx * head * 0.6);
  tip.closePath();
  [[halo, thick + 2.5, []], [colour, thick, dash]].forEach(([each, wide, dashed]) => {
    Object.assign(ctx, { strokeStyle: each, fillStyle: each, lineWidth: wide });
    ctx.setLineDash(dashed);
    ctx.stroke(shaft);
    ctx.fill(tip);
  });
  ctx.setLineDash([]);
  return true;
}

/** Names an arrow beside its tip, away from the ball that it leaves; within the map. */
export function nameArrow(ctx, [x, y], [toX, toY], { text, colour, halo }, area) {
  const words = { text, font: FONT, colour, halo };
  const long = wide(words);
  const level = Math.abs(toX - x) > Math.abs(toY - y);
  const left = level && toX < x ? toX - long - 6 : level ? toX + 6 : toX - long / 2;
  const middle = level ? toY : toY + (toY < y ? -11 : 12);
  stamp(ctx, words, Math.max(area.left + 4, Math.min(area.right - long - 4, left)),
    Math.max(area.top + 9, Math.min(area.bottom - 9, middle)));
}

/** Paints a pointer at the edge of the map, behind which a ball is. */
export function paintAway(ctx, [x, y], [px, py], { colour, halo }) {
  const turn = Math.atan2(y - py, x - px);
  ctx.save();
  ctx.translate(px, py);
  ctx.rotate(turn);
  Object.assign(ctx, { fillStyle: colour, strokeStyle: halo, lineWidth: 3 });
  ctx.beginPath();
  [[6, 0], [-8, -8], [-8, 8]].forEach(([dx, dy]) => ctx.lineTo(dx, dy));
  ctx.closePath();
  ctx.stroke();
  ctx.fill();
  ctx.restore();
}

/** Paints the cross at which the map is read. */
export function paintCross(ctx, [x, y], { left, top, right, bottom }, { ink, halo }) {
  [[halo, 3.5], [ink, 1.2]].forEach(([colour, thick]) => {
    ctx.strokeStyle = colour;
    ctx.lineWidth = thick;
    ctx.beginPath();
    [[left, y, x - 5, y], [x + 5, y, right, y], [x, top, x, y - 5], [x, y + 5, x, bottom]]
      .forEach(([x1, y1, x2, y2]) => {
        ctx.moveTo(x1, y1);
        ctx.lineTo(x2, y2);
      });
    ctx.stroke();
  });
}

function cross(ctx, x, y, size) {
  ctx.beginPath();
  ctx.moveTo(x - size, y - size);
  ctx.lineTo(x + size, y + size);
  ctx.moveTo(x + size, y - size);
  ctx.lineTo(x - size, y + size);
  ctx.stroke();
}
