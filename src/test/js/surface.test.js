import assert from 'node:assert/strict';
import { test } from 'node:test';
import { levelsOf } from '../../main/resources/static/js/model/levels.js';
import { Surface } from '../../main/resources/static/js/model/surface.js';

const rosenbrock = (x, y) => (1 - x) ** 2 + 100 * (y - x * x) ** 2;

/** The answer of /api/landscape for a surface. */
function drawn(loss, domain, minima) {
  const [x, y] = domain.map(([lo, hi]) =>
    Array.from({ length: 121 }, (_, i) => lo + (hi - lo) * i / 120));
  return { domain, x, y, loss: y.map((up) => x.map((across) => loss(across, up))), minima };
}

const banana = new Surface(drawn(rosenbrock, [[-2, 2], [-1, 3]],
  [{ w: [1, 1], loss: 0, lowest: true }]));

test('a value is read between the points of the grid', () => {
  for (const [x, y] of [[-1.23, 0.71], [0.017, 0.011], [1.99, 2.97], [-2, -1], [2, 3]]) {
    const loss = rosenbrock(x, y);
    assert.ok(Math.abs(banana.lossAt([x, y]) - loss) < 1e-3 * (1 + loss), `at ${x}, ${y}`);
  }
});

test('the slope that is read is that of the surface', () => {
  for (const [x, y] of [[-1.23, 0.71], [0.5, 0.25], [1.4, 2.9]]) {
    const [across, up] = banana.slopeAt([x, y]);
    assert.ok(Math.abs(across - (-2 * (1 - x) - 400 * x * (y - x * x))) < 0.05);
    assert.ok(Math.abs(up - 200 * (y - x * x)) < 0.05);
  }
});

test('outside the picture there is nothing to read', () => {
  assert.equal(banana.contains([2.01, 0]), false);
  assert.ok(Number.isNaN(banana.lossAt([2.01, 0])));
  assert.ok(banana.slopeAt([0, -1.01]).every(Number.isNaN));
  assert.deepEqual(banana.within([7, -3]), [2, -1]);
});

test('beside a gap a value is read from the points that are there', () => {
  const holed = new Surface(drawn((x, y) => (x < -1.5 ? null : x + y), [[-2, 2], [-2, 2]], []));
  assert.ok(Math.abs(holed.lossAt([-1.49, 0.3]) - -1.19) < 1e-9);
  assert.ok(Number.isNaN(holed.lossAt([-1.9, 0])));
});

test('another start lies inside the picture', () => {
  for (let i = 0; i < 50; i++) {
    assert.ok(banana.contains(banana.anotherStart()));
  }
});

test('a steep surface gets levels in powers, few enough to be read', () => {
  const { levels, height } = levelsOf(banana);
  assert.ok(levels.length >= 6 && levels.length <= 13, `${levels}`);
  assert.ok(levels[0] <= 0.2 && levels.at(-1) >= 1000, `${levels}`);
  const heights = levels.map(height);
  heights.slice(1).forEach((each, i) => assert.ok(each - heights[i] > 0.15, `${heights}`));
});

test('a rough surface gets levels in even steps', () => {
  const dents = (x, y) => 20 + x * x + y * y - 10 * Math.cos(6.28 * x) - 10 * Math.cos(6.28 * y);
  const { levels } = levelsOf(new Surface(drawn(dents, [[-2.5, 2.5], [-2.5, 2.5]], [])));
  const steps = levels.slice(1).map((level, i) => level - levels[i]);
  steps.forEach((step) => assert.ok(Math.abs(step - steps[0]) < 1e-9));
});

test('levels begin at the floor, wherever that is', () => {
  const sunk = new Surface(drawn((x, y) => x * x + y * y - 7, [[-3, 3], [-3, 3]],
    [{ w: [0, 0], loss: -7, lowest: true }]));
  const { levels } = levelsOf(sunk);
  assert.ok(levels.every((level) => level > -7), `${levels}`);
  assert.ok(levels.some((level) => level < -6), `${levels}`);
});

test('a coarse grid of a quadratic is refined to what it is', () => {
  const axis = Array.from({ length: 11 }, (_, i) => i);
  const loss = (x, y) => 3 * (x - 4) ** 2 + 2 * x * y + 0.5 * y ** 2 + 7;
  const surface = new Surface({ domain: [[0, 10], [0, 10]], x: axis, y: axis,
    loss: axis.map((y) => axis.map((x) => loss(x, y))), minima: [], finer: 4 });
  assert.equal(surface.x.length, 41);
  surface.y.forEach((y, j) => surface.x.forEach((x, i) =>
    assert.ok(Math.abs(surface.loss[j][i] - loss(x, y)) < 1e-9)));
});
