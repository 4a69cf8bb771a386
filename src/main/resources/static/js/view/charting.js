// The build of Chart.js that is served for this name is a classic script: it leaves a global.
import 'chart.js';

/** Chart.js 4, as its one file. */
export const Chart = globalThis.Chart;

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
 * @return {() => void} stops it
 */
export function onTheme(listener) {
  const queries = ['(prefers-color-scheme: dark)', '(forced-colors: active)', 'print'].map(
    (query) => matchMedia(query),
  );
  document.addEventListener('downhill:theme', listener);
  for (const query of queries) {
    query.addEventListener('change', listener);
  }
  return () => {
    document.removeEventListener('downhill:theme', listener);
    for (const query of queries) {
      query.removeEventListener('change', listener);
    }
  };
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
