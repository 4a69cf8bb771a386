/** How high the highest ground is drawn, where the map reaches from -1 to 1 both ways. */
const RISE = 0.52;

/** How deep the block of ground goes on below its lowest place. */
const FOOT = 0.07;

/** Facets along each side of the map. */
const FACETS = 56;

/** Points on a way across the whole map: it is to lie on the ground, not to cut through it. */
const FINE = 48;

/** Room around the block, in pixels: for a ball and its marks at the edge. */
const ROOM = { side: 20, top: 22, foot: 24 };

/** Where the light is, as seen by the reader: to the left, above, and on this side. */
const LIGHT = [-0.45, -0.75, 0.48];

/** Where along an edge, whose ends are at 1, the number of an end has room. */
const NEAR_END = 0.9;

/** A place that lies on the way to another. */
export const ON_THE_WAY = 1;

/** A place to which a way jumps: it comes back over the edge of the map. */
export const BACK = 2;

/**
 * A surface seen aslant: the x of the map goes to the right, its y away from the reader, and the
 * losses are height. Turned about its middle and projected without perspective by d3-3d, whose own
 * y points down and whose z points at the reader.
 *
 * Its size does not depend on how it is turned, so that nothing pulses while it is.
 */
export class Tilt {
  #surface;
  #shapes;
  #heights;
  #mesh;
  #look;

  /**
   * @param {import('./surface.js').Surface} surface
   * @param {import('./elevation.js').Elevation} elevation of it
   * @param {{ gridPlanes3D: function, lineStrips3D: function,
   *     polygons3D: function }} shapes d3-3d
   */
  constructor(surface, elevation, shapes) {
    this.#surface = surface;
    this.#shapes = shapes;
    const along = surface.domain.map(([lo, hi]) => Array.from({ length: FACETS + 1 },
      (_, i) => (i === FACETS ? hi : lo + (hi - lo) * i / FACETS)));
    this.#heights = along[1].map((y) =>
      along[0].map((x) => elevation.share(surface.lossAt([x, y]))));
    this.#mesh = along[1].flatMap((y) => along[0].map((x) => this.#stand([x, y])));
  }

  /**
   * From where it is looked at.
   *
   * @param {{ turn: number, rise: number, width: number, height: number }} look how far it is
   *     turned, counter-clockwise as seen from above, and how far above the ground the eye is, both
   *     in radians; and the size of the picture in pixels
   */
  look({ turn, rise, width, height }) {
    const across = 2 * Math.SQRT2;
    const high = across * Math.sin(rise) + (RISE + FOOT) * Math.cos(rise);
    const scale = Math.min((width - 2 * ROOM.side) / across,
      (height - ROOM.top - ROOM.foot) / high);
    const top = ROOM.top + (height - ROOM.top - ROOM.foot - scale * high) / 2;
    const middle = top + scale * (Math.SQRT2 * Math.sin(rise) + RISE * Math.cos(rise));
    this.#look = { turn, rise, scale, origin: { x: width / 2, y: middle } };
  }

  /**
   * How high the ground is drawn at a place, 0 to 1: between the corners of a piece as straight as
   * the piece is, so that what lies there lies on it. Beyond the map it is as at its edge.
   *
   * @param {number[]} w
   */
  heightAt(w) {
    const [x, y] = this.#surface.within(w).map((value, i) => {
      const [lo, hi] = this.#surface.domain[i];
      const at = FACETS * (value - lo) / (hi - lo);
      const corner = Math.min(Math.floor(at), FACETS - 1);
      return { corner, share: at - corner };
    });
    const [near, far] = [0, 1].map((row) => {
      const [left, right] = this.#heights[y.corner + row].slice(x.corner, x.corner + 2);
      return left + x.share * (right - left);
    });
    return near + y.share * (far - near);
  }

  /** @param {number[]} w a place @returns {number[]} CSS pixels from the picture's top left */
  at(w) {
    return this.#project([this.#stand(w)])[0];
  }

  /**
   * The way from one place to another along the ground; what of it is beyond the map is left out.
   *
   * @param {number[]} from
   * @param {number[]} to
   * @returns {number[][]} where it comes by after `from`, in pixels, with how it comes there where
   *     that is `ON_THE_WAY` or `BACK`
   */
  way(from, to) {
    const [begin, end] = this.#inside(from, to);
    if (begin > end) {
      return [];
    }
    const length = Math.hypot(...this.#surface.domain.map(([lo, hi], i) =>
      (to[i] - from[i]) * (end - begin) / (hi - lo)));
    const n = Math.max(1, Math.ceil(length * FINE));
    const shares = Array.from({ length: n + 1 }, (_, i) => begin + (end - begin) * i / n);
    const places = this.#project(shares.map((share) =>
      this.#stand(from.map((value, i) => value + share * (to[i] - value)))))
      .map(([x, y], i) => (shares[i] === 1 ? [x, y] : [x, y, ON_THE_WAY]));
    return begin === 0 ? places.slice(1) : [[...places[0].slice(0, 2), BACK], ...places.slice(1)];
  }

  /**
   * The ground in small pieces, from the farthest to the nearest.
   *
   * @returns {{ corners: number[][], light: number }[]} each with its corners, as pixels and the
   *     height there, and how much light falls on it, 0 to 1
   */
  facets() {
    const grid = this.#posed(this.#shapes.gridPlanes3D());
    grid.rows(FACETS + 1);
    // Equal squares hide one another in the order of their distance on the ground. That of the
    // pieces themselves would put a steep one behind what it hides.
    return grid.data(this.#mesh)
      .map((piece) => ({ piece, depth: this.#depth(piece[0]) + this.#depth(piece[2]) }))
      .sort((a, b) => a.depth - b.depth)
      .map(({ piece }) => ({
        corners: piece.map(({ projected, share }) => [projected.x, projected.y, share]),
        light: lightOn(piece.map(({ rotated }) => rotated)),
      }));
  }

  /**
   * The sides of the block that face the reader.
   *
   * @returns {{ corners: number[][], light: number }[]} likewise
   */
  walls() {
    const side = (n) => this.#mesh.filter(({ x, z }) => [z === 1, x === 1, z === -1, x === -1][n]);
    const { turn } = this.#look;
    const faces = [0, 1, 2, 3].map((n) => turn + n * Math.PI / 2);
    const shown = [0, 1, 2, 3].filter((n) => Math.cos(faces[n]) > 1e-6);
    const polygons = this.#posed(this.#shapes.polygons3D());
    return polygons.data(shown.map(side).map((edge) => [...edge,
      ...[edge[edge.length - 1], edge[0]].map(({ x, z }) => ({ x, y: FOOT, z }))]))
      .map((wall, i) => ({ corners: wall.map(({ projected }) => [projected.x, projected.y]),
        light: (1 - Math.sin(faces[shown[i]])) / 2 }));
  }

  /**
   * The two edges of the block nearest to the reader, that along x and that along y.
   *
   * @returns {{ begin: number[], middle: number[], end: number[], out: number[] }[]} places on
   *     each, near its low end, in its middle and near its high end, in pixels, and which way is
   *     away from the block, of length 1
   */
  edges() {
    const { turn } = this.#look;
    const [x, z] = [Math.sin(turn) > 0 ? -1 : 1, Math.cos(turn) >= 0 ? 1 : -1];
    const [centre] = this.#project([{ x: 0, y: FOOT, z: 0 }]);
    return [(along) => ({ x: along, y: FOOT, z }), (along) => ({ x, y: FOOT, z: -along })]
      .map((edge) => {
        const [begin, middle, end] = this.#project([-NEAR_END, 0, NEAR_END].map(edge));
        const away = middle.map((value, i) => value - centre[i]);
        return { begin, middle, end, out: away.map((value) => value / Math.hypot(...away)) };
      });
  }

  /** A place as a point of the block. */
  #stand(w) {
    const [x, up] = w.map((value, i) => {
      const [lo, hi] = this.#surface.domain[i];
      return 2 * (value - lo) / (hi - lo) - 1;
    });
    const share = this.heightAt(w);
    return { x, y: -RISE * share, z: -up, share };
  }

  /** Points in pixels, as a strip: `points3D` of d3-3d 2.0.2 projects without turning. */
  #project(points) {
    const [strip] = this.#posed(this.#shapes.lineStrips3D()).data([points]);
    return strip.map(({ projected }) => [projected.x, projected.y]);
  }

  /** How near to the reader a point is, along the ground. */
  #depth({ x, z }) {
    return z * Math.cos(this.#look.turn) - x * Math.sin(this.#look.turn);
  }

  #posed(shape) {
    const { turn, rise, scale, origin } = this.#look;
    shape.origin(origin);
    shape.scale(scale);
    // An angle of 0, which these read as no angle given, is what a new shape has.
    shape.rotateY(turn);
    shape.rotateX(-rise);
    return shape;
  }

  /** Between which shares of a way it is over the map (Liang and Barsky); the first above the
   * second where it never is. */
  #inside(from, to) {
    return this.#surface.domain.reduce(([begin, end], [lo, hi], i) => {
      const step = to[i] - from[i];
      if (step === 0) {
        return from[i] >= lo && from[i] <= hi ? [begin, end] : [1, 0];
      }
      const [a, b] = [(lo - from[i]) / step, (hi - from[i]) / step];
      return [Math.max(begin, Math.min(a, b)), Math.min(end, Math.max(a, b))];
    }, [0, 1]);
  }
}

/** How much light falls on a piece, by its diagonals. */
function lightOn([a, b, c, d]) {
  const [p, q] = [[c, a], [d, b]].map(([to, from]) =>
    [to.x - from.x, to.y - from.y, to.z - from.z]);
  const normal = [p[1] * q[2] - p[2] * q[1], p[2] * q[0] - p[0] * q[2], p[0] * q[1] - p[1] * q[0]];
  const size = Math.hypot(...normal) * Math.hypot(...LIGHT);
  const share = normal.reduce((sum, value, i) => sum + value * LIGHT[i], 0) / size;
  return (1 + share) / 2;
}
