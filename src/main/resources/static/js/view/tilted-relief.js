import { mix } from './mix.js';

/** How dark the ground is in the shade and how bright in the light, against the flat map's. */
const DARK = 0.7;
const BRIGHT = 1.1;

/** The sides of the block get less light than its top. */
const SIDE = 0.6;

/** So many kinds of light are told apart. */
const LIGHTS = 24;

/**
 * Paints the ground of a tilted surface: its pieces from the farthest to the nearest, each in the
 * bands and with the lines of the flat map, and the sides of the block.
 *
 * @param {CanvasRenderingContext2D} ctx where to paint
 * @param {import('../model/tilt.js').Tilt} tilt the surface as it is seen
 * @param {number[]} steps how high the levels are, from the lowest up
 * @param {{ bands: string[], line: string, rim: string }} colours from the deepest band up, of the
 *     lines, and of the edges of the block
 */
export function paintTilted(ctx, tilt, steps, { bands, line, rim }) {
  const shades = steps.concat(1).map((_, i) => mix(bands, i / steps.length));
  const lit = new Map();
  const colourOf = (band, light) => {
    const kind = Math.round(light * LIGHTS);
    const name = band * (LIGHTS + 1) + kind;
    if (!lit.has(name)) {
      lit.set(name, inLight(shades[band], kind / LIGHTS));
    }
    return lit.get(name);
  };
  ctx.lineJoin = 'round';
  for (const { corners, light } of tilt.facets()) {
    paintFacet(ctx, corners, steps, (band) => colourOf(band, light), line);
  }
  for (const { corners, light } of tilt.walls()) {
    trace(ctx, corners);
    ctx.closePath();
    Object.assign(ctx, { fillStyle: colourOf(steps.length, light * SIDE), strokeStyle: rim,
      lineWidth: 1 });
    ctx.fill();
    ctx.stroke();
  }
}

/** One piece, from its lowest band up: each covers what of the one below is as high. */
function paintFacet(ctx, corners, steps, colour, line) {
  const [a, b, c, d] = corners.map(([, , height]) => height);
  const [lowest, highest] = [Math.min(a, b, c, d), Math.max(a, b, c, d)];
  const above = steps.findIndex((step) => step > lowest);
  let band = above < 0 ? steps.length : above;
  fill(ctx, corners, colour(band));
  for (; band < steps.length && steps[band] < highest; band += 1) {
    const { rest, edge } = cut(corners, steps[band]);
    fill(ctx, rest, colour(band + 1));
    Object.assign(ctx, { strokeStyle: line, lineWidth: 1 });
    trace(ctx, edge);
    ctx.stroke();
  }
}

/** What of a piece is above a height, and the line where it begins (Sutherland and Hodgman). */
function cut(corners, height) {
  const rest = [];
  const edge = [];
  corners.forEach((corner, i) => {
    const after = corners[(i + 1) % corners.length];
    if (corner[2] >= height) {
      rest.push(corner);
    }
    if ((corner[2] >= height) !== (after[2] >= height)) {
      const share = (height - corner[2]) / (after[2] - corner[2]);
      const point = corner.map((value, j) => value + share * (after[j] - value));
      rest.push(point);
      edge.push(point);
    }
  });
  return { rest, edge };
}

function fill(ctx, corners, colour) {
  trace(ctx, corners);
  ctx.closePath();
  // Between two pieces that only touch, what is behind them would shine through.
  Object.assign(ctx, { fillStyle: colour, strokeStyle: colour, lineWidth: 0.8 });
  ctx.fill();
  ctx.stroke();
}

function trace(ctx, points) {
  ctx.beginPath();
  points.forEach(([x, y]) => ctx.lineTo(x, y));
}

function inLight(colour, light) {
  const strength = DARK + light * (BRIGHT - DARK);
  const [red, green, blue] = colour.match(/[\d.]+/g).map((value) =>
    Math.min(255, Math.round(value * strength)));
  return `rgb(${red} ${green} ${blue})`;
}
