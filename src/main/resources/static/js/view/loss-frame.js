import { still } from './charting.js';
import { STEPS } from './loss-axis.js';

/** The room for the numbers of the loss, in CSS pixels. */
const ROOM = 48;
const WIDE_ROOM = 72;

/**
 * What Chart.js is told of the loss by step: two axes and the room for them, and when what it does
 * not draw is to be painted.
 *
 * @param {{ series: number, axis: () => ?object, colours: () => Record<string, string>,
 *     onResize: () => void, paintLines: () => void, paintHeads: () => void }} parts how many runs
 *     there are, the axis of the losses and the colours as they are now, and what to call
 * @return {object} its configuration
 */
export function lossFrame({ series, axis, colours, onResize, paintLines, paintHeads }) {
  const ticks = { color: () => colours().soft, font: { size: 11 } };
  return {
    type: 'line',
    data: {
      datasets: Array.from({ length: series }, () => (
        { data: [], pointRadius: 0, borderWidth: 2.2 })),
    },
    options: {
      ...still,
      onResize,
      layout: { padding: { top: 12, right: 18 } },
      clip: 4,
      scales: {
        x: {
          type: 'linear',
          min: 0,
          max: STEPS[0],
          border: { display: false },
          grid: { display: false },
          ticks: { ...ticks, maxTicksLimit: 6, maxRotation: 0, precision: 0 },
        },
        y: {
          type: 'linear',
          min: 0,
          max: 1,
          border: { display: false },
          grid: { color: () => colours().line, drawTicks: false },
          ticks: { ...ticks, padding: 8, callback: (value) => axis()?.label(value) ?? '' },
          // The same room whatever the numbers: the curve does not jump when the axis grows.
          afterFit: (scale) => (scale.width = axis()?.wide ? WIDE_ROOM : ROOM),
          afterBuildTicks: (scale) => {
            if (axis()) {
              scale.ticks = axis().ticks.map((value) => ({ value }));
            }
          },
        },
      },
    },
    plugins: [
      { id: 'lines', afterDatasetsDraw: paintLines },
      { id: 'heads', afterDraw: paintHeads },
    ],
  };
}
