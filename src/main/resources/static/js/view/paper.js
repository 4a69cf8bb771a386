import { flat } from './charting.js';

/** How many points a pixel has on paper, each way. */
const FINE = 3;

/**
 * What is drawn, on paper. A sheet is laid out before a chart can follow its host, and browsers
 * print a canvas that is drawn meanwhile as shapes, with what is empty as white over all below. So
 * it is drawn once more, finer, and a copy of that is printed.
 *
 * Comes after whatever else listens for print, such as for its colours.
 *
 * @param {Chart} chart what is drawn
 * @param {{ chart: HTMLCanvasElement, box: HTMLElement }} layers the chart's own canvas, and what
 *     holds it and all canvases above it
 * @param {number[]} [size] what it is drawn at, in CSS pixels, if not as in the window
 */
export function printable(chart, layers, size) {
  const print = matchMedia('print');
  let copy = null;
  const take = () => {
    copy?.remove();
    copy = flat(layers);
    copy.className = 'copy';
    layers.box.append(copy);
    layers.box.parentElement.style.setProperty('--drawn', `${copy.width} / ${copy.height}`);
  };
  const clear = () => {
    copy?.remove();
    copy = null;
    if (chart.options.devicePixelRatio) {
      delete chart.options.devicePixelRatio;
      chart.resize();
    }
  };
  addEventListener('beforeprint', () => {
    chart.options.devicePixelRatio = FINE;
    chart.resize(...(size ?? [chart.width, chart.height]));
    take();
  });
  addEventListener('afterprint', clear);
  print.addEventListener('change', () => (print.matches ? take() : clear()));
}
