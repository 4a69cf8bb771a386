import { paintHops } from './hops.js';
import { paintMarks } from './marks.js';
import { paintAway, paintOthers } from './others.js';
import { penFor, whereabouts } from './pen.js';
import { stamp, wide } from './stamp.js';
import { paintTrail } from './trail.js';

const BOLD = '600 13px system-ui, sans-serif';
const PLAIN = '12px system-ui, sans-serif';

/** How far the middle of words lies above the line they stand on, in pixels. */
const RISE = 4;

/**
 * Paints the ball, where it was and where it goes. What is painted last lies on top.
 *
 * @param {CanvasRenderingContext2D} ctx a canvas as large as the picture
 * @param {object} scene see `CurvePicture.draw`
 * @param {object} picture its colours, landscape, size, and the scales `x` and `y`
 * @return {{ ball: ?object, arrow: ?object, tangent: ?object, trail: number,
 *     others: object[] }} what was painted
 */
export function paintScene(ctx, scene, picture) {
  ctx.clearRect(0, 0, picture.width, picture.height);
  const { ball, next = null, show = {}, labels = {} } = scene;
  const pen = penFor(ctx, picture);
  [paintNames, paintMarks].forEach((paint) => paint(pen, scene.marks));
  if (!ball || !Number.isFinite(ball.w) || !Number.isFinite(ball.loss)) {
    return { ball: null, arrow: null, tangent: null, trail: 0, others: [] };
  }
  (scene.ways ?? []).forEach((way) => paintHops(pen, way));
  const trail = paintTrail(pen, scene.trail ?? [], pen.colours.ball);
  const others = paintOthers(pen, scene.others ?? []);
  const at = whereabouts(pen, ball, next, scene.glide ?? 0);
  if (at.x < -pen.radius || at.x > picture.width + pen.radius) {
    paintAway(pen, at);
    return { ball: at.record, arrow: null, tangent: null, trail, others };
  }
  const tangent = show.tangent === false ? null : paintTangent(pen, at, ball, labels.slope);
  const goes = show.arrow !== false && next && Number.isFinite(next.w);
  if (goes && show.ghost !== false) {
    paintGhost(pen, next, at);
  }
  paintBall(pen, at);
  if (pen.lit === 'w') {
    ring(pen, at.centre);
  }
  const arrow = goes ? paintArrow(pen, at, ball, next, labels.next) : null;
  return { ball: at.record, arrow, tangent, trail, others };
}

function paintNames({ ctx, landscape, colours, x, y, width, height }) {
  for (const { w, loss, text } of landscape.names) {
    if (x(w) > 0 && x(w) < width) {
      write(ctx, text, x(w), Math.min(y(loss) + 18, height - 26), {
        align: 'center',
        colour: colours.soft,
        halo: colours.halo,
        width,
      });
    }
  }
}

/** How wide a picture must be for words at the ball, in CSS pixels. */
const ROOMY = 180;

function paintTangent(pen, at, ball, text) {
  const { ctx, colours, width, radius } = pen;
  const reach = Math.max(36, Math.min(64, width / 11));
  const [dx, dy] = [at.alongX * reach, at.alongY * reach];
  const thick = pen.lit === 'gradient' ? 5 : 3;
  line(ctx, [at.x - dx, at.y - dy, at.x + dx, at.y + dy], colours.halo, 6);
  line(ctx, [at.x - dx, at.y - dy, at.x + dx, at.y + dy], colours.slope, thick);
  if (text && width >= ROOMY) {
    const uphill = ball.slope < 0 ? -1 : 1;
    const beside = Math.abs(dx) + (Math.abs(dy) > 14 ? 10 : 4);
    // Beside the upper end; where there is no room for it, above the arrow of the coming step.
    const end = at.x + uphill * (beside + wide({ text, font: BOLD }) + 6);
    const room = end > 0 && end < width;
    const level = room ? at.y - Math.abs(dy) + radius : arrowHeight(pen, at.y) - 25;
    write(ctx, text, at.x + uphill * beside, Math.max(14, level), {
      align: uphill > 0 ? 'left' : 'right',
      colour: colours.slopeText,
      halo: colours.halo,
      bold: true,
      width,
    });
  }
  return { slope: ball.slope };
}

function paintGhost(pen, next, at) {
  const { ctx, colours, radius, x, y } = pen;
  const [px, py] = [x(next.w), y(next.loss)];
  // So near that it would but roughen the ball's rim, it fades.
  ctx.globalAlpha = Math.min(1, Math.hypot(px - at.x, py - at.y) / radius);
  const [alongX, alongY] = pen.along(pen.slopeAt(next.w));
  ctx.setLineDash([3, 3]);
  ctx.lineWidth = pen.lit === 'next' ? 4 : 1.8;
  ctx.strokeStyle = colours.ball;
  ctx.beginPath();
  ctx.arc(px + alongY * radius, py - alongX * radius, radius, 0, 2 * Math.PI);
  ctx.stroke();
  ctx.setLineDash([]);
  ctx.globalAlpha = 1;
}

/** A ring around what is spoken of. */
function ring({ ctx, colours, radius }, [x, y]) {
  ctx.strokeStyle = colours.ink;
  ctx.lineWidth = 2.5;
  ctx.beginPath();
  ctx.arc(x, y, radius + 4, 0, 2 * Math.PI);
  ctx.stroke();
}

function paintBall(pen, { centre: [cx, cy], x, y, alongX, alongY }) {
  const { ctx, colours, radius } = pen;
  ctx.fillStyle = colours.shadow;
  ctx.beginPath();
  const lean = Math.atan2(alongY, alongX);
  ctx.ellipse(x, y + 2, radius * 0.95, radius * 0.3, lean, 0, 2 * Math.PI);
  ctx.fill();
  const shade = ctx.createRadialGradient(
    cx - radius * 0.35,
    cy - radius * 0.4,
    radius * 0.1,
    cx,
    cy,
    radius * 1.05,
  );
  shade.addColorStop(0, '#ffe9d2');
  shade.addColorStop(0.22, colours.ball);
  shade.addColorStop(1, colours.ballEdge);
  ctx.fillStyle = shade;
  ctx.beginPath();
  ctx.arc(cx, cy, radius, 0, 2 * Math.PI);
  ctx.fill();
  paintSeam(pen, cx, cy, x);
}

/** A mark on the ball that turns as it rolls: once around for each circumference travelled. */
function paintSeam({ ctx, colours, radius }, cx, cy, travelled) {
  const turn = travelled / radius;
  ctx.save();
  ctx.translate(cx, cy);
  ctx.rotate(turn);
  ctx.globalAlpha = 0.55;
  ctx.strokeStyle = colours.ballEdge;
  ctx.lineWidth = 1.4;
  ctx.beginPath();
  ctx.ellipse(0, 0, radius * 0.92, radius * 0.3, 0, Math.PI * 0.04, Math.PI * 0.96);
  ctx.stroke();
  ctx.restore();
}

/** How high above a ball that touches the ground at y its arrow runs. */
function arrowHeight({ radius }, y) {
  return Math.max(32, y - radius * 2 - 13);
}

function paintArrow(pen, at, ball, next, text) {
  const { ctx, colours, width, x } = pen;
  const [fromX, toX] = [x(ball.w), x(next.w)];
  const way = Math.sign(toX - fromX) || -Math.sign(ball.slope) || 1;
  const height = arrowHeight(pen, pen.y(ball.loss));
  const tip = Math.max(4, Math.min(width - 4, toX));
  const head = Math.max(5, Math.min(9, Math.abs(toX - fromX)));
  const lit = ['alpha', 'sign'].includes(pen.lit);
  const shaft = [fromX, height, tip - way * head * 0.8, height];
  if (Math.abs(tip - fromX) > head) {
    line(ctx, shaft, colours.halo, 6);
    line(ctx, shaft, colours.step, lit ? 5 : 3);
  }
  ctx.fillStyle = colours.step;
  ctx.strokeStyle = colours.halo;
  ctx.lineWidth = 1.5;
  ctx.beginPath();
  ctx.moveTo(tip, height);
  ctx.lineTo(tip - way * head, height - head * 0.7);
  ctx.lineTo(tip - way * head, height + head * 0.7);
  ctx.closePath();
  ctx.stroke();
  ctx.fill();
  if (lit) {
    ctx.strokeStyle = colours.step;
    ctx.lineWidth = 4;
    ctx.stroke();
  }
  if (text && width >= ROOMY) {
    const style = { colour: colours.stepText, halo: colours.halo, bold: true, width };
    if (Math.abs(tip - fromX) > 90) {
      write(ctx, text, (fromX + tip) / 2, height - 9, { ...style, align: 'center' });
    } else {
      const align = way > 0 ? 'left' : 'right';
      write(ctx, text, tip + way * 9, height + 4, { ...style, align });
    }
  }
  return { fromX, toX };
}

function line(ctx, [x1, y1, x2, y2], colour, thickness) {
  ctx.strokeStyle = colour;
  ctx.lineWidth = thickness;
  ctx.lineCap = 'round';
  ctx.beginPath();
  ctx.moveTo(x1, y1);
  ctx.lineTo(x2, y2);
  ctx.stroke();
  ctx.lineCap = 'butt';
}

function write(ctx, text, x, y, { align, colour, halo, bold = false, width }) {
  const words = { text, font: bold ? BOLD : PLAIN, colour, halo };
  const room = wide(words);
  const before = align === 'left' ? 0 : align === 'right' ? room : room / 2;
  const placed = Math.min(Math.max(x, before + 8), width - 8 - (room - before));
  stamp(ctx, words, placed - before, y - RISE);
}
