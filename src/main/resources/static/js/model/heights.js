/** How many heights a drawn curve may have. */
export const FEWEST_HEIGHTS = 8;
export const MOST_HEIGHTS = 256;

/** How far to either side the neighbours of a point move along with it. */
const SWAY = 4;

/** How many drawings can be taken back. */
const REMEMBERED = 100;

/** The heights of a curve while it is drawn. What a hand does is one drawing, and taken back so. */
export class Heights {
  #past = [];

  /** @param {number[]} values */
  constructor(values) {
    this.values = values;
    this.reframe();
  }

  /** Whether there is a drawing to take back. */
  get undoable() {
    return this.#past.length > 0;
  }

  /** The losses at the foot and the top of the picture now suit the heights. */
  reframe() {
    const [low, high] = [Math.min(...this.values), Math.max(...this.values)];
    const room = 0.25 * (high - low || Math.abs(high) || 4);
    this.frame = [low - room, high + room];
  }

  /** A drawing begins: what is there now can be had again. */
  begin() {
    this.#past = [...this.#past, this.values].slice(-REMEMBERED);
  }

  /** Takes the last drawing back. */
  undo() {
    const before = this.#past.pop();
    if (before) {
      this.values = before;
      this.reframe();
    }
  }

  /** Others take their place, as one drawing. @param {number[]} values */
  become(values) {
    this.begin();
    this.values = values;
    this.reframe();
  }

  /**
   * A stroke from one place to another: every height between lies on it.
   * @param {[number, number]} from place, counted in heights and parts of them, and height there
   * @param {[number, number]} to likewise
   */
  stroke(from, to) {
    const [[a, low], [b, high]] = from[0] <= to[0] ? [from, to] : [to, from];
    this.values = this.values.map((value, i) => {
      if (i < Math.round(a) || i > Math.round(b)) {
        return value;
      }
      const share = b > a ? Math.min(Math.max((i - a) / (b - a), 0), 1) : 1;
      return this.#tidy(b > a ? low + share * (high - low) : to[1]);
    });
  }

  /**
   * Moves a point up or down, alone or with its neighbours, which follow the less the further off
   * they are.
   * @param {number} i which
   * @param {number} by how far
   * @param {boolean} along whether with its neighbours
   */
  nudge(i, by, along) {
    this.begin();
    this.values = this.values.map((value, j) => {
      const off = Math.abs(i - j) / SWAY;
      const share = off === 0 ? 1 : along && off < 1 ? Math.cos(off * Math.PI / 2) ** 2 : 0;
      return share === 0 ? value : this.#tidy(value + share * by);
    });
    const [low, high] = this.frame;
    if (this.values.some((value) => value < low || value > high)) {
      this.reframe();
    }
  }

  /** As the short form and the form have them. */
  toString() {
    return this.values.join(', ');
  }

  /** No finer than a hand can draw. */
  #tidy(value) {
    const [low, high] = this.frame;
    const grain = 10 ** Math.floor(Math.log10((high - low) / 300));
    return Number((Math.round(value / grain) * grain).toPrecision(6));
  }
}

/**
 * Reads heights as a reader writes them: parted by commas, spaces or lines.
 * @param {string} text
 * @returns {{values?: number[], wrong?: string}} `wrong` is what is no number
 */
export function readHeights(text) {
  const pieces = text.split(/[\s,;]+/).filter(Boolean);
  const wrong = pieces.find((piece) => !Number.isFinite(Number(piece)));
  return wrong === undefined ? { values: pieces.map(Number) } : { wrong };
}
