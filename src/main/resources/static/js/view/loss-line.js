import { shape } from './markers.js';
import { stamp, wide } from './stamp.js';

/** The least space between two markers of a line, in pixels. */
const APART = 16;

/** The share of the time between two steps for which a line's end waits, as the ball does. */
const WAITS = 0.25;

/**
 * Adds a piece of a run's line to what is drawn.
 *
 * @param {CanvasRenderingContext2D} ctx the chart's own canvas
 * @param {{ x: object, y: object }} scales the chart's scales
 * @param {{ losses: number[], at: (k: number) => number }} run the run, and where each of its steps
 *     lies along the axis
 * @param {{ from: number, to: number, shows: (loss: number) => boolean,
 *     end?: { px: number, py: number } }} piece its first and its last step, which losses the axis
 *     shows, and where between two steps it ends
 * @param {{ colour: string, dash?: number[], along?: number }} style how it looks; `along` is how
 *     long the line is before this piece, so that its dashes go on
 */
export function paintPiece(ctx, { x, y }, { losses, at }, { from, to, shows, end }, style) {
  const { colour, dash, along = 0 } = style;
  ctx.strokeStyle = colour;
  ctx.lineWidth = 2.2;
  ctx.lineJoin = 'round';
  ctx.setLineDash(dash ?? []);
  ctx.lineDashOffset = along;
  ctx.beginPath();
  let open = false;
  for (let k = Math.max(0, from); k <= to; k += 1) {
    if (shows(losses[k])) {
      const point = [x.getPixelForValue(at(k)), y.getPixelForValue(losses[k])];
      if (open) {
        ctx.lineTo(...point);
      } else {
        ctx.moveTo(...point);
      }
      open = true;
    } else {
      open = false;
    }
  }
  if (end && open) {
    ctx.lineTo(end.px, end.py);
  }
  ctx.stroke();
  ctx.setLineDash([]);
  ctx.lineDashOffset = 0;
}

/**
 * @param {{ x: object, y: object }} scales the chart's scales
 * @param {{ losses: number[] }} run the run
 * @param {{ from: number, to: number, shows: (loss: number) => boolean }} piece as above
 * @return {number} how long that piece of its line is, in pixels
 */
export function lengthOf({ x, y }, { losses, at }, { from, to, shows }) {
  let length = 0;
  for (let k = Math.max(1, from + 1); k <= to; k += 1) {
    if (shows(losses[k - 1]) && shows(losses[k])) {
      length += Math.hypot(
        x.getPixelForValue(at(k)) - x.getPixelForValue(at(k - 1)),
        y.getPixelForValue(losses[k]) - y.getPixelForValue(losses[k - 1]),
      );
    }
  }
  return length;
}

/**
 * Adds the markers of some steps, as many as there is room for.
 *
 * @param {CanvasRenderingContext2D} ctx the chart's own canvas
 * @param {{ x: object, y: object }} scales the chart's scales
 * @param {{ losses: number[] }} run the run
 * @param {{ from: number, to: number, shows: (loss: number) => boolean }} piece as above
 * @param {{ colour: string, marker?: string }} style how they look
 */
export function paintMarkers(ctx, { x, y }, run, { from, to, shows }, { colour, marker }) {
  const { losses, at } = run;
  const width = x.getPixelForValue(at(1)) - x.getPixelForValue(at(0));
  const every = Math.max(1, Math.ceil(APART / width));
  ctx.fillStyle = colour;
  for (let k = Math.ceil(Math.max(0, from) / every) * every; k <= to; k += every) {
    if (shows(losses[k])) {
      shape(ctx, marker, x.getPixelForValue(at(k)), y.getPixelForValue(losses[k]), 3);
      ctx.fill();
    }
  }
}

/**
 * Where the ends of the lines are.
 *
 * @param {{ x: object, y: object }} scales the chart's scales
 * @param {{ losses: number[], upTo: number }[]} runs the runs
 * @param {(loss: number) => boolean} shows which losses the axis shows
 * @return {(?{ px: number, py: number, k: number })[]} for each run the place, in pixels, and the
 *     last whole step before it; null where there is none
 */
export function findHeads({ x, y }, runs, shows) {
  return runs.map((run) => {
    const k = Math.floor(run.upTo);
    const end = k < 0 ? null : headOf(run, k, shows);
    return end && { px: x.getPixelForValue(run.at(end.k)), py: y.getPixelForValue(end.loss), k };
  });
}

/**
 * Paints the ends of the lines, the last loss in numbers, and the step that is looked at.
 *
 * @param {CanvasRenderingContext2D} ctx the canvas above the chart
 * @param {object} chart the chart
 * @param {{ losses: number[], inked: number, length: number }[]} runs the runs, of which the
 *     lines are drawn up to `inked` and are so long
 * @param {object} what the `heads`, the `texts` beside them, the series, their colours, the step
 *     looked at, how a loss is written
 */
export function paintHeads(ctx, chart, runs, what) {
  const { heads, texts, series, colours, inspected, shows } = what;
  const tags = [];
  heads.forEach((head, i) => {
    if (head) {
      const { px, py, k } = head;
      const run = runs[i];
      const style = { colour: colours[i], dash: series[i].dash, along: run.length };
      paintPiece(ctx, chart.scales, run, { from: run.inked, to: k, shows, end: head }, style);
      ctx.fillStyle = colours[`head${i}`];
      shape(ctx, series[i].marker, px, py, 6);
      ctx.fill();
      tags.push({ px, py, text: texts[i] });
    }
  });
  if (inspected === null) {
    place(tags, chart.chartArea).forEach((tag) => write(ctx, tag, colours));
  } else {
    paintInspected(ctx, chart, runs, what);
  }
}

function headOf({ losses, upTo }, k, shows) {
  const share = Math.max(0, (upTo - k - WAITS) / (1 - WAITS));
  if (!shows(losses[k])) {
    return null;
  }
  const next = losses[k + 1];
  if (share === 0 || next === undefined || !shows(next)) {
    return { k, loss: losses[k] };
  }
  const eased = share * share * (3 - 2 * share);
  return { k: k + eased, loss: losses[k] + eased * (next - losses[k]) };
}

/** Moves numbers apart that would lie on one another. */
function place(tags, { top, bottom, right }) {
  // Two that would say the same at the same place are one.
  const apart = tags.filter((tag, i) =>
    !tags.slice(0, i).some((other) => other.text === tag.text && Math.abs(other.py - tag.py) < 15));
  const sorted = apart.map((tag) => ({ ...tag, y: tag.py })).sort((a, b) => a.y - b.y);
  sorted.forEach((tag, i) => {
    tag.y = Math.max(tag.y, top + 4, i > 0 ? sorted[i - 1].y + 15 : -Infinity);
  });
  for (let i = sorted.length - 1, floor = bottom; i >= 0; i -= 1, floor -= 15) {
    sorted[i].y = Math.min(sorted[i].y, floor);
  }
  return sorted.map((tag) => ({ ...tag, x: tag.px + 11, end: right + 14 }));
}

function paintInspected(ctx, chart, runs, { colours, inspected: along, format, shows, series }) {
  const { x, y } = chart.scales;
  const across = x.getPixelForValue(along);
  stroke(ctx, [across, chart.chartArea.top, across, chart.chartArea.bottom], colours.soft, 1,
    [3, 3]);
  const tags = [];
  runs.forEach((run, i) => {
    const k = stepAt(run, along);
    if (k !== null && shows(run.losses[k])) {
      const [px, py] = [x.getPixelForValue(run.at(k)), y.getPixelForValue(run.losses[k])];
      ctx.fillStyle = colours.halo;
      ctx.strokeStyle = colours[i];
      ctx.lineWidth = 2.5;
      shape(ctx, series[i].marker, px, py, 5);
      ctx.fill();
      ctx.stroke();
      tags.push({ px, py, text: `${k}: ${format(run.losses[k])}` });
    }
  });
  place(tags, chart.chartArea).forEach((tag) => write(ctx, tag, colours));
}

/**
 * The last step of a run that lies no further along the axis than a place; null where the run has
 * not come so far.
 *
 * @param {{ at: (k: number) => number, reach: number }} run the run
 * @param {number} along the place
 */
export function stepAt({ at, reach }, along) {
  if (reach < 0 || along > at(reach + 1) - 1e-9) {
    return null;
  }
  let [low, high] = [0, reach];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    [low, high] = at(middle) <= along + 1e-9 ? [middle, high] : [low, middle - 1];
  }
  return low;
}

function write(ctx, { text, x, y, px, end }, { ink, halo }) {
  const words = { text, font: '600 12px system-ui, sans-serif', colour: ink, halo };
  const width = wide(words);
  stamp(ctx, words, x + width > end ? px - 11 - width : x, y - 8);
}

function stroke(ctx, [x1, y1, x2, y2], colour, thickness, dash = []) {
  ctx.strokeStyle = colour;
  ctx.lineWidth = thickness;
  ctx.setLineDash(dash);
  ctx.beginPath();
  ctx.moveTo(x1, y1);
  ctx.lineTo(x2, y2);
  ctx.stroke();
  ctx.setLineDash([]);
}
