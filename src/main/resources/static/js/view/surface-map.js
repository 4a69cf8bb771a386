import { Chart, fitTo, flat, layers, onTheme, plane, readColours, still } from './charting.js';
import { mapTokens, minimaOf, paintCross, paintMinima } from './map-marks.js';
import { MapRuns } from './map-runs.js';
import { printable } from './paper.js';
import { Relief } from './relief.js';

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
  #runs;
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
    this.#runs = new MapRuns(looks);
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
    return readColours(this.#host, mapTokens(this.#looks));
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
    this.#runs.forget();
    this.#size = '';
    this.#chart.update('none');
  }

  #paintRelief() {
    if (!this.#relief) {
      return;
    }
    const { ctx, chartArea, width } = this.#chart;
    const { deep, low, middle, high, line, ink, halo } = this.#colours;
    const minima = minimaOf(this.#surface, (w) => this.placeOf(w), this.#names.lowest);
    const bands = [deep, low, middle, high];
    this.#relief.paint(ctx, chartArea, { bands, line, ink, halo }, minima);
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
      this.#runs.forget();
      ways.clearRect(0, 0, width, height);
    }
    const { cross = null } = this.#scene;
    [ways, over].forEach((ctx) => clip(ctx, area));
    const painted = this.#runs.paint({ ways, over }, this.#scene, { width, height, area,
      at: (w) => this.placeOf(w), contains: (w) => this.#surface.contains(w),
      edge: (w) => inset(this.placeOf(w), area), colours: this.#colours }, this.#names.start);
    if (cross) {
      paintCross(over, this.placeOf(cross), area, this.#colours);
    }
    [ways, over].forEach((ctx) => ctx.restore());
    Object.assign(this.drawn, painted, { cross });
  }
}

/** The nearest place in an area at which a pointer has room. */
function inset([x, y], { left, top, right, bottom }) {
  return [Math.max(left + 7, Math.min(right - 7, x)),
    Math.max(top + 7, Math.min(bottom - 7, y))];
}

function clip(ctx, { left, top, right, bottom }) {
  ctx.save();
  ctx.beginPath();
  ctx.rect(left, top, right - left, bottom - top);
  ctx.clip();
}
