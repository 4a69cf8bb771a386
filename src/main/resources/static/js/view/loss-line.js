/** The least space between two markers of a line, in pixels. */
const APART = 16;

/** The share of the time between two steps for which a line's end waits, as the ball does. */
const WAITS = 0.25;

/**
 * Adds a piece of a run's line to what is drawn.
 *
 * @param {CanvasRenderingContext2D} ctx the chart's own canvas
 * @param {{ x: object, y: object }} scales the chart's scales
 * @param {{ losses: number[] }} run the run
 * @param {{ from: number, to: number, shows: (loss: number) => boolean }} piece its first and its
 *     last step, and which losses the axis shows
 * @param {{ colour: string, dash?: number[] }} style how it looks
 */
export function paintPiece(ctx, { x, y }, { losses }, { from, to, shows }, { colour, dash }) {
  ctx.strokeStyle = colour;
  ctx.lineWidth = 2.2;
  ctx.lineJoin = 'round';
  ctx.setLineDash(dash ?? []);
  ctx.beginPath();
  let open = false;
  for (let k = Math.max(0, from); k <= to; k += 1) {
    if (shows(losses[k])) {
      const point = [x.getPixelForValue(k), y.getPixelForValue(losses[k])];
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
  ctx.stroke();
  ctx.setLineDash([]);
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
export function paintMarkers(ctx, { x, y }, { losses }, { from, to, shows }, { colour, marker }) {
  const width = x.getPixelForValue(1) - x.getPixelForValue(0);
  const every = Math.max(1, Math.ceil(APART / width));
  ctx.fillStyle = colour;
  for (let k = Math.ceil(Math.max(0, from) / every) * every; k <= to; k += every) {
    if (shows(losses[k])) {
      shape(ctx, marker, x.getPixelForValue(k), y.getPixelForValue(losses[k]), 3);
      ctx.fill();
    }
  }
}

/**
 * Paints the ends of the lines, the last loss in numbers, and the step that is looked at.
 *
 * @param {CanvasRenderingContext2D} ctx the canvas above the chart
 * @param {object} chart the chart
 * @param {{ losses: number[], upTo: number }[]} runs the runs
 * @param {object} what the series, their colours, the step looked at, how a loss is written
 * @return {{ points: number, last: ?{ k: number, loss: number } }[]} for each run how many points
 *     are drawn, and the last
 */
export function paintHeads(ctx, chart, runs, { series, colours, inspected, format, shows }) {
  const { x, y } = chart.scales;
  const tags = [];
  const drawn = runs.map((run, i) => {
    const k = Math.floor(run.upTo);
    if (k < 0) {
      return { points: 0, last: null };
    }
    const end = headOf(run, k, shows);
    if (end) {
      const [px, py] = [x.getPixelForValue(end.k), y.getPixelForValue(end.loss)];
      if (end.k > k) {
        const from = [x.getPixelForValue(k), y.getPixelForValue(run.losses[k])];
        stroke(ctx, [...from, px, py], colours[i], 2.2, series[i].dash);
      }
      ctx.fillStyle = colours[`head${i}`];
      shape(ctx, series[i].marker, px, py, 6);
      ctx.fill();
      tags.push({ px, py, text: format(run.losses[k]) });
    }
    return { points: k + 1, last: { k, loss: run.losses[k] } };
  });
  if (inspected === null) {
    place(tags, chart.chartArea).forEach((tag) => write(ctx, tag, colours));
  } else {
    paintInspected(ctx, chart, runs, { colours, inspected, format, shows, series });
  }
  return drawn;
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

function paintInspected(ctx, chart, runs, { colours, inspected: k, format, shows, series }) {
  const { x, y } = chart.scales;
  const px = x.getPixelForValue(k);
  stroke(ctx, [px, chart.chartArea.top, px, chart.chartArea.bottom], colours.soft, 1, [3, 3]);
  const tags = [];
  runs.forEach((run, i) => {
    if (k <= run.reach && shows(run.losses[k])) {
      const py = y.getPixelForValue(run.losses[k]);
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

function write(ctx, { text, x, y, px, end }, { ink, halo }) {
  ctx.font = '600 12px system-ui, sans-serif';
  const width = ctx.measureText(text).width;
  const placed = x + width > end ? px - 11 - width : x;
  ctx.textAlign = 'left';
  ctx.textBaseline = 'middle';
  ctx.strokeStyle = halo;
  ctx.lineWidth = 4;
  ctx.lineJoin = 'round';
  ctx.strokeText(text, placed, y - 8);
  ctx.fillStyle = ink;
  ctx.fillText(text, placed, y - 8);
  ctx.textBaseline = 'alphabetic';
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

function shape(ctx, marker, x, y, size) {
  ctx.beginPath();
  if (marker === 'square') {
    ctx.rect(x - size * 0.85, y - size * 0.85, size * 1.7, size * 1.7);
  } else if (marker === 'triangle' || marker === 'diamond') {
    ctx.moveTo(x, y - size * 1.2);
    ctx.lineTo(x + size * 1.1, marker === 'diamond' ? y : y + size * 0.8);
    if (marker === 'diamond') {
      ctx.lineTo(x, y + size * 1.2);
    }
    ctx.lineTo(x - size * 1.1, marker === 'diamond' ? y : y + size * 0.8);
  } else {
    ctx.arc(x, y, size, 0, 2 * Math.PI);
  }
  ctx.closePath();
}
