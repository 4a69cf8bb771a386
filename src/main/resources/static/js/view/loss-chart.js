import { Chart, fitTo, flat, layers, onTheme, readable, readColours } from './charting.js';
import { lossAxis } from './loss-axis.js';
import { lossFrame } from './loss-frame.js';
import {
  findHeads, lengthOf, paintHeads, paintMarkers, paintPiece, stepAt,
} from './loss-line.js';
import { printable } from './paper.js';
import { Seldom } from './seldom.js';

/** The shortest piece that is added to a line, in pixels: many very short ones would look pale. */
const PIECE = 3;

/** What it is drawn at for paper, in CSS pixels: wider than high, whatever it is in the window. */
const PAPER = [680, 230];

const TOKENS = { ink: '--ink', soft: '--ink-soft', line: '--line', halo: '--panel' };

/**
 * The loss, step by step, of one run or of several. Chart.js draws axes and lines when an axis
 * must grow; between, only the newest piece of each line is added, and the points at their ends
 * are painted on a canvas above.
 */
export class LossChart {
  #host;
  #series;
  #format;
  #least;
  #top;
  #chart;
  #layers;
  #colours;
  #scale = 'linear';
  #runs;
  #axis = null;
  #end = null;
  #inspected = null;
  #tags;
  #seen = '';

  /**
   * @param {HTMLElement} host the positioned element to fill; its size is the stylesheet's
   * @param {{ series: { label: string, token: string, head?: string, dash?: number[],
   *     marker?: string }[], format?: (loss: number) => string, steps?: number, top?: number }}
   *     options each run's name, the custom properties of its colour and of its last point's, its
   *     dash and its marker; how a loss is written beside its point; for how many steps there is
   *     room at least; what the axis of losses reaches at least
   */
  constructor(host, { series, format = readable, steps = 0, top = 0 }) {
    this.#host = host;
    this.#series = series;
    this.#format = format;
    this.#least = steps;
    this.#top = top;
    this.#runs = series.map(() => blank([]));
    this.#tags = series.map(() => new Seldom(format));
    this.#layers = layers(host);
    this.#readColours();
    this.#chart = new Chart(this.#layers.chart, lossFrame({
      series: this.#series.length,
      axis: () => this.#axis,
      colours: () => this.#colours,
      // What was added piece by piece since the last redraw would be lost with the old size.
      onResize: () => this.#chart && this.#fill(),
      paintLines: () => this.#chart && this.#paintWhole(),
      paintHeads: () => this.#chart && this.#paintOver(),
    }));
    onTheme(() => {
      this.#readColours();
      this.#redraw();
    });
    printable(this.#chart, this.#layers, PAPER);
    this.#listen();
    host.dataset.live = '';
    /** Called with what `inspect` gives when a pointer passes over the chart, with null after. */
    this.oninspect = null;
    /** What was last drawn, as plain numbers; `unshowable` counts losses a log scale cannot. */
    this.drawn = { scale: this.#scale, unshowable: 0, series: series.map(() => nothing) };
  }

  /**
   * Draws the runs up to a step. Cheap: made to be called in every animation frame.
   *
   * @param {{ journeys: { losses: ArrayLike<number>, upTo: number }[], moving?: boolean }} shown
   *     for each series its losses from step 0 and how far to draw them; a part of a step moves
   *     the end of the line towards the next point. What lies beyond `upTo` and was drawn before
   *     stays, faintly. While it is `moving`, the numbers change no faster than one reads
   */
  draw({ journeys, moving = false }) {
    let whole = false;
    journeys.forEach(({ losses, upTo }, i) => {
      whole = this.#take(i, losses, upTo) || whole;
    });
    if (whole || this.#outgrown()) {
      this.#redraw();
    } else {
      this.#extend(moving ? PIECE : 0);
    }
    this.#paintOver(moving);
  }

  /** @param {'linear' | 'log'} scale how losses are laid out */
  setScale(scale) {
    if (scale !== this.#scale) {
      this.#scale = scale;
      this.#redraw();
    }
  }

  /**
   * Lays the steps out along another axis, such as one of passes over the data.
   *
   * @param {((k: number) => number)[]} at where each run's step lies; grows with k, also between
   *     two steps
   * @param {?number} end where the axis ends; null: with the runs
   */
  setAxis(at, end) {
    this.#end = end;
    this.#runs = this.#runs.map((_, i) => blank([], at[i]));
    this.#axis = null;
    this.#inspected = null;
  }

  /**
   * Points at a step, or at none.
   *
   * @param {?number} k the step, or another place along the axis; it is kept within what is drawn
   * @return {?{ k: number, loss: number, losses: (?number)[] }} the loss there, of the first run
   *     that has one and of each
   */
  inspect(k) {
    const last = Math.max(...this.#runs.map((run) => (run.reach < 0 ? -1 : run.at(run.reach))));
    this.#inspected = k === null || last < 0 ? null
      : Math.max(0, Math.min(Math.floor(last), Math.round(k)));
    this.#paintOver();
    return this.#found();
  }

  /** @return {string} the chart as it stands, a PNG as a data URL */
  toPng() {
    return flat(this.#layers, this.#colours.halo).toDataURL('image/png');
  }

  #readColours() {
    const tokens = { ...TOKENS };
    this.#series.forEach(({ token, head = token }, i) => {
      Object.assign(tokens, { [i]: token, [`head${i}`]: head });
    });
    this.#colours = readColours(this.#host, tokens);
  }

  /** Takes what is to be shown of one run; true if what is drawn of it no longer holds. */
  #take(i, losses, upTo) {
    const run = this.#runs[i];
    const known = Math.min(run.inked, losses.length - 1);
    const other =
      run.inked >= losses.length || (known >= 0 && run.losses[known] !== losses[known]);
    const back = Math.floor(upTo) < run.inked;
    const [values, reach] = other ? [[], -1] : [run.losses, run.reach];
    const end = Math.min(Math.ceil(upTo), losses.length - 1);
    for (let k = values.length; k <= end; k += 1) {
      values.push(losses[k]);
    }
    const cut = Math.min(reach, losses.length - 1);
    values.length = Math.min(values.length, losses.length);
    Object.assign(run, { losses: values, upTo: Math.min(upTo, end), reach: Math.max(cut, end) });
    return other || back || cut < reach;
  }

  #outgrown() {
    return !this.#axis || this.#runs.some((run) => !this.#axis.holds(run, this.#runs));
  }

  #redraw() {
    this.#axis = lossAxis(this.#scale, this.#runs, this.#format, this.#least, this.#end,
      this.#top);
    const { x, y } = this.#chart.options.scales;
    x.max = this.#axis.last;
    Object.assign(y, { type: this.#axis.type, min: this.#axis.min, max: this.#axis.max });
    this.#fill();
    this.#chart.update('none');
  }

  /** Hands Chart.js all that is drawn so far. */
  #fill() {
    this.#chart.data.datasets.forEach((dataset, i) => {
      const run = this.#runs[i];
      run.inked = Math.floor(run.upTo);
      run.seen = run.reach;
      Object.assign(run, { counted: 0, hidden: 0 });
      const { dash = [] } = this.#series[i];
      Object.assign(dataset, { borderColor: this.#colours[i], borderDash: dash });
      dataset.data = run.losses
        .slice(0, run.inked + 1)
        .map((loss, k) => ({ x: run.at(k), y: this.#axis?.shows(loss) ? loss : null }));
    });
  }

  /** Adds to each line what is new of it, if that is so many pixels long. */
  #extend(least) {
    const { ctx, scales } = this.#chart;
    const { shows } = this.#axis;
    this.#runs.forEach((run, i) => {
      const piece = { from: run.inked, to: Math.floor(run.upTo), shows };
      const more = piece.to > run.inked ? lengthOf(scales, run, piece) : 0;
      if (piece.to > run.inked && more >= least) {
        const style = { ...this.#series[i], colour: this.#colours[i], along: run.length };
        paintPiece(ctx, scales, run, piece, style);
        paintMarkers(ctx, scales, run, { ...piece, from: run.inked + 1 }, style);
        run.inked = piece.to;
        run.length += more;
      }
    });
  }

  #paintWhole() {
    const { ctx, scales } = this.#chart;
    const { shows } = this.#axis ?? {};
    this.#runs.forEach((run, i) => {
      const style = { ...this.#series[i], colour: this.#colours[i] };
      run.length = lengthOf(scales, run, { from: 0, to: run.inked, shows });
      if (run.reach > run.inked) {
        ctx.globalAlpha = 0.3;
        const faint = { ...style, along: run.length };
        paintPiece(ctx, scales, run, { from: run.inked, to: run.reach, shows }, faint);
        ctx.globalAlpha = 1;
      }
      paintMarkers(ctx, scales, run, { from: 0, to: run.inked, shows }, style);
    });
    this.#seen = '';
  }

  /** Paints the ends of the lines, unless not one of them is to be seen elsewhere than before. */
  #paintOver(moving = false) {
    if (!this.#axis) {
      return;
    }
    const { shows, unshowable } = this.#axis;
    const heads = findHeads(this.#chart.scales, this.#runs, shows);
    const last = this.#runs.map(({ upTo, losses }) => losses[Math.floor(upTo)]);
    const texts = this.#tags.map((tag, i) => (heads[i] ? tag.text(last[i], moving) : ''));
    const seen = heads.map((head, i) => `${head && Math.round(head.px)},${
      head && Math.round(head.py)},${this.#runs[i].inked},${texts[i]}`).join(' ');
    if (!moving || seen !== this.#seen) {
      this.#seen = seen;
      const ctx = fitTo(this.#layers.over, this.#chart);
      ctx.clearRect(0, 0, this.#chart.width, this.#chart.height);
      paintHeads(ctx, this.#chart, this.#runs, {
        heads,
        texts,
        series: this.#series,
        colours: this.#colours,
        inspected: this.#inspected,
        format: this.#format,
        shows,
      });
    }
    const series = this.#runs.map(({ upTo }, i) => (upTo < 0 ? nothing
      : { points: Math.floor(upTo) + 1, last: { k: Math.floor(upTo), loss: last[i] } }));
    this.drawn = { scale: this.#scale, unshowable: unshowable(this.#runs), series };
  }

  #found() {
    const k = this.#inspected;
    if (k === null) {
      return null;
    }
    const losses = this.#runs.map((run) => run.losses[stepAt(run, k)] ?? null);
    return { k, loss: losses.find((loss) => loss !== null), losses };
  }

  #listen() {
    const { over } = this.#layers;
    over.addEventListener('pointermove', (event) => {
      const { left } = over.getBoundingClientRect();
      const found = this.inspect(this.#chart.scales.x.getValueForPixel(event.clientX - left));
      this.oninspect?.(found);
    });
    over.addEventListener('pointerleave', () => {
      this.inspect(null);
      this.oninspect?.(null);
    });
  }
}

const nothing = { points: 0, last: null };

/**
 * A run of which nothing is drawn yet: `inked` steps are, in a line of that `length`; up to `reach`
 * they were. Of the steps `counted`, so many are `hidden`. A step k lies at `at(k)` on the axis.
 */
function blank(losses, at = (k) => k) {
  return { losses, at, upTo: -1, inked: -1, length: 0, reach: -1, seen: -1, counted: 0, hidden: 0 };
}
