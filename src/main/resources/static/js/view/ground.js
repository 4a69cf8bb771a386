/** How much of its valley's colour the ground takes on. */
const TINT = 0.42;

/** The custom properties of the looks that valleys have. */
export const VALLEYS = Object.fromEntries(['lowest', '1', '2', '3', '4', 'none']
  .map((look) => [`valley-${look}`, `--valley-${look}`]));

/**
 * Paints the ground under a curve, tinted by where a ball ends that starts there.
 *
 * @param {CanvasRenderingContext2D} ctx of the picture
 * @param {{ points: { x: number, y: number, skip: boolean }[], width: number, height: number,
 *     colours: Record<string, string>,
 *     stretches: { from: number, to: number, look: string }[] }} ground all in pixels
 */
export function paintGround(ctx, { points, width, height, colours, stretches }) {
  const fill = ctx.createLinearGradient(0, 0, 0, height);
  fill.addColorStop(0, colours.groundTop);
  fill.addColorStop(1, colours.groundFoot);
  for (const piece of pieces(points)) {
    ctx.save();
    ctx.beginPath();
    ctx.moveTo(piece[0].x, height);
    for (const point of piece) {
      ctx.lineTo(point.x, Math.min(point.y, height));
    }
    ctx.lineTo(Math.min(piece.at(-1).x, width + 1), height);
    ctx.fillStyle = fill;
    ctx.fill();
    if (stretches.length > 0) {
      ctx.clip();
      ctx.globalAlpha = TINT;
      for (const { from, to, look } of stretches) {
        ctx.fillStyle = colours[`valley-${look}`];
        ctx.fillRect(from, 0, to - from, height);
      }
    }
    ctx.restore();
  }
}

/** The runs of points that have no gap in them. */
function pieces(points) {
  const found = [];
  let open = null;
  for (const point of points) {
    if (point.skip) {
      open = null;
    } else if (open) {
      open.push(point);
    } else {
      found.push((open = [point]));
    }
  }
  return found;
}

/** How high the ground is at w; NaN where that is not known. */
export function groundAt({ w: [w0, w1], loss }, w) {
  const place = (w - w0) / (w1 - w0);
  const i = Math.max(0, Math.min(loss.length - 2, Math.floor(place)));
  const [a, b] = [loss[i], loss[i + 1]];
  return a === null || b === null ? NaN : a + (place - i) * (b - a);
}
