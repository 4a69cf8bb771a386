/** How many points a pixel has on paper, each way. */
const FINE = 3;

/**
 * What is drawn, on paper. A sheet is laid out before a chart can follow its host, and browsers
 * print a canvas that is drawn meanwhile as shapes, with what is empty as white over all below. So
 * it is drawn once more, finer, and a copy of that is printed.
 */
export class Paper {
  #chart;
  #layers;
  #size;
  #print = matchMedia('print');
  #copy = null;
  #events;

  /**
   * Comes after whatever else listens for print, such as for its colours.
   *
   * @param {Chart} chart what is drawn
   * @param {{ chart: HTMLCanvasElement, box: HTMLElement }} layers the chart's own canvas, and what
   *     holds it and all canvases above it
   * @param {number[]} [size] what it is drawn at, in CSS pixels, if not as in the window
   */
  constructor(chart, layers, size) {
    this.#chart = chart;
    this.#layers = layers;
    this.#size = size;
    this.#events = [
      [window, 'beforeprint', () => this.#draw()],
      [window, 'afterprint', () => this.#clear()],
      [this.#print, 'change', () => (this.#print.matches ? this.#take() : this.#clear())],
    ];
    this.#events.forEach(([on, name, listener]) => on.addEventListener(name, listener));
  }

  /** Listens no more. */
  destroy() {
    this.#events.forEach(([on, name, listener]) => on.removeEventListener(name, listener));
  }

  #draw() {
    const { width, height } = this.#chart;
    this.#chart.options.devicePixelRatio = FINE;
    this.#chart.resize(...(this.#size ?? [width, height]));
    this.#take();
  }

  #take() {
    const { chart, box } = this.#layers;
    this.#copy?.remove();
    const sheets = [...box.querySelectorAll('canvas')];
    this.#copy = document.createElement('canvas');
    this.#copy.className = 'copy';
    Object.assign(this.#copy, { width: chart.width, height: chart.height });
    const ctx = this.#copy.getContext('2d');
    sheets.forEach((sheet) => ctx.drawImage(sheet, 0, 0));
    box.append(this.#copy);
    box.parentElement.style.setProperty('--drawn', `${chart.width} / ${chart.height}`);
  }

  #clear() {
    this.#copy?.remove();
    this.#copy = null;
    if (this.#chart.options.devicePixelRatio) {
      delete this.#chart.options.devicePixelRatio;
      this.#chart.resize();
    }
  }
}
