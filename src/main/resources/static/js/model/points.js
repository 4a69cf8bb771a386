/** Room around the points, as a share of how far they spread. */
const ROOM = 0.06;

/** Nought is in the picture where it is no further from the points than this many spreads. */
const NEAR = 1;

/** A reader's own numbers keep so many figures: a link is to hold them all. */
const FIGURES = 6;

/** The most points that a link can carry. */
export const MOST_POINTS = 200;

/** Two points are the fewest that make a line. */
export const FEWEST_POINTS = 2;

/** Points, what they are, and how their x is scaled before a line is fitted to them. */
export class Points {
  /** @param {Object} data of /api/landscape */
  constructor(data) {
    this.become(data);
  }

  /** Other data take their place. @param {Object} data likewise */
  become({ name, points, columns, scale, start, learningRate }) {
    Object.assign(this, { name, points, columns, scale, start, learningRate });
    /** From where to where they are drawn, across and up. */
    this.frame = [frame(points.map(([x]) => x)), frame(withNought(points.map(([, y]) => y)))];
  }

  /** How high a line lies at x. @param {number[]} w its slope and intercept @param {number} x */
  heightOf([slope, intercept], x) {
    const z = this.scale ? (x - this.scale.mean) / this.scale.deviation : x;
    return slope * z + intercept;
  }

  /** Whether they are a reader's own. */
  get own() {
    return this.name === '';
  }

  /** What x and y are, with their units. @returns {string[]} */
  get heads() {
    return this.columns.map(({ name, unit }) =>
      (unit && !name.includes(unit) ? `${name} (${unit})` : name));
  }

  /** They as lines of a table. */
  get table() {
    return this.points.join('\n');
  }
}

/** A number no finer than a link is to hold. @param {number} value */
export function tidy(value) {
  return Number(value.toPrecision(FIGURES));
}

/**
 * Reads a pasted table of two columns. The first line may name them; decimal commas are understood
 * where the columns are parted by something else.
 * @param {string} text
 * @returns {{points: number[][], wrong: {line: number, text: string}|null}}
 */
export function readPoints(text) {
  const points = [];
  const lines = text.split(/\r?\n|\r/).map((line) => line.trim());
  for (const [i, line] of lines.entries()) {
    const pair = line === '' || line.startsWith('#') ? null : pairOf(line);
    if (pair) {
      points.push(pair);
    } else if (line !== '' && !line.startsWith('#') && (points.length > 0 || /\d/.test(line))) {
      return { points, wrong: { line: i + 1, text: line } };
    }
  }
  return { points, wrong: null };
}

function pairOf(line) {
  const parted = /[\t;]/.test(line);
  const cells = line.split(parted ? /\s*[\t;]\s*/ : /\s*,\s*|\s+/);
  const numbers = cells.map((cell) => (cell === '' ? NaN
    : Number((parted ? cell.replace(',', '.') : cell).replace('−', '-'))));
  return numbers.length === 2 && numbers.every((value) => Math.abs(value) <= 1e12)
    ? numbers.map(tidy) : null;
}

/** Where descent begins the line lies along nought. */
function withNought(heights) {
  const [low, high] = [Math.min(...heights), Math.max(...heights)];
  return Math.max(low, -high) <= NEAR * (high - low) ? [0, ...heights] : heights;
}

function frame(values) {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const room = high > low ? ROOM * (high - low) : Math.max(1, Math.abs(low) * ROOM);
  return [low - room, high + room];
}
