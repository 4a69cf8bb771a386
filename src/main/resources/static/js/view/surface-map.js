import { Chart, fitTo, flat, layers, onTheme, plane, readColours, still } from './charting.js';
import { nameArrow, paintArrow, paintAway, paintBall, paintCross, paintMinima, paintStart,
} from './map-marks.js';
import { Paths } from './paths.js';
import { printable } from './paper.js';
import { Relief } from './relief.js';

const TOKENS = {
  deep: '--map-deep',
  low: '--map-low',
  middle: '--map-middle',
  high: '--map-high',
  line: '--map-line',
  ink: '--ink',
  soft: '--ink-soft',
  halo: '--halo',
  light: '--panel',
};

/**
 * The map of a surface, with the ways of several runs on it. Chart.js draws axes and relief, and
 * only when they change; the ways grow on a canvas above, and what moves has a third to itself.
 *
 * The host must have its size from the stylesheet. What the server rendered in it for readers
 * without a script is hidden, never moved.
 */
export class SurfaceMap {
  #host;
  #chart;
  #layers;
  #looks;
  #paths;
  #surface = null;
  #relief = null;
  #names = {};
  #colours;
  #scene = null;
  #size = '';

  /**
   * @param {HTMLElement} host the positioned element to fill
   * @param {{ token: string, edge: string, arrows?: string[], dash: number[],
   *     marker: string }[]} looks how each run
   *     looks: the custom properties of its ball, of the ball's edge and of arrows of its own, its
   *     dash and its marker
   */
  constructor(host, looks) {
    this.#host = host;
    this.#looks = looks;
    this.#paths = new Paths(looks);
    this.#layers = layers(host, ['ways', 'over']);
    this.#colours = this.#readColours();
    this.#chart = new Chart(this.#layers.chart, this.#config());
    onTheme(() => {
      this.#colours = this.#readColours();
      this.#redraw();
    });
    printable(this.#chart, this.#layers);
    host.dataset.live = '';
    /** What was last drawn, as plain numbers in the map's units and in CSS pixels. */
    this.drawn = { levels: [], minima: [], runs: [], start: null, cross: null, arrows: 0 };
  }

  /**
   * Shows a surface.
   *
   * @param {import('../model/surface.js').Surface} surface the surface
   * @param {{ lowest?: string, start?: string }} names words at the lowest minimum, where there
   *     are others, and at the start
   */
  setSurface(surface, names = {}) {
    this.#surface = surface;
    this.#names = names;
    this.#relief = new Relief(surface);
    const [[left, right], [low, high]] = surface.domain;
    Object.assign(this.#chart.options.scales.x, { min: left, max: right });
    Object.assign(this.#chart.options.scales.y, { min: low, max: high });
    this.#redraw();
  }

  /**
   * Draws the runs. Cheap: made to be called in every animation frame.
   *
   * @param {{ runs: { journey: object, upTo: number, next?: ?number[], arrows?: object[] }[],
   *     moving?: boolean, cross?: ?number[] }} scene each run's steps, by `step(k).w`, how far it
   *     has come, a part of a step being the way to the next, and where it lands next, for an
   *     arrow; or arrows of its own, each with `from`, `to`, `token`, `dash`, its name in `text`
   *     and whether it is `lit`; and the place at which the map is read
   */
  draw(scene) {
    this.#scene = scene;
    this.#paint();
  }

  /** @param {{ clientX: number, clientY: number }} event a pointer's @return {number[]} its w */
  wAt({ clientX, clientY }) {
    const { x, y } = this.#chart.scales;
    const { left, top } = this.#host.getBoundingClientRect();
    return this.#surface.within(
      [x.getValueForPixel(clientX - left), y.getValueForPixel(clientY - top)]);
  }

  /** @param {number[]} w a place @return {number[]} CSS pixels from the picture's top left */
  placeOf([x, y]) {
    const { scales } = this.#chart;
    return [scales.x.getPixelForValue(x), scales.y.getPixelForValue(y)];
  }

  /** @return {string} the map as it stands, a PNG as a data URL */
  toPng() {
    return flat(this.#layers, this.#colours.light).toDataURL('image/png');
  }

  #readColours() {
    const tokens = { ...TOKENS };
    this.#looks.forEach(({ token, edge, arrows = [] }, i) =>
      Object.assign(tokens, { [i]: token, [`edge${i}`]: edge },
        Object.fromEntries(arrows.map((each) => [each, each]))));
    return readColours(this.#host, tokens);
  }

  #config() {
    return {
      type: 'scatter',
      data: { datasets: [] },
      options: { ...still, ...plane(() => this.#colours.soft, 9) },
      plugins: [
        { id: 'relief', beforeDatasetsDraw: () => this.#chart && this.#paintRelief() },
        { id: 'runs', afterDraw: () => this.#chart && this.#paint() },
      ],
    };
  }

  #redraw() {
    this.#paths.forget();
    this.#size = '';
    this.#chart.update('none');
  }

  #paintRelief() {
    if (!this.#relief) {
      return;
    }
    const { ctx, chartArea, width } = this.#chart;
    const { deep, low, middle, high, line, ink, halo } = this.#colours;
    const minima = this.#surface.minima.map(({ w, lowest }) => {
      const [x, y] = this.placeOf(w);
      return { w, x, y, lowest, text: '' };
    });
    const bands = [deep, low, middle, high];
    this.#relief.paint(ctx, chartArea, { bands, line, ink, halo }, minima);
    const several = this.#surface.minima.length > 1;
    const named = minima.filter((minimum) => minimum.lowest);
    if (several && named.length === 1) {
      named[0].text = this.#names.lowest ?? '';
    }
    paintMinima(ctx, minima, { colours: this.#colours, width });
    Object.assign(this.drawn, { levels: this.#relief.levels,
      minima: minima.map(({ w, x, y, lowest }) => ({ w, x, y, lowest })) });
  }

  #paint() {
    if (!this.#surface || !this.#scene) {
      return;
    }
    const { width, height, chartArea: area } = this.#chart;
    const size = `${width}×${height}×${this.#chart.currentDevicePixelRatio}`;
    const ways = fitTo(this.#layers.ways, this.#chart);
    const over = fitTo(this.#layers.over, this.#chart);
    if (size !== this.#size) {
      this.#size = size;
      this.#paths.forget();
      ways.clearRect(0, 0, width, height);
    }
    const { runs, moving = false, cross = null } = this.#scene;
    const picture = { width, height, at: (w) => this.placeOf(w), colours: this.#colours,
      halo: this.#colours.halo };
    [ways, over].forEach((ctx) => clip(ctx, area));
    this.#paths.paint(ways, runs, picture, moving);
    over.clearRect(0, 0, width, height);
    const start = this.#paintStart(over, runs, picture);
    const painted = runs.map((run, i) => this.#paintRun(over, run, i, picture, area));
    if (cross) {
      paintCross(over, this.placeOf(cross), area, this.#colours);
    }
    [ways, over].forEach((ctx) => ctx.restore());
    Object.assign(this.drawn, { runs: painted.map(({ record }) => record), start, cross,
      arrows: painted.filter(({ arrow }) => arrow).length });
  }

  #paintStart(ctx, runs, picture) {
    const { w } = runs[0].journey.step(0);
    const place = this.placeOf(w);
    paintStart(ctx, place, picture, runs.every(({ upTo }) => upTo < 1) ? this.#names.start : '');
    return { w, x: place[0], y: place[1] };
  }

  #paintRun(ctx, run, i, picture, area) {
    const { journey, upTo, next = null } = run;
    const k = Math.floor(upTo);
    const here = journey.step(k).w;
    const after = journey.step(k + 1)?.w;
    const share = upTo - k;
    const eased = share * share * (3 - 2 * share);
    const w = share > 0 && after ? here.map((x, j) => x + eased * (after[j] - x)) : here;
    const place = this.placeOf(w);
    const inside = this.#surface.contains(w);
    const colours = { colour: this.#colours[i], edge: this.#colours[`edge${i}`],
      halo: this.#colours.halo, light: this.#colours.light, marker: this.#looks[i].marker };
    this.#paths.paintEnd(ctx, run, i, place, picture);
    const arrow = inside && share === 0 && next !== null
      && paintArrow(ctx, place, this.placeOf(next), colours);
    const arrows = this.#paintArrows(ctx, run.arrows ?? [], area);
    if (inside) {
      paintBall(ctx, place, colours);
    } else {
      paintAway(ctx, place, area, colours);
    }
    return { arrow, record: { k, w, x: place[0], y: place[1], inside, arrows } };
  }

  /** Paints the arrows of a run, and then their names, over all of them. */
  #paintArrows(ctx, arrows, area) {
    const { halo } = this.#colours;
    const placed = arrows.map((arrow) => ({ ...arrow, colour: this.#colours[arrow.token], halo,
      thick: arrow.lit ? 4 : 2.4, start: this.placeOf(arrow.from), end: this.placeOf(arrow.to) }));
    const seen = placed.filter((arrow) => paintArrow(ctx, arrow.start, arrow.end, arrow));
    seen.filter(({ text }) => text).forEach((arrow) =>
      nameArrow(ctx, arrow.start, arrow.end, arrow, area));
    return placed.map(({ symbol, from, to }, i) =>
      ({ symbol, from, to, seen: seen.includes(placed[i]) }));
  }
}

function clip(ctx, { left, top, right, bottom }) {
  ctx.save();
  ctx.beginPath();
  ctx.rect(left, top, right - left, bottom - top);
  ctx.clip();
}
