/** How runs are told apart, beside their colours; in the order of the racers. */
export const LOOKS = [
  { token: '--run-1', edge: '--run-1-edge', dash: [], marker: 'circle' },
  { token: '--run-2', edge: '--run-2-edge', dash: [7, 4], marker: 'square' },
  { token: '--run-3', edge: '--run-3-edge', dash: [2, 3], marker: 'triangle' },
  { token: '--run-4', edge: '--run-4-edge', dash: [10, 3, 2, 3], marker: 'diamond' },
  { token: '--run-5', edge: '--run-5-edge', dash: [4, 2], marker: 'valley' },
  { token: '--run-6', edge: '--run-6-edge', dash: [12, 4], marker: 'plus' },
];

/** The corners of the markers, for a marker of size 1. */
const CORNERS = {
  square: [[-0.85, -0.85], [0.85, -0.85], [0.85, 0.85], [-0.85, 0.85]],
  triangle: [[0, -1.2], [1.1, 0.8], [-1.1, 0.8]],
  valley: [[0, 1.2], [1.1, -0.8], [-1.1, -0.8]],
  diamond: [[0, -1.2], [1.1, 0], [0, 1.2], [-1.1, 0]],
  plus: [[-0.4, -1.1], [0.4, -1.1], [0.4, -0.4], [1.1, -0.4], [1.1, 0.4], [0.4, 0.4], [0.4, 1.1],
    [-0.4, 1.1], [-0.4, 0.4], [-1.1, 0.4], [-1.1, -0.4], [-0.4, -0.4]],
};

/**
 * Begins the path of a marker.
 *
 * @param {CanvasRenderingContext2D} ctx where it is painted
 * @param {string} [marker] `circle`, or one of the others of `LOOKS`
 * @param {number} x its middle
 * @param {number} y likewise
 * @param {number} size about half of its width, in pixels
 */
export function shape(ctx, marker, x, y, size) {
  ctx.beginPath();
  const corners = CORNERS[marker];
  if (corners) {
    corners.forEach(([dx, dy]) => ctx.lineTo(x + size * dx, y + size * dy));
    ctx.closePath();
  } else {
    ctx.arc(x, y, size, 0, 2 * Math.PI);
  }
}
