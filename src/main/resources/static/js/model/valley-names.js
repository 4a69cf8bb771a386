/**
 * The landscape with a name for those of its minima that get one.
 *
 * @param {{ w: number[], loss: ?number[], minima?: Object[] }} landscape
 * @param {{ lowest?: string, nearer?: string }} labels
 * @param {number} [start] the minimum of this place's valley is the nearer one
 */
export function withNames(landscape, labels, start) {
  const minima = landscape.minima ?? [];
  const near = start === undefined ? null : valleyOf(landscape, start);
  const names = minima.length < 2 ? [] : minima.map((minimum) => {
    if (minimum.lowest) {
      return { ...minimum, text: labels.lowest };
    }
    const step = landscape.w[1] - landscape.w[0];
    return near !== null && Math.abs(minimum.w - near) < 3 * step
      ? { ...minimum, text: labels.nearer }
      : null;
  });
  return { ...landscape, names: names.filter((name) => name?.text) };
}

/** Where one arrives by always going down from a place, in the picture's own grain. */
function valleyOf({ w, loss }, start) {
  const grain = w[1] - w[0];
  let i = Math.max(0, Math.min(w.length - 1, Math.round((start - w[0]) / grain)));
  for (;;) {
    const down = loss[i - 1] < loss[i] ? i - 1 : loss[i + 1] < loss[i] ? i + 1 : i;
    if (down === i) {
      return w[i];
    }
    i = down;
  }
}
