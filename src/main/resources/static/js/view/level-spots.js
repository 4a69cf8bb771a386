/**
 * How far apart two numbers on a map stand at least, in pixels; two of the same level so many times
 * as far; and how far from its edge.
 */
const APART = 44;
const SAME = 5;
const INSIDE = 16;

/** A line gets a number for each so many pixels of its length, and no more than so many. */
const EVERY = 700;
const MOST = 2;

/**
 * Where the numbers of one level stand: on its lines, where these are nearly straight and level,
 * apart from the numbers that stand already.
 *
 * @param {number[][][]} lines the level's lines as points in pixels
 * @param {{ left: number, top: number, right: number, bottom: number }} area where the map is
 * @param {number} width of the number in pixels
 * @param {{ x: number, y: number }[]} taken the spots of other numbers; the new ones are added
 * @return {{ x: number, y: number, turn: number }[]} the middles, and how far each is turned
 */
export function spotsFor(lines, area, width, taken) {
  const found = [];
  for (const line of lines) {
    const wanted = Math.min(MOST, Math.ceil(lengthOf(line) / EVERY));
    for (let i = 0; i < wanted && found.length < MOST && lengthOf(line) > 2 * width; i += 1) {
      const spot = best(line, area, width, { taken, found });
      if (spot) {
        found.push(spot);
        taken.push(spot);
      }
    }
  }
  return found;
}

function best(line, area, width, { taken, found }) {
  let chosen = null;
  for (let i = 0; i < line.length; i += 2) {
    const [x, y] = line[i];
    const room = Math.min(x - area.left, area.right - x, y - area.top, area.bottom - y);
    const near = Math.min(...taken.map((other) => Math.hypot(other.x - x, other.y - y)), 4 * APART);
    const same = found.some((other) => Math.hypot(other.x - x, other.y - y) < SAME * APART);
    if (room < INSIDE + width / 2 || near < APART || same) {
      continue;
    }
    const [before, after] = [walk(line, i, -1, width / 2), walk(line, i, 1, width / 2)];
    const chord = Math.hypot(after[0] - before[0], after[1] - before[1]);
    const turn = Math.atan((after[1] - before[1]) / (after[0] - before[0] || 1e-9));
    const score = 2 * chord / width - Math.abs(turn) / 2 + near / (8 * APART);
    if (chord > 0.9 * width && (!chosen || score > chosen.score)) {
      chosen = { x, y, turn, score };
    }
  }
  return chosen;
}

/** The point of a closed line so far along it from point i. */
function walk(line, i, way, distance) {
  let [x, y] = line[i];
  for (let j = 1, gone = 0; j < line.length && gone < distance; j += 1) {
    const next = line[(i + way * j + line.length * j) % line.length];
    gone += Math.hypot(next[0] - x, next[1] - y);
    [x, y] = next;
  }
  return [x, y];
}

function lengthOf(line) {
  return line.reduce((sum, [x, y], i) =>
    (i === 0 ? 0 : sum + Math.hypot(x - line[i - 1][0], y - line[i - 1][1])), 0);
}
