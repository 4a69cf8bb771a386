import { shape } from './markers.js';

/** The highest that a hop goes, in pixels. */
const HIGHEST = 46;

/** Hops shorter than this, in pixels, are not seen. */
const SEEN = 1.5;

/** The most hops that are painted. */
const MOST = 400;

/**
 * A way over the ground as the hops it took, above the ground or below it, so that two ways can
 * be told apart where they go over the same places.
 *
 * @param {object} pen see `paintScene`
 * @param {{ places: { w: number, loss: number }[], colour: string, dash?: number[],
 *     marker?: string, below?: boolean }} way where it went and how it looks
 * @return {number} how many hops there are
 */
export function paintHops({ ctx, x, y, colours }, { places, colour, dash = [], marker, below }) {
  const points = places.slice(0, MOST + 1).map(({ w, loss }) => [x(w), y(loss)]);
  ctx.lineCap = 'round';
  for (const [ink, width] of [[colours.halo, 5], [colours[colour], 2.2]]) {
    ctx.strokeStyle = ink;
    ctx.lineWidth = width;
    ctx.setLineDash(width > 4 ? [] : dash);
    ctx.beginPath();
    points.slice(1).forEach((to, i) => hop(ctx, points[i], to, below));
    ctx.stroke();
  }
  ctx.setLineDash([]);
  ctx.lineCap = 'butt';
  ctx.fillStyle = colours[colour];
  points.forEach(([px, py]) => {
    shape(ctx, marker, px, py, 4);
    ctx.fill();
  });
  return points.length - 1;
}

function hop(ctx, [fromX, fromY], [toX, toY], below) {
  const across = Math.abs(toX - fromX);
  if (across < SEEN) {
    return;
  }
  const rise = Math.min(HIGHEST, 6 + across / 2);
  const top = below ? Math.max(fromY, toY) + rise : Math.min(fromY, toY) - rise;
  ctx.moveTo(fromX, fromY);
  ctx.quadraticCurveTo((fromX + toX) / 2, top, toX, toY);
}
