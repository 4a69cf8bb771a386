/**
 * The sign in the update rule. With a plus the ball climbs: the engine walks the same ground turned
 * upside down, and what it answers is turned back. Turning a sign loses no bit.
 */

/** What an optimizer remembers that turns with the slope; squares do not. */
const TURNS = ['velocity', 'm'];

/**
 * The spec as the engine is to have it: for a climb the ground upside down.
 * @param {import('./spec.js').Spec} spec `uphill` has the formula and the domain of that ground
 */
export function played({ uphill, ...spec }) {
  return uphill ? { ...spec, objective: uphill } : spec;
}

/** A step on the ground as it is. @param {Object} spec @param {Object} step as it was played */
export function seen({ uphill }, step) {
  if (!uphill || !step) {
    return step;
  }
  const { loss, gradient, state } = step;
  const turned = Object.entries(state ?? {}).map(([name, values]) =>
    [name, TURNS.includes(name) ? values.map((x) => -x) : values]);
  return { ...step, loss: -loss, gradient: gradient.map((x) => -x),
    ...(state ? { state: Object.fromEntries(turned) } : {}) };
}

/** A table of steps on the ground as it is. @param {Object} spec @param {string} text CSV */
export function seenTable({ uphill }, text) {
  const [header, ...rows] = text.split('\r\n');
  const turns = header.split(',').map((name) => ['loss', 'gradient', ...TURNS].includes(name));
  const turn = (cell) => (cell.startsWith('-') ? cell.slice(1) : `-${cell}`);
  return !uphill ? text : [header, ...rows.map((row) => (row === '' ? row
    : row.split(',').map((cell, i) => (turns[i] ? turn(cell) : cell)).join(',')))].join('\r\n');
}
