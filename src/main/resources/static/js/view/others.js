import { paintBall } from './map-marks.js';
import { whereabouts } from './pen.js';
import { paintTrail } from './trail.js';

/**
 * Paints the balls of other runs on the same curve, each in its colour and with its marker.
 *
 * @param {object} pen see `paintScene`
 * @param {{ ball: { w: number, loss: number, slope: number }, next: ?object, glide: number,
 *     trail: object[], look: { fill: string, edge: string, marker: string } }[]} others each as the
 *     scene of a ball; `fill` and `edge` name its colours
 * @return {{ w: number, loss: number, x: number, y: number }[]} where each was painted
 */
export function paintOthers(pen, others) {
  return others.map(({ ball, next, glide, trail, look }) => {
    const { colours } = pen;
    const colour = colours[look.fill];
    paintTrail(pen, trail, colour);
    const at = whereabouts(pen, ball, next, glide);
    if (at.x < 0 || at.x > pen.width) {
      paintAway({ ...pen, colours: { ...colours, ball: colour } }, at);
    } else {
      paintBall(pen.ctx, at.centre, { colour, edge: colours[look.edge], marker: look.marker,
        light: colours.light });
    }
    return at.record;
  });
}

/** A pointer at the edge behind which a ball is. */
export function paintAway({ ctx, colours, width, height }, { x, y }) {
  const way = x < 0 ? -1 : 1;
  const edge = way < 0 ? 6 : width - 6;
  const level = Math.max(28, Math.min(height - 40, y));
  ctx.fillStyle = colours.ball;
  ctx.strokeStyle = colours.halo;
  ctx.lineWidth = 3;
  ctx.beginPath();
  ctx.moveTo(edge, level);
  ctx.lineTo(edge - way * 14, level - 10);
  ctx.lineTo(edge - way * 14, level + 10);
  ctx.closePath();
  ctx.stroke();
  ctx.fill();
}
