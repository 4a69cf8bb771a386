import assert from 'node:assert/strict';
import { test } from 'node:test';
import { chance, hiddenStart } from '../../main/resources/static/js/model/chance.js';
import { Landscape } from '../../main/resources/static/js/model/landscape.js';
import { nearOn, resultOf } from '../../main/resources/static/js/model/walk-result.js';

const w = Array.from({ length: 481 }, (_, i) => -6 + i / 40);
const bumpy = new Landscape({ domain: [-6, 6], w,
  loss: w.map((x) => 0.1 * x * x + Math.sin(2 * x) + 1),
  minima: [{ w: -3.736, loss: 1.463, lowest: false }, { w: -0.748, loss: 0.0586, lowest: true },
    { w: 2.243, loss: 0.528, lowest: false }, { w: 5.223, loss: 2.87, lowest: false }] });
const at = (...places) => places.map((x, k) =>
  ({ k, w: [x], loss: 0.1 * x * x + Math.sin(2 * x) + 1 }));

test('a seed has the same numbers ever again, spread evenly from 0 to 1', () => {
  assert.equal(chance(1), chance(1));
  const found = Array.from({ length: 4000 }, (_, seed) => chance(seed));
  const tenths = Array.from({ length: 10 }, (_, i) =>
    found.filter((x) => x >= i / 10 && x < (i + 1) / 10).length);
  assert.equal(tenths.reduce((sum, n) => sum + n), 4000);
  assert.ok(tenths.every((n) => n > 320 && n < 480), String(tenths));
});

test('a hidden start is never at a bottom and never at the edge', () => {
  for (let seed = 0; seed < 300; seed++) {
    const start = hiddenStart(bumpy, seed);
    assert.ok(Math.abs(start) < 5.3);
    assert.ok(bumpy.minima.every((minimum) => Math.abs(start - minimum.w) > 0.96));
  }
});

test('a walk is told by where it ends, and by when it was there first', () => {
  assert.equal(nearOn(bumpy), 0.12);
  const found = resultOf(bumpy, at(0.6, -0.7, -0.75), at(0.6, 0.5, 0.3, 0, -0.4, -0.7));
  assert.equal(found.at, 'lowest');
  assert.equal(found.first, 1);
  assert.equal(found.theirs, 5);
  assert.ok(Math.abs(found.distance - 0.002) < 1e-9);
});

test('another bottom is a bottom, and the slope is none', () => {
  assert.equal(resultOf(bumpy, at(3, 2.2), at(3, 2.24)).at, 'bottom');
  assert.equal(resultOf(bumpy, at(3, 2.2), at(3, 2.24)).theirs, null);
  assert.equal(resultOf(bumpy, at(3, 1.5), at(3)).at, 'slope');
  assert.equal(resultOf(bumpy, at(3, 1.5), at(3)).first, null);
});

test('where the ground is as low as can be, it does not matter where', () => {
  const flat = new Landscape({ domain: [-6, 6], w, loss: w.map((x) => Math.max(0, x * x - 1)),
    minima: [{ w: 0, loss: 0, lowest: true }] });
  const walk = [{ k: 0, w: [3], loss: 8 }, { k: 1, w: [0.9], loss: 0 }];
  assert.equal(resultOf(flat, walk, walk).at, 'lowest');
});
