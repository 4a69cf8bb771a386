import { Chart, fitTo, layers, onTheme, plane, readColours, still } from './charting.js';
import { shape } from './markers.js';
import { printable } from './paper.js';

const TOKENS = { ink: '--ink', soft: '--ink-soft', halo: '--halo', light: '--panel' };

/** The size of a point, and of the first ring around one, in pixels. */
const POINT = 3.5;
const RING = 6;

/**
 * Points and the lines fitted to them. Chart.js draws the axes and the points, and only when they
 * change; the lines and the rings around the points that they look at are on a canvas above.
 */
export class LinePicture {
  #host;
  #looks;
  #layers;
  #colours;
  #chart;
  #points = null;
  #scene = null;
  #seen = '';

  /**
   * @param {HTMLElement} host the positioned element to fill; its size is the stylesheet's
   * @param {{ token: string, dash: number[], marker: string }[]} looks how each run looks
   */
  constructor(host, looks) {
    this.#host = host;
    this.#looks = looks;
    this.#layers = layers(host);
    this.#colours = this.#read();
    this.#chart = new Chart(this.#layers.chart, this.#config());
    onTheme(() => {
      this.#colours = this.#read();
      this.#redraw();
    });
    printable(this.#chart, this.#layers);
    host.dataset.live = '';
    /** What was last drawn, as plain numbers in the units of the data; how often it was painted. */
    this.drawn = { points: 0, lines: [], lit: [], chosen: null, paints: 0 };
  }

  /** @param {import('../model/points.js').Points} points */
  setPoints(points) {
    this.#points = points;
    const [[left, right], [low, high]] = points.frame;
    Object.assign(this.#chart.options.scales.x, { min: left, max: right });
    Object.assign(this.#chart.options.scales.y, { min: low, max: high });
    this.#redraw();
  }

  /**
   * Draws the lines. Cheap: what would look as it does is not painted again.
   *
   * @param {{ lines: number[][], lit: (?number[])[], chosen: ?number }} scene the slope and the
   *     intercept of each run, the points that its next update looks at, null for all of them, and
   *     the point that is chosen
   */
  draw(scene) {
    this.#scene = scene;
    this.#paint();
  }

  /** @param {{ clientX: number, clientY: number }} event @return {number[]} its x and y */
  placeAt({ clientX, clientY }) {
    const { x, y } = this.#chart.scales;
    const { left, top } = this.#host.getBoundingClientRect();
    return [x.getValueForPixel(clientX - left), y.getValueForPixel(clientY - top)];
  }

  /** @param {number[]} point @return {number[]} CSS pixels from the picture's top left */
  pixelsOf([x, y]) {
    const { scales } = this.#chart;
    return [scales.x.getPixelForValue(x), scales.y.getPixelForValue(y)];
  }

  #read() {
    const runs = Object.fromEntries(this.#looks.map(({ token }, i) => [i, token]));
    return readColours(this.#host, { ...TOKENS, ...runs });
  }

  #config() {
    return {
      type: 'scatter',
      data: { datasets: [] },
      options: { ...still, ...plane(() => this.#colours.soft) },
      plugins: [
        { id: 'points', afterDatasetsDraw: () => this.#chart && this.#paintPoints() },
        { id: 'lines', afterDraw: () => this.#chart && this.#repaint() },
      ],
    };
  }

  #redraw() {
    this.#chart.update('none');
  }

  #repaint() {
    this.#seen = '';
    this.#paint();
  }

  #paintPoints() {
    const { ctx } = this.#chart;
    ctx.fillStyle = this.#colours.soft;
    this.#points?.points.forEach((point) => {
      shape(ctx, 'circle', ...this.pixelsOf(point), POINT);
      ctx.fill();
    });
    this.drawn.points = this.#points?.points.length ?? 0;
  }

  #paint() {
    if (!this.#points || !this.#scene) {
      return;
    }
    const { lines, lit, chosen } = this.#scene;
    const ends = lines.map((w) => this.#endsOf(w));
    const seen = [ends.flat().map(Math.round), chosen, ...lit.map((rows) => rows ?? 'all')]
      .join('|');
    Object.assign(this.drawn, { lines, lit, chosen });
    if (seen === this.#seen) {
      return;
    }
    this.#seen = seen;
    this.drawn.paints += 1;
    const ctx = fitTo(this.#layers.over, this.#chart);
    const { left, top, right, bottom } = this.#chart.chartArea;
    ctx.clearRect(0, 0, this.#chart.width, this.#chart.height);
    ctx.save();
    ctx.beginPath();
    ctx.rect(left, top, right - left, bottom - top);
    ctx.clip();
    ends.forEach((line, i) => this.#paintLine(ctx, line, i));
    lit.forEach((rows, i) => rows?.forEach((row) => this.#paintRing(ctx, row, i)));
    if (this.#points.points[chosen]) {
      this.#paintChosen(ctx, chosen);
    }
    ctx.restore();
  }

  #endsOf(w) {
    return this.#points.frame[0].flatMap((x) => {
      const [px, py] = this.pixelsOf([x, this.#points.heightOf(w, x)]);
      return [px, Math.max(-1e4, Math.min(1e4, py))];
    });
  }

  #paintLine(ctx, [x1, y1, x2, y2], i) {
    const path = new Path2D();
    path.moveTo(x1, y1);
    path.lineTo(x2, y2);
    ctx.strokeStyle = this.#colours.halo;
    ctx.lineWidth = 5;
    ctx.stroke(path);
    ctx.strokeStyle = this.#colours[i];
    ctx.lineWidth = 2.6;
    ctx.setLineDash(this.#looks[i].dash);
    ctx.stroke(path);
    ctx.setLineDash([]);
  }

  /** The rings of several runs around one point lie around each other. */
  #paintRing(ctx, row, i) {
    const point = this.#points.points[row];
    if (point) {
      ctx.strokeStyle = this.#colours[i];
      ctx.lineWidth = 2.2;
      shape(ctx, this.#looks[i].marker, ...this.pixelsOf(point), RING + 2.5 * i);
      ctx.stroke();
    }
  }

  #paintChosen(ctx, row) {
    const place = this.pixelsOf(this.#points.points[row]);
    [[this.#colours.halo, 5], [this.#colours.ink, 2]].forEach(([colour, thick]) => {
      ctx.strokeStyle = colour;
      ctx.lineWidth = thick;
      shape(ctx, 'circle', ...place, 11);
      ctx.stroke();
    });
    ctx.fillStyle = this.#colours.ink;
    shape(ctx, 'circle', ...place, POINT + 1);
    ctx.fill();
  }
}
