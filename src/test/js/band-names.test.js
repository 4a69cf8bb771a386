import assert from 'node:assert/strict';
import { test } from 'node:test';
import { placeNames } from '../../main/resources/static/js/view/band-names.js';

const bands = (edges, word, current) => edges.slice(1).map((to, i) => (
  { from: edges[i], to, word, current: i === current }));

test('each word stands in the middle of its band', () => {
  assert.deepEqual(placeNames(bands([0, 100, 180, 240, 300], 40, 0), 300), [
    { left: 30, shown: true },
    { left: 120, shown: true },
    { left: 190, shown: true },
    { left: 250, shown: true },
  ]);
});

test('a word wider than its band is left out, unless the rate is in it', () => {
  const shown = (current) =>
    placeNames(bands([0, 120, 220, 240, 300], 50, current), 300).map((name) => name.shown);
  assert.deepEqual(shown(0), [true, true, false, true]);
  assert.deepEqual(shown(2), [true, true, true, false]);
});

test('the word of a band at the edge stays within the line', () => {
  const names = placeNames(bands([0, 4, 200, 290, 300], 60, 3), 300);
  assert.equal(names[3].left, 240);
  assert.equal(names[3].shown, true);
  assert.equal(names[2].shown, false);
});
