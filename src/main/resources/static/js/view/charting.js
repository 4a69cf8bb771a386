import { Chart as ChartJs } from '../vendor/chart.js';

/** Chart.js 4, with the kinds of charts and axes that are drawn here. */
export const Chart = ChartJs;

/** What every chart here has in common: it is still, and it answers no pointer by itself. */
export const still = {
  animation: false,
  responsive: true,
  maintainAspectRatio: false,
  parsing: false,
  normalized: true,
  events: [],
  plugins: { legend: { display: false }, tooltip: { enabled: false } },
};

/**
 * Reads colours from the custom properties of the stylesheet.
 *
 * @param {Element} host where they are read
 * @param {Record<string, string>} tokens a name for each custom property: `{ ball: '--ball' }`
 * @return {Record<string, string>} the colour of each name
 */
export function readColours(host, tokens) {
  // A custom property is handed out as it was written, for day and night; a colour is worked out.
  const probe = host.appendChild(document.createElement('i'));
  probe.style.forcedColorAdjust = 'none';
  const style = getComputedStyle(probe);
  const colours = Object.entries(tokens).map(([name, token]) => {
    probe.style.color = `var(${token})`;
    return [name, style.color];
  });
  probe.remove();
  return Object.fromEntries(colours);
}

/**
 * Calls back whenever the colours may have changed: a switch on the page, or the system's.
 *
 * @param {() => void} listener what to call
 */
export function onTheme(listener) {
  const queries = ['(prefers-color-scheme: dark)', '(forced-colors: active)', 'print'].map(
    (query) => matchMedia(query),
  );
  document.addEventListener('downhill:theme', listener);
  for (const query of queries) {
    query.addEventListener('change', listener);
  }
}

/**
 * Puts a chart's canvas and transparent ones over it into a host that already has its size. None
 * is announced: what they show is said in words beside them.
 *
 * @param {HTMLElement} host the positioned element they fill
 * @param {string[]} [above] the names of the canvases above the chart, the highest last
 * @return {Record<string, HTMLElement>} the canvases, `chart` and those above by their names, and
 *     the `box` that holds them
 */
export function layers(host, above = ['over']) {
  const box = document.createElement('div');
  box.className = 'canvas-layers';
  box.setAttribute('aria-hidden', 'true');
  const names = ['chart', ...above];
  const canvases = names.map(() => document.createElement('canvas'));
  box.append(...canvases);
  host.append(box);
  return { box, ...Object.fromEntries(names.map((name, i) => [name, canvases[i]])) };
}

/**
 * The canvases that lie on one another, as one.
 *
 * @param {{ chart: HTMLCanvasElement, box: HTMLElement }} layers as `layers` gives them
 * @param {string} [ground] a colour to lie below them
 * @return {HTMLCanvasElement} a canvas of its own
 */
export function flat({ chart: { width, height }, box }, ground) {
  const sheet = document.createElement('canvas');
  Object.assign(sheet, { width, height });
  const ctx = sheet.getContext('2d');
  if (ground) {
    ctx.fillStyle = ground;
    ctx.fillRect(0, 0, width, height);
  }
  box.querySelectorAll('canvas:not(.copy)').forEach((canvas) => ctx.drawImage(canvas, 0, 0));
  return sheet;
}

/**
 * The layout of a plane of two numbers: those along two edges, and no lines.
 *
 * @param {() => string} colour of the numbers
 * @param {number} [across] how many there are at most from left to right
 * @return {{ layout: object, scales: { x: object, y: object } }} of Chart.js's options
 */
export function plane(colour, across = 7) {
  const ticks = { color: colour, font: { size: 11 }, maxRotation: 0, includeBounds: false,
    callback: (value) => tick.format(value).replace('-', '−') };
  const axis = { type: 'linear', min: 0, max: 1, border: { display: false },
    grid: { display: false } };
  return {
    layout: { autoPadding: false, padding: { top: 10, right: 14, left: 4, bottom: 0 } },
    scales: {
      x: { ...axis, ticks: { ...ticks, maxTicksLimit: across, padding: 2 },
        afterFit: (scale) => (scale.height = 24) },
      y: { ...axis, ticks: { ...ticks, maxTicksLimit: 7 },
        afterFit: (scale) => (scale.width = 34) },
    },
  };
}

const tick = new Intl.NumberFormat(document.documentElement.lang || undefined, {
  maximumSignificantDigits: 6,
});

/**
 * Gives a canvas the size and the pixel ratio of a chart.
 *
 * @param {HTMLCanvasElement} canvas the canvas to fit
 * @param {Chart} chart the chart it lies over
 * @return {CanvasRenderingContext2D} what to paint on it with
 */
export function fitTo(canvas, chart) {
  const ratio = chart.currentDevicePixelRatio;
  const width = Math.round(chart.width * ratio);
  const height = Math.round(chart.height * ratio);
  if (canvas.width !== width || canvas.height !== height) {
    canvas.width = width;
    canvas.height = height;
    canvas.style.width = `${chart.width}px`;
    canvas.style.height = `${chart.height}px`;
    canvas.getContext('2d').setTransform(ratio, 0, 0, ratio, 0, 0);
  }
  return canvas.getContext('2d');
}

/**
 * A number as a reader wants it beside a point: three figures, and powers of ten for the extremes.
 *
 * @param {number} value any finite number
 * @return {string} for example `0.771`, `12400` or `3.1×10⁻⁹`
 */
export function readable(value) {
  const size = Math.abs(value);
  if (size === 0 || (size >= 1e-3 && size < 1e6)) {
    return plain.format(value);
  }
  const power = Math.floor(Math.log10(size));
  const digits = String(power).replace(/[-\d]/g, (digit) => RAISED[digit] ?? '⁻');
  const front = plain.format(Number((value / 10 ** power).toPrecision(3)));
  return front === '1' ? `10${digits}` : `${front}×10${digits}`;
}

const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹';

const plain = new Intl.NumberFormat(document.documentElement.lang || undefined, {
  maximumSignificantDigits: 3,
  useGrouping: false,
});
