import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Heat, heatQuery } from '../../main/resources/static/js/model/heat.js';

test('the map has the best rate of a parabola as one of its columns, and round starts', () => {
  const query = new URLSearchParams(heatQuery(new URLSearchParams('curve=steep-valley'),
    { domain: [-3, 3], bend: 4, steps: 10000 }));
  assert.equal(query.get('curve'), 'steep-valley');
  assert.equal(query.get('rates'), '0.0025,2.5,46');
  assert.equal(query.get('starts'), '-3,3,13');
  assert.equal(query.get('steps'), '2000');
});

test('starts are round where the stretch is not', () => {
  const query = new URLSearchParams(heatQuery(new URLSearchParams(),
    { domain: [-1.3, 2.9], bend: NaN, steps: 50 }));
  const [first, last, n] = query.get('starts').split(',').map(Number);
  assert.equal(first, -1);
  assert.equal(last, 2.5);
  assert.equal(n, 8);
});

const run = (verdict, reached) => ({ verdict, reached });
const heat = new Heat({
  spec: { steps: 50 },
  starts: [-1, 0, 1],
  rates: [0.1, 1],
  runs: [[run('converged', 8), null, run('unfinished', null)],
    [run('diverged', null), run('stuck', null), run('converged', 1)]],
});

test('each cell tells how its run went', () => {
  assert.deepEqual([heat.cell(0, 0), heat.cell(0, 1), heat.cell(0, 2)].map(({ end }) => end),
    ['there', 'none', 'late']);
  assert.deepEqual([heat.cell(1, 0), heat.cell(1, 1)].map(({ end }) => end),
    ['diverged', 'elsewhere']);
  assert.deepEqual(heat.cell(1, 2), { rate: 1, start: 1, reached: 1, end: 'there' });
});

test('one step is the swiftest, the most steps on the map are the slowest', () => {
  assert.equal(heat.most, 8);
  assert.equal(heat.swiftness(1), 1);
  assert.equal(heat.swiftness(8), 0);
});

test('the nearest cell is the nearest by the logarithm of the rate', () => {
  assert.deepEqual(heat.nearest(0.33, 0.6), [1, 2]);
  assert.deepEqual(heat.nearest(0.3, 0.4), [0, 1]);
});
