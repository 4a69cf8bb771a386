import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Elevation } from '../../main/resources/static/js/model/elevation.js';
import { Surface } from '../../main/resources/static/js/model/surface.js';
import { BACK, ON_THE_WAY, Tilt } from '../../main/resources/static/js/model/tilt.js';
import * as shapes from '../../main/resources/static/js/vendor/d3-3d.js';

const SIZE = { width: 440, height: 400 };

function surfaceOf(loss, domain, minima = []) {
  const [x, y] = domain.map(([lo, hi]) =>
    Array.from({ length: 121 }, (_, i) => lo + (hi - lo) * i / 120));
  return new Surface({ domain, x, y, minima,
    loss: y.map((up) => x.map((across) => loss(across, up))) });
}

const banana = surfaceOf((x, y) => (1 - x) ** 2 + 100 * (y - x * x) ** 2, [[-2, 2], [-1, 3]]);
const bowl = surfaceOf((x, y) => x * x + 2 * y * y, [[-4, 6], [-3, 3]]);

function tilted(surface, turn, rise) {
  const tilt = new Tilt(surface, new Elevation(surface), shapes);
  tilt.look({ turn, rise, ...SIZE });
  return tilt;
}

test('a loss is as high as its level on the flat map, and no number is as high as it gets', () => {
  const elevation = new Elevation(banana);
  const losses = [0, 0.5, 1, 10, 100, 2000];
  const heights = losses.map((loss) => elevation.share(loss));
  heights.slice(1).forEach((height, i) => assert.ok(height > heights[i], `${heights}`));
  assert.deepEqual([elevation.share(-1), elevation.share(NaN), elevation.share(Infinity)],
    [0, 1, 1]);
  assert.deepEqual(elevation.steps, elevation.levels.map((level) => elevation.share(level)));
});

test('not turned, x is to the right, y is away, and a higher loss is higher up', () => {
  const tilt = tilted(bowl, 0, 0.8);
  const [[left], [right]] = [tilt.at([-1, 0]), tilt.at([2, 0])];
  assert.ok(left < right);
  // The same loss, and the same height: only farther away.
  const [[x, near], [same, far]] = [tilt.at([1, -2]), tilt.at([1, 2])];
  assert.ok(Math.abs(x - same) < 1e-9 && far < near);
  // The same y: what is higher on the screen is the loss alone.
  const tops = [0, 1, 2, 3, 4].map((at) => tilt.at([at, 0])[1]);
  tops.slice(1).forEach((top, i) => assert.ok(top < tops[i], `${tops}`));
});

test('a place is where turning and projecting by hand puts it', () => {
  for (const [turn, rise] of [[0, 0.8], [-0.5, 1], [2.4, 0.4], [-3, 1.4]]) {
    const tilt = tilted(bowl, turn, rise);
    const [u, v] = [0.4, -0.3];
    const w = [1 + 5 * u, 3 * v];
    const flat = tilt.at([1, 0]);
    const across = u * Math.cos(turn) - v * Math.sin(turn);
    const away = u * Math.sin(turn) + v * Math.cos(turn);
    const [wider, farther] = tilt.at(w).map((value, i) => value - flat[i]);
    const scale = wider / across;
    const lift = 0.52 * (tilt.heightAt(w) - tilt.heightAt([1, 0]));
    assert.ok(scale > 50);
    assert.ok(Math.abs(farther + scale * (away * Math.sin(rise) + lift * Math.cos(rise))) < 1e-9);
  }
});

test('however it is turned, all of it is in the picture and of one size', () => {
  for (let degrees = -180; degrees < 180; degrees += 15) {
    for (const rise of [0.3, 0.9, 1.4]) {
      const tilt = tilted(banana, degrees * Math.PI / 180, rise);
      const corners = [...tilt.facets(), ...tilt.walls()].flatMap((each) => each.corners);
      for (const [x, y] of corners) {
        assert.ok(x > 0 && x < SIZE.width && y > 0 && y < SIZE.height, `${x}, ${y}`);
      }
      assert.ok(tilt.walls().length >= 1 && tilt.walls().length <= 2);
    }
  }
});

test('pieces come from the farthest to the nearest, lit from above', () => {
  const facets = tilted(bowl, 0, 0.8).facets();
  const foot = facets.map(({ corners }) => corners.reduce((sum, [, y]) => sum + y, 0));
  assert.ok(foot[0] < foot.at(-1));
  const middle = tilted(surfaceOf((x, y) => 1e-9 * (x + y), [[-1, 1], [-1, 1]]), 0, 1.4).facets();
  middle.forEach(({ light }) => assert.ok(light > 0.5 && light <= 1));
});

test('a way lies on the ground', () => {
  const tilt = tilted(banana, -0.5, 0.9);
  const way = tilt.way([-1, 0], [1, 2]);
  assert.ok(way.length > 10);
  assert.ok(way.slice(0, -1).every(([, , how]) => how === ON_THE_WAY));
  assert.deepEqual(way.at(-1), tilt.at([1, 2]));
  const half = way[way.length / 2 - 1];
  const [x, y] = tilt.at([0, 1]);
  assert.ok(Math.hypot(half[0] - x, half[1] - y) < 1e-6, `${half} ${x} ${y}`);
});

test('what of a way is beyond the map is left out', () => {
  const tilt = tilted(bowl, 0.3, 0.9);
  assert.deepEqual(tilt.way([7, 0], [9, 1]), []);
  const out = tilt.way([0, 0], [1e6, 0]);
  assert.ok(out.length < 100 && out.every(([, , how]) => how === ON_THE_WAY));
  assert.ok(Math.abs(out.at(-1)[0] - tilt.at([6, 0])[0]) < 1e-3);
  const through = tilt.way([-1e6, 0], [1e6, 0]);
  assert.equal(through[0][2], BACK);
  assert.ok(Math.abs(through[0][0] - tilt.at([-4, 0])[0]) < 1e-3);
});
