import { Elevation } from '../model/elevation.js';
import { Tilt } from '../model/tilt.js';
import { fitTo, flat, layers, onTheme, readColours, readable,
} from './charting.js';
import { mapTokens, minimaOf, paintMinima } from './map-marks.js';
import { MapRuns } from './map-runs.js';
import { printable } from './paper.js';
import { stamp, wide } from './stamp.js';
import { paintTilted } from './tilted-relief.js';

const FONT = '600 12px system-ui, sans-serif';

/** What the numbers along the edges of the map and the names of its directions are written in. */
const PLAIN = '11px system-ui, sans-serif';

/**
 * The surface of a map seen aslant, with the same runs on it, drawn as `SurfaceMap` is: it takes
 * its place in the same host where that is `data-tilted`. The ground is painted only when it is
 * turned, or gets another size or other colours; what moves has canvases above it.
 *
 * So balls and ways that a ridge hides are seen all the same: they are what is to be looked at.
 */
export class TiltedMap {
  #host;
  #looks;
  #shapes;
  #layers;
  #runs;
  #colours;
  #surface;
  #elevation;
  #tilt;
  #names = {};
  #scene = null;
  #view = { turn: 0, rise: 1 };
  #painted = '';

  /** What `printable` and `fitTo` ask of a chart. */
  #frame = { width: 0, height: 0, options: {}, resize: () => this.#redraw() };

  /**
   * @param {HTMLElement} host the positioned element to fill
   * @param {{ token: string, edge: string, dash: number[], marker: string }[]} looks see
   *     `SurfaceMap`
   * @param {object} shapes d3-3d
   */
  constructor(host, looks, shapes) {
    this.#host = host;
    this.#looks = looks;
    this.#shapes = shapes;
    this.#runs = new MapRuns(looks);
    this.#layers = layers(host, ['ways', 'over']);
    this.#layers.box.classList.add('tilted');
    this.#colours = readColours(host, mapTokens(looks));
    onTheme(() => {
      this.#colours = readColours(host, mapTokens(looks));
      this.#redraw();
    });
    printable(this.#frame, this.#layers);
    new ResizeObserver(() => this.#redraw()).observe(host);
    /** What was last drawn, as plain numbers in the map's units and in CSS pixels. */
    this.drawn = { turn: 0, rise: 0, levels: [], minima: [], runs: [], start: null,
      arrows: 0 };
  }

  /**
   * Shows a surface, likewise.
   *
   * @param {import('../model/surface.js').Surface} surface the surface
   * @param {{ lowest: string, start: string, across: string, up: string }} names words at the
   *     lowest minimum and at the start, and of the two directions of the map
   */
  setSurface(surface, names) {
    this.#surface = surface;
    this.#names = names;
    this.#elevation = new Elevation(surface);
    this.#tilt = new Tilt(surface, this.#elevation, this.#shapes);
    this.#redraw();
  }

  /** Looks at it from elsewhere. @param {{ turn: number, rise: number }} view see `Tilt.look` */
  look(view) {
    this.#view = view;
    this.#redraw();
  }

  /** Draws the runs. @param {object} scene see `SurfaceMap.draw` */
  draw(scene) {
    this.#scene = scene;
    this.#paint();
  }

  /** @return {string} the picture as it stands, a PNG as a data URL */
  toPng() {
    return flat(this.#layers, this.#colours.light).toDataURL('image/png');
  }

  #redraw() {
    this.#painted = '';
    this.#paint();
  }

  #paint() {
    if (!this.#tilt || !this.#scene) {
      return;
    }
    const { clientWidth: width, clientHeight: height } = this.#host;
    Object.assign(this.#frame, { width, height,
      currentDevicePixelRatio: this.#frame.options.devicePixelRatio ?? devicePixelRatio });
    const [ground, ways, over] = ['chart', 'ways', 'over'].map((name) =>
      fitTo(this.#layers[name], this.#frame));
    const size = `${width}×${height}×${this.#frame.currentDevicePixelRatio}`;
    if (size !== this.#painted) {
      this.#painted = size;
      this.#tilt.look({ ...this.#view, width, height });
      this.#paintGround(ground, { width, height });
      this.#runs.forget();
      ways.clearRect(0, 0, width, height);
    }
    Object.assign(this.drawn, this.#runs.paint({ ways, over }, this.#scene, {
      width, height, area: { left: 0, top: 0, right: width, bottom: height },
      at: (w) => this.#tilt.at(w), way: (from, to) => this.#tilt.way(from, to),
      contains: (w) => this.#surface.contains(w),
      edge: (w) => this.#tilt.at(this.#surface.within(w)), colours: this.#colours },
    this.#names.start));
  }

  #paintGround(ctx, { width, height }) {
    const { deep, low, middle, high, line, soft } = this.#colours;
    ctx.clearRect(0, 0, width, height);
    const { levels, steps } = this.#elevation;
    paintTilted(ctx, this.#tilt, steps, { bands: [deep, low, middle, high], line,
      rim: soft });
    const minima = minimaOf(this.#surface, (w) => this.#tilt.at(w), this.#names.lowest);
    paintMinima(ctx, minima, { colours: this.#colours, width });
    this.#paintNames(ctx, width);
    Object.assign(this.drawn, { ...this.#view, levels,
      minima: minima.map(({ w, x, y, lowest }) => ({ w, x, y, lowest })) });
  }

  /** Which way the map lies: at the two edges nearest to the reader, as on axes. */
  #paintNames(ctx, width) {
    const { soft, ink, halo } = this.#colours;
    this.#tilt.edges().forEach(({ begin, middle, end, out: [dx, dy] }, i) => {
      const write = ([x, y], text, font, colour, far) => {
        const room = wide({ text, font });
        const left = x + dx * (far + room / 2) - room / 2;
        stamp(ctx, { text, font, colour, halo }, Math.max(4, Math.min(left, width - room - 4)),
          y + dy * far);
      };
      const [lo, hi] = this.#surface.domain[i];
      write(begin, tick(lo), PLAIN, soft, 12);
      write(end, tick(hi), PLAIN, soft, 12);
      write(middle, [this.#names.across, this.#names.up][i], FONT, ink, 14);
    });
  }
}

function tick(value) {
  return readable(value).replace('-', '−');
}
