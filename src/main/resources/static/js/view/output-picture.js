import { Chart, fitTo, layers, onTheme, plane, readColours, still } from './charting.js';
import { LOOKS, shape } from './markers.js';
import { printable } from './paper.js';

const TOKENS = { ink: '--ink', soft: '--ink-soft', halo: '--panel', line: '--loss',
  ...Object.fromEntries(LOOKS.map(({ token }, i) => [i, token])) };

/** The size of a point, in pixels. */
const POINT = 3.6;

/** How strongly a region is tinted where the network is least and most sure of it. */
const [FAINT, STRONG] = [0.08, 0.42];

/**
 * What a network makes of its features: of two the kind of each place, as regions; of one the
 * number that it predicts, as a line; and the rows that it learns from, as points. Kinds are told
 * apart by shape as well as by colour, and an edge is drawn between regions.
 */
export class OutputPicture {
  #host;
  #layers;
  #chart;
  #colours;
  #table = null;
  #picture = null;
  #output = null;

  /** @param {HTMLElement} host the positioned element to fill; its size is the stylesheet's */
  constructor(host) {
    this.#host = host;
    this.#layers = layers(host);
    this.#colours = readColours(host, TOKENS);
    this.#chart = new Chart(this.#layers.chart, {
      type: 'scatter',
      data: { datasets: [] },
      options: { ...still, ...plane(() => this.#colours.soft) },
      plugins: [{ id: 'output', afterDraw: () => this.#chart && this.#paint() }],
    });
    onTheme(() => {
      this.#colours = readColours(host, TOKENS);
      this.#chart.update('none');
    });
    printable(this.#chart, this.#layers);
    host.dataset.live = '';
    /** What was last drawn, as plain numbers: the points, the cells of each kind, the line. */
    this.drawn = { points: 0, regions: [], line: [] };
  }

  /**
   * @param {{rows: number[][], kinds: string[]}} table
   * @param {{domain: number[][], size: number}} picture
   */
  setTable(table, picture) {
    this.#table = table;
    this.#picture = picture;
    this.#output = null;
    const [across, up = spread(table.rows.map((row) => row[row.length - 1]))] = picture.domain;
    const { x, y } = this.#chart.options.scales;
    Object.assign(x, { min: across[0], max: across[1] });
    Object.assign(y, { min: up[0], max: up[1] });
    this.#chart.update('none');
  }

  /** @param {Object|number[]|undefined} output as a step of the training has it */
  draw(output) {
    if (this.#table && output !== this.#output) {
      this.#output = output;
      this.#paint();
    }
  }

  #paint() {
    if (!this.#table) {
      return;
    }
    const ctx = fitTo(this.#layers.over, this.#chart);
    const { left, top, right, bottom } = this.#chart.chartArea;
    ctx.clearRect(0, 0, this.#chart.width, this.#chart.height);
    ctx.save();
    ctx.beginPath();
    ctx.rect(left, top, right - left, bottom - top);
    ctx.clip();
    const isLine = Array.isArray(this.#output);
    this.drawn = { points: this.#table.rows.length, regions: [],
      line: isLine ? this.#output : [] };
    if (this.#output && !isLine) {
      this.#paintRegions(ctx);
    }
    this.#paintPoints(ctx);
    if (isLine) {
      this.#paintLine(ctx);
    }
    ctx.restore();
  }

  /** Cells lie around the places that were asked about; those at the rim reach past it. */
  #paintRegions(ctx) {
    const { kinds } = this.#output;
    const n = this.#picture.size;
    const { left, top, right, bottom } = this.#chart.chartArea;
    const [wide, high] = [(right - left) / (n - 1), (bottom - top) / (n - 1)];
    const [x0, y0] = [left - wide / 2, top - high / 2];
    ctx.imageSmoothingEnabled = false;
    ctx.drawImage(this.#tinted(), x0, y0, n * wide, n * high);
    const edges = new Path2D();
    for (let i = 0; i < n * n; i += 1) {
      const [x, y] = [x0 + i % n * wide, y0 + (n - 1 - Math.floor(i / n)) * high];
      if (i % n < n - 1 && kinds[i + 1] !== kinds[i]) {
        edges.moveTo(x + wide, y);
        edges.lineTo(x + wide, y + high);
      }
      if (i + n < n * n && kinds[i + n] !== kinds[i]) {
        edges.moveTo(x, y);
        edges.lineTo(x + wide, y);
      }
    }
    ctx.strokeStyle = this.#colours.ink;
    ctx.lineWidth = 1.5;
    ctx.stroke(edges);
  }

  /** A pixel for each place, the lowest row last. */
  #tinted() {
    const { kinds, sure } = this.#output;
    const n = this.#picture.size;
    const sheet = Object.assign(document.createElement('canvas'), { width: n, height: n });
    const ctx = sheet.getContext('2d');
    const counts = [];
    for (let i = 0; i < n * n; i += 1) {
      const kind = Number(kinds[i]);
      counts[kind] = (counts[kind] ?? 0) + 1;
      ctx.globalAlpha = FAINT + (STRONG - FAINT) * Number(sure[i]) / 9;
      ctx.fillStyle = this.#colours[kind % LOOKS.length];
      ctx.fillRect(i % n, n - 1 - Math.floor(i / n), 1, 1);
    }
    this.drawn.regions = Array.from(counts, (count) => count ?? 0);
    return sheet;
  }

  #paintPoints(ctx) {
    const { rows, kinds } = this.#table;
    rows.forEach((row) => {
      const kind = kinds.length > 0 ? row[row.length - 1] : -1;
      shape(ctx, LOOKS[kind % LOOKS.length]?.marker, ...this.#pixels(row[0], row[1]), POINT);
      ctx.fillStyle = kind < 0 ? this.#colours.soft : this.#colours[kind % LOOKS.length];
      ctx.strokeStyle = this.#colours.halo;
      ctx.lineWidth = 2;
      ctx.stroke();
      ctx.fill();
    });
  }

  #paintLine(ctx) {
    const [[lo, hi]] = this.#picture.domain;
    const path = new Path2D();
    this.#output.forEach((y, i) =>
      path.lineTo(...this.#pixels(lo + (hi - lo) * i / (this.#output.length - 1), y)));
    [[this.#colours.halo, 6], [this.#colours.line, 3]].forEach(([colour, thick]) => {
      ctx.strokeStyle = colour;
      ctx.lineWidth = thick;
      ctx.stroke(path);
    });
  }

  #pixels(x, y) {
    const { scales } = this.#chart;
    return [scales.x.getPixelForValue(x), scales.y.getPixelForValue(y)];
  }
}

function spread(values) {
  const [lo, hi] = [Math.min(...values), Math.max(...values)];
  return [lo - 0.06 * (hi - lo), hi + 0.06 * (hi - lo)];
}
