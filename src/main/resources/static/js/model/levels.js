/** The most levels that a map can be read with. */
const MOST = 13;

/** Where the highest ground is so many times as high as the low ground, levels are in powers. */
const WIDE = 30;

/** The share of a map that is its low ground, and that of the ground inside its first line. */
const LOW = 0.02;
const FIRST = 0.003;

/**
 * The levels of a map's lines, and a measure of height in which they are about evenly spaced:
 * in powers of ten above the floor where the surface is steep, else in even steps.
 * @param {import('./surface.js').Surface} surface
 * @returns {{levels: number[], height: function(number): number}}
 */
export function levelsOf(surface) {
  const { floor } = surface;
  const above = surface.losses.map((loss) => loss - floor).sort((a, b) => a - b);
  const at = (share) => above[Math.floor(share * (above.length - 1))];
  const top = at(1);
  const wide = top > WIDE * at(LOW);
  const first = Math.max(at(FIRST), top * 1e-9);
  const steps = wide ? powers(first, top) : even(top);
  return {
    levels: steps.map((step) => floor + step),
    height: wide ? (loss) => Math.log10(Math.max(loss - floor, 0) + first / 2)
      : (loss) => loss - floor,
  };
}

function powers(first, top) {
  const all = [[1, 2, 5], [1, 3], [1]].map((leads) => {
    const steps = [];
    for (let power = Math.floor(Math.log10(first)); 10 ** power < top; power += 1) {
      steps.push(...leads.map((lead) => Number(`${lead}e${power}`)));
    }
    return steps.filter((step) => step >= first && step < top);
  });
  return all.find((steps) => steps.length <= MOST) ?? all[all.length - 1];
}

function even(top) {
  const unit = 10 ** Math.floor(Math.log10(top / MOST));
  const step = [1, 2, 5, 10].map((lead) => lead * unit).find((each) => top / each <= MOST);
  return Array.from({ length: Math.ceil(top / step) - 1 }, (_, i) =>
    Number(((i + 1) * step).toPrecision(12)));
}
