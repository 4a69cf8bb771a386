/** The most places of the past that are painted: older ones have faded away. */
const TRAIL = 140;

/** How much of a place that was left long ago still shows. */
const FAINT = 0.16;

/**
 * Paints where a ball was, the fainter the longer ago.
 *
 * @param {object} pen see `paintScene`
 * @param {{ w: number, loss: number }[]} trail its places, the last one last
 * @param {string} colour of the ball
 * @return {number} how many of them can be told apart
 */
export function paintTrail(pen, trail, colour) {
  const { ctx, radius, x, y } = pen;
  const first = Math.max(0, trail.length - TRAIL);
  const taken = new Set();
  const dot = ({ w, loss }, px, size) => {
    const [alongX, alongY] = pen.along(pen.slopeAt(w));
    const [cx, cy] = [px + alongY * size, y(loss) - alongX * size];
    ctx.moveTo(cx + size, cy);
    ctx.arc(cx, cy, size, 0, 2 * Math.PI);
  };
  ctx.fillStyle = colour;
  ctx.globalAlpha = FAINT;
  let open = false;
  for (let i = trail.length - 1; i >= first; i -= 1) {
    const px = x(trail[i].w);
    const place = Math.round(px / 1.5);
    // Places that would lie on one another only darken the picture.
    if (taken.has(place) || !(px > -radius && px < pen.width + radius)) {
      continue;
    }
    taken.add(place);
    const fresh = Math.exp(-(trail.length - 1 - i) / 7);
    // Those that have faded all look the same: they are painted at one go.
    const faded = fresh < 0.01;
    if (!faded || !open) {
      ctx.globalAlpha = FAINT + 0.34 * (faded ? 0 : fresh);
      ctx.beginPath();
      open = faded;
    }
    dot(trail[i], px, radius * (0.24 + 0.46 * fresh));
    if (!faded) {
      ctx.fill();
    }
  }
  if (open) {
    ctx.fill();
  }
  ctx.globalAlpha = 1;
  return taken.size;
}
