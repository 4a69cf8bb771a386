import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Heights, readHeights } from '../../main/resources/static/js/model/heights.js';
import { Spline } from '../../main/resources/static/js/model/spline.js';

const hill = [4, 2.5, 1, 0.5, 1, 3, 2, 0, -1.25];

test('the curve goes through every height, and straight on beyond its ends', () => {
  const spline = new Spline(hill);
  hill.forEach((height, i) => assert.ok(Math.abs(spline.at(i) - height) < 1e-12));
  const slope = spline.at(0) - spline.at(-1);
  assert.ok(Math.abs(spline.at(-1) - spline.at(-2) - slope) < 1e-12);
});

test('the curve bends smoothly at a height and not at all at its ends', () => {
  const spline = new Spline(hill);
  const h = 1e-3;
  const bend = (at) => (spline.at(at - h) - 2 * spline.at(at) + spline.at(at + h)) / h ** 2;
  assert.ok(Math.abs(bend(4 - 2 * h) - bend(4 + 2 * h)) < 0.05);
  assert.ok(Math.abs(bend(h)) < 0.02);
  assert.ok(Math.abs(bend(hill.length - 1 - h)) < 0.02);
});

test('a stroke lays every height between its ends on a line', () => {
  const heights = new Heights([0, 0, 0, 0, 0, 0, 0, 8]);
  heights.begin();
  heights.stroke([1, 1], [5, 5]);
  assert.deepEqual(heights.values, [0, 1, 2, 3, 4, 5, 0, 8]);
  heights.stroke([5, 5], [3, 8]);
  assert.deepEqual(heights.values.slice(2, 7), [2, 8, 6.5, 5, 0]);
  heights.undo();
  assert.deepEqual(heights.values, [0, 0, 0, 0, 0, 0, 0, 8]);
  assert.equal(heights.undoable, false);
});

test('a point moves alone, or takes its neighbours along, the nearer the further', () => {
  const heights = new Heights(new Array(11).fill(0).map((_, i) => (i === 10 ? 10 : 0)));
  heights.nudge(5, 2, false);
  assert.deepEqual(heights.values.slice(4, 7), [0, 2, 0]);
  heights.nudge(5, 2, true);
  const [near, further] = [heights.values[6], heights.values[7]];
  assert.equal(heights.values[5], 4);
  assert.ok(near > further && further > 0 && near < 2);
  assert.equal(heights.values[4], near);
  assert.equal(heights.values[9], 0);
});

test('what is drawn stays in the picture', () => {
  const heights = new Heights([0, 1, 0, 1, 0, 1, 0, 1]);
  for (let i = 0; i < 30; i++) {
    heights.nudge(0, 0.1, false);
  }
  const [low, high] = heights.frame;
  assert.ok(heights.values.every((value) => value >= low && value <= high));
  assert.ok(heights.values[0] > 2.9);
});

test('heights are read as people write them, and what is no number is named', () => {
  assert.deepEqual(readHeights(' 1, 2.5;-3e1\n4 ').values, [1, 2.5, -30, 4]);
  assert.equal(readHeights('1, two, 3').wrong, 'two');
});
