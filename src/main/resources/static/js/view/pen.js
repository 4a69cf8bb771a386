import { groundAt } from './ground.js';

/** The tools of one painting: sizes that suit the picture, and the ground under a place. */
export function penFor(ctx, picture) {
  const { landscape, x, y, width } = picture;
  const radius = Math.max(9, Math.min(14, width / 48));
  const step = landscape.w[1] - landscape.w[0];
  const lossAt = (w) => groundAt(landscape, w);
  /** The direction along the ground, in pixels, to the right. */
  const along = (slope) => {
    const rise = slope * ((y(1) - y(0)) / (x(1) - x(0)));
    const length = Math.hypot(1, rise);
    return Number.isFinite(length) ? [1 / length, rise / length] : [0, -Math.sign(slope)];
  };
  const slopeAt = (w) => (lossAt(w + step) - lossAt(w - step)) / (2 * step) || 0;
  return { ctx, ...picture, radius, lossAt, slopeAt, along };
}

/** Where a ball is that has gone so much of the time to its next place; it lands softly. */
export function wNow(ball, next, glide) {
  const share = Math.min(1, Math.max(0, glide));
  const moves = share > 0 && next && Number.isFinite(next.w);
  return moves ? ball.w + share * share * (3 - 2 * share) * (next.w - ball.w) : ball?.w;
}

/** Where a ball touches the ground now, and where its centre is. */
export function whereabouts(pen, ball, next, glide) {
  const w = wNow(ball, next, glide);
  let { loss, slope } = ball;
  if (w !== ball.w) {
    const ground = pen.lossAt(w);
    loss = glide >= 1 ? next.loss : Number.isFinite(ground) ? ground : ball.loss;
    slope = pen.slopeAt(w);
  }
  const [x, y] = [pen.x(w), pen.y(loss)];
  const [alongX, alongY] = pen.along(slope);
  const centre = [x + alongY * pen.radius, y - alongX * pen.radius];
  return { x, y, alongX, alongY, centre, record: { w, loss, x, y } };
}
