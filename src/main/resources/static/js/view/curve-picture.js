import { Chart, fitTo, flat, layers, onTheme, readColours, still } from './charting.js';
import { withNames } from '../model/valley-names.js';
import { paintScene } from './ball.js';
import { fogPlugin } from './fog.js';
import { paintGround, VALLEYS } from './ground.js';
import { printable } from './paper.js';
import { wNow } from './pen.js';

const TOKENS = {
  ball: '--ball',
  ballEdge: '--ball-edge',
  curve: '--loss',
  groundTop: '--ground-top',
  groundFoot: '--ground-foot',
  slope: '--slope-line',
  slopeText: '--slope-ink',
  step: '--step-line',
  stepText: '--step-ink',
  ink: '--ink',
  soft: '--ink-soft',
  halo: '--halo',
  shadow: '--shadow',
  ...VALLEYS,
  fog: '--fog',
  clear: '--fog-clear',
  beside: '--run-4',
  light: '--panel',
};

/** Of a ball that does not move, the trail fades each time it has grown by two to this power. */
const FADING = 2;

/** How long the view takes to widen, in milliseconds. */
const WIDEN = 260;

/**
 * The landscape with the ball on it. Chart.js draws axes, ground and curve, and only when they
 * change; what moves is painted on a canvas above, on the chart's own scales.
 *
 * The host must have its size from the stylesheet. What the server rendered in it for readers
 * without a script is hidden, never moved.
 */
export class CurvePicture {
  #host;
  #chart;
  #layers;
  #landscape;
  #labels = {};
  #tokens;
  #colours;
  #scene = null;
  #tween = 0;
  #lit = null;
  #seen = null;
  #basins = [];
  #fog = null;

  /**
   * @param {HTMLElement} host the positioned element to fill
   * @param {{ tokens?: Record<string, string> }} [options] custom properties to use in place of
   *     the usual ones, for example `{ ball: '--run-2' }` where balls are compared
   */
  constructor(host, { tokens = {} } = {}) {
    this.#host = host;
    this.#tokens = { ...TOKENS, ...tokens };
    this.#colours = readColours(host, this.#tokens);
    this.#layers = layers(host);
    this.#chart = new Chart(this.#layers.chart, this.#config());
    onTheme(() => this.#recolour());
    printable(this.#chart, this.#layers);
    host.dataset.live = '';
    /** What was last drawn, as plain numbers in the picture's units and in CSS pixels. */
    this.drawn = { ball: null, arrow: null, tangent: null, trail: 0, others: [] };
  }

  /**
   * Shows another landscape, or a wider piece of the same one. A piece that holds all that was
   * seen before is reached by widening the view; any other is there at once.
   *
   * @param {{ domain: number[], w: ArrayLike<number>, loss: ArrayLike<?number>,
   *     minima?: { w: number, loss: number, lowest: boolean }[] }} landscape what the server
   *     answered: evenly spaced `w`, and losses of which those that are not finite are gaps
   * @param {{ labels?: { lowest?: string, nearer?: string }, start?: number,
   *     fog?: ?{ reach: number, heights: number[] } }} [options] words at the lowest minimum (where
   *     there are several) and at the one whose valley holds `start`; in `fog` the ground is drawn
   *     only as far from the ball as the light reaches, and the losses at the foot and at the top
   *     are these, so that they tell nothing of it
   */
  setLandscape(landscape, { labels = this.#labels, start, fog = null } = {}) {
    const { x } = this.#chart.options.scales;
    const from = [x.min, x.max, ...this.#yRange()];
    const [lo, hi] = landscape.domain;
    const wider = this.#landscape && ((this.#fog && !fog)
      || (lo <= x.min && hi >= x.max && hi - lo > x.max - x.min));
    this.#fog = fog;
    this.#labels = labels;
    this.#landscape = withNames(landscape, labels, start);
    this.#chart.data.datasets[0].data = Array.from(landscape.w, (w, i) => {
      const loss = landscape.loss[i];
      return { x: w, y: Number.isFinite(loss) ? loss : null };
    });
    const to = [lo, hi, ...(fog?.heights ?? framed(landscape.loss))];
    cancelAnimationFrame(this.#tween);
    if (wider && !matchMedia('(prefers-reduced-motion: reduce)').matches) {
      this.#widen(from, to, performance.now());
    } else {
      this.#frame(to);
    }
  }

  /**
   * Tints the ground by where a ball ends that starts there.
   *
   * @param {{ from: number, to: number, look: string }[]} stretches from left to right
   */
  setBasins(stretches) {
    this.#basins = stretches;
    this.#chart.update('none');
  }

  /**
   * Draws the ball and what belongs to it. Cheap: made to be called in every animation frame.
   *
   * @param {{ ball: ?{ w: number, loss: number, slope: number },
   *     next?: ?{ w: number, loss: number }, trail?: { w: number, loss: number }[],
   *     marks?: { w: number, look: string }[], look?: { fill: string, edge: string },
   *     others?: Object[],
   *     glide?: number, show?: { arrow?: boolean, ghost?: boolean, tangent?: boolean },
   *     labels?: { slope?: string, next?: string }, ways?: Object[] }} scene what there is to see;
   *     `glide` is how much of the time from the ball to `next` has passed, 0 to 1: the ball
   *     follows the curve; `ways` are to be seen whole, see `paintHops`; `others` are balls beside
   *     this one, see `paintOthers`, which then has a `look` too, of the picture's `tokens`
   * @param {{ moving?: boolean }} [options] `moving`: another frame follows, so that what has not
   *     moved as far as one can see may wait for it
   */
  draw(scene, { moving = false } = {}) {
    this.#scene = scene;
    const seen = this.#toBeSeen();
    if (!moving || seen !== this.#seen) {
      if (this.#fog) {
        // The light goes with the ball, so that the ground is drawn anew.
        this.#chart.draw();
      } else {
        this.#paint();
      }
      this.#seen = seen;
    }
  }

  /**
   * Lights up the mark of a symbol, or none.
   *
   * @param {?string} symbol `w`, `next`, `gradient` or `alpha`
   */
  highlight(symbol) {
    this.#lit = symbol;
    this.#paint();
  }

  /**
   * @param {number} clientX a pointer's place in the window
   * @return {number} the w there, kept within the picture
   */
  wAt(clientX) {
    const { x } = this.#chart.scales;
    const { left } = this.#host.getBoundingClientRect();
    return Math.min(x.max, Math.max(x.min, x.getValueForPixel(clientX - left)));
  }

  /**
   * @param {number} w a parameter
   * @return {number} its place in CSS pixels from the picture's left edge
   */
  xOf(w) {
    return this.#chart.scales.x.getPixelForValue(w);
  }

  /** @return {string} the picture as it stands, a PNG as a data URL */
  toPng() {
    return flat(this.#layers, this.#colours.light).toDataURL('image/png');
  }

  #config() {
    const edge = { border: { display: false }, grid: { display: false } };
    const ticks = { color: () => this.#colours.soft, font: { size: 11 }, maxRotation: 0, z: 1 };
    const inside = (value, index, all) =>
      index === 0 || index === all.length - 1 ? '' : tick.format(value).replace('-', '−');
    return {
      type: 'line',
      // Where points are denser than pixels, straight pieces would be thinned and look ragged.
      data: { datasets: [{ data: [], pointRadius: 0, borderWidth: 3, clip: false,
        cubicInterpolationMode: 'monotone' }] },
      options: {
        ...still,
        borderColor: () => this.#colours.curve,
        layout: { autoPadding: false },
        scales: {
          x: {
            ...edge,
            type: 'linear',
            min: 0,
            max: 1,
            ticks: { ...ticks, padding: 0, maxTicksLimit: 9, callback: inside },
            grid: { display: false },
            // A share of the height, as the picture without a script has it; but room for a line.
            afterFit: (scale) => (scale.height = Math.max(LINE, FOOT * scale.chart.height)),
          },
          y: { type: 'linear', display: false, min: 0, max: 1 },
        },
      },
      plugins: [
        fogPlugin(() => this.#fog && { ...this.#fog, scene: this.#scene,
          landscape: this.#landscape, colours: this.#colours }),
        { id: 'ground', beforeDatasetsDraw: (chart) => this.#paintGround(chart) },
        { id: 'ball', afterDraw: () => this.#chart && this.#paint() },
      ],
    };
  }

  #yRange() {
    const { y } = this.#chart.options.scales;
    return [y.min, y.max];
  }

  #frame([left, right, low, high]) {
    Object.assign(this.#chart.options.scales.x, { min: left, max: right });
    Object.assign(this.#chart.options.scales.y, { min: low, max: high });
    this.#chart.update('none');
  }

  #widen(from, to, began) {
    const share = Math.min(1, (performance.now() - began) / WIDEN);
    const eased = share * share * (3 - 2 * share);
    this.#frame(share === 1 ? to : from.map((value, i) => value + eased * (to[i] - value)));
    if (share < 1) {
      this.#tween = requestAnimationFrame(() => this.#widen(from, to, began));
    }
  }

  #recolour() {
    this.#colours = readColours(this.#host, this.#tokens);
    this.#chart.update('none');
  }

  #paintGround({ ctx, width, height }) {
    paintGround(ctx, {
      points: this.#chart?.getDatasetMeta(0).data ?? [],
      width,
      height,
      colours: this.#colours,
      stretches: this.#basins.map(({ from, to, look }) =>
        ({ from: this.xOf(from), to: this.xOf(to), look })),
    });
  }

  /** What tells one picture from another: places to a quarter of a pixel, and words. */
  #toBeSeen() {
    const { ball, next, trail = [], marks = [], others = [], labels = {} } = this.#scene;
    const { x, y } = this.#chart.scales;
    const where = [this.#scene, ...others].map((one) => wNow(one.ball, one.next, one.glide ?? 0));
    const places = [y.getPixelForValue(ball?.loss),
      ...[...where, next?.w].map((w) => x.getPixelForValue(w))]
      .map((place) => Math.round(4 * place));
    return [...places, marks.length, trail.length >> FADING, labels.slope, labels.next].join(' ');
  }

  #paint() {
    if (!this.#landscape || !this.#scene) {
      return;
    }
    this.#seen = null;
    const ctx = fitTo(this.#layers.over, this.#chart);
    const { x, y } = this.#chart.scales;
    const { fill = 'ball', edge = 'ballEdge' } = this.#scene.look ?? {};
    const colours = { ...this.#colours, ball: this.#colours[fill], ballEdge: this.#colours[edge] };
    this.drawn = paintScene(ctx, this.#scene, {
      colours,
      lit: this.#lit,
      landscape: this.#landscape,
      width: this.#chart.width,
      height: this.#chart.height,
      x: (w) => x.getPixelForValue(w),
      y: (loss) => y.getPixelForValue(loss),
    });
  }
}

/** The share of the height, at the foot, that belongs to the numbers of the axis. */
const FOOT = 0.08;

/** The sky above the highest ground, as a share of the losses' span: room for a ball. */
const SKY = 0.16;

/** The room that a line of these numbers needs, in CSS pixels. */
const LINE = 17;

const tick = new Intl.NumberFormat(document.documentElement.lang || undefined, {
  maximumSignificantDigits: 6,
});

/** The losses to show: all finite ones, with some sky above and some ground below. */
function framed(losses) {
  let low = Infinity;
  let high = -Infinity;
  for (const loss of losses) {
    if (Number.isFinite(loss)) {
      low = Math.min(low, loss);
      high = Math.max(high, loss);
    }
  }
  if (low > high) {
    return [0, 1];
  }
  const span = high - low || 1;
  return [low - 0.1 * span, high + SKY * span];
}
