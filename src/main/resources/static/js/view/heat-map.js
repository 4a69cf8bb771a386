import { Chart, layers, onTheme, plane, readable, readColours, still } from './charting.js';
import { inkOn, mix } from './mix.js';
import { shape } from './markers.js';

const TOKENS = { few: '--heat-few', many: '--heat-many', flown: '--heat-flown',
  none: '--panel-soft', soft: '--ink-soft', ink: '--ink', halo: '--halo' };

/** How large a cell must be for its number, in CSS pixels. */
const ROOM = { width: 21, height: 13 };

/** Below this width the axis has no room for more than one name in a decade, in CSS pixels. */
const NARROW = 480;

/** The steps that runs took, a cell for each learning rate and start. Chart.js draws the axes. */
export class HeatMap {
  #host;
  #chart;
  #colours;
  #tokens;
  #heat = null;
  #scene = { marks: [], cursor: null };

  /**
   * @param {HTMLElement} host the positioned element to fill
   * @param {{ token: string, marker: string }[]} looks of the balls
   */
  constructor(host, looks) {
    this.#host = host;
    this.looks = looks;
    this.#tokens = { ...TOKENS, ...Object.fromEntries(looks.map(({ token }, i) => [i, token])) };
    this.#colours = readColours(host, this.#tokens);
    this.#chart = new Chart(layers(host, []).chart, this.#config());
    onTheme(() => {
      this.#colours = readColours(host, this.#tokens);
      this.#chart.update('none');
    });
    host.dataset.live = '';
  }

  /** @param {import('../model/heat.js').Heat} heat what is shown from now on */
  show(heat) {
    this.#heat = heat;
    const { x, y } = this.#chart.options.scales;
    const edge = Math.sqrt(heat.rates[1] / heat.rates[0]);
    const half = (heat.starts[1] - heat.starts[0]) / 2;
    Object.assign(x, { min: heat.rates[0] / edge, max: heat.rates.at(-1) * edge });
    Object.assign(y, { min: heat.starts[0] - half, max: heat.starts.at(-1) + half });
    this.#chart.update('none');
  }

  /**
   * @param {{ marks: { rate: number, start: number }[], cursor: ?number[] }} scene where the balls
   *     stand, and the cell that is read
   */
  draw(scene) {
    if (JSON.stringify(scene) !== JSON.stringify(this.#scene)) {
      this.#scene = scene;
      this.#chart.draw();
    }
  }

  /** @param {{ clientX: number, clientY: number }} event @return {?number[]} the cell there */
  cellAt({ clientX, clientY }) {
    const { left, top } = this.#host.getBoundingClientRect();
    const { scales: { x, y }, chartArea } = this.#chart;
    const [px, py] = [clientX - left, clientY - top];
    const inside = this.#heat && px >= chartArea.left && px <= chartArea.right
      && py >= chartArea.top && py <= chartArea.bottom;
    return inside ? this.#heat.nearest(x.getValueForPixel(px), y.getValueForPixel(py)) : null;
  }

  #config() {
    const { layout, scales: { x, y } } = plane(() => this.#colours.soft);
    const ticks = { ...x.ticks, autoSkip: false, callback: (value) => this.#name(value) };
    return {
      type: 'scatter',
      data: { datasets: [] },
      options: { ...still, layout, scales: { x: { ...x, type: 'logarithmic', min: 0.001, ticks },
        y } },
      plugins: [{ id: 'cells', beforeDatasetsDraw: () => this.#chart && this.#paint() }],
    };
  }

  /** A rate of the axis, if it leads: 1 of each decade, and where there is room 2 and 5. */
  #name(rate) {
    const lead = rate / 10 ** Math.floor(Math.log10(rate) + 1e-9);
    const leads = this.#host.clientWidth < NARROW ? [1] : [1, 2, 5];
    return leads.some((each) => Math.abs(lead - each) < 1e-6) ? readable(rate) : '';
  }

  #paint() {
    const { ctx } = this.#chart;
    this.#heat?.rates.forEach((_, i) =>
      this.#heat.starts.forEach((__, j) => this.#paintCell(ctx, i, j)));
    if (this.#heat && this.#scene.cursor) {
      const { left, top, width, height } = this.#box(...this.#scene.cursor);
      ctx.strokeStyle = this.#colours.ink;
      ctx.lineWidth = 2.5;
      ctx.strokeRect(left, top, width, height);
    }
    this.#scene.marks.forEach((mark, i) => this.#paintMark(ctx, mark, i));
  }

  #paintCell(ctx, i, j) {
    const { left, top, width, height } = this.#box(i, j);
    const { end, reached } = this.#heat.cell(i, j);
    const swift = reached === null ? 0 : this.#heat.swiftness(reached);
    const { many, few, flown, none } = this.#colours;
    const shade = end === 'there' ? mix([many, few], swift) : end === 'diverged' ? flown : none;
    ctx.fillStyle = shade;
    ctx.fillRect(left, top, width - 0.5, height - 0.5);
    if (width < ROOM.width || height < ROOM.height) {
      return;
    }
    ctx.font = '10px system-ui, sans-serif';
    ctx.textAlign = 'center';
    ctx.textBaseline = 'middle';
    ctx.fillStyle = inkOn(shade);
    const text = end === 'there' ? String(reached) : end === 'elsewhere' ? '○' : '';
    ctx.fillText(text, left + width / 2, top + height / 2);
  }

  #paintMark(ctx, { rate, start }, i) {
    const { scales: { x, y }, chartArea } = this.#chart;
    const px = Math.min(Math.max(x.getPixelForValue(rate), chartArea.left), chartArea.right);
    const py = Math.min(Math.max(y.getPixelForValue(start), chartArea.top), chartArea.bottom);
    shape(ctx, this.looks[i].marker, px, py, 6);
    ctx.strokeStyle = this.#colours.halo;
    ctx.fillStyle = this.#colours[i];
    ctx.lineWidth = 3;
    ctx.stroke();
    ctx.fill();
  }

  #box(i, j) {
    const { rates, starts } = this.#heat;
    const { right, left, top, bottom } = this.#chart.chartArea;
    const [width, height] = [(right - left) / rates.length, (bottom - top) / starts.length];
    return { left: left + i * width, top: bottom - (j + 1) * height, width, height };
  }
}
