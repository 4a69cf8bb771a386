import assert from 'node:assert/strict';
import { test } from 'node:test';
import { placeNames } from '../../main/resources/static/js/view/band-names.js';

const bands = (edges, word, current) => edges.slice(1).map((to, i) => (
  { from: edges[i], to, word, current: i === current }));

const shown = (names) => names.map((name) => name.shown);

test('each word stands in the middle of its band', () => {
  assert.deepEqual(placeNames(bands([0, 100, 180, 240, 300], 40, 0), 300), [
    { left: 30, row: 0, shown: true },
    { left: 120, row: 0, shown: true },
    { left: 190, row: 0, shown: true },
    { left: 250, row: 0, shown: true },
  ]);
});

test('words wider than their bands move aside, in order, and none is left out', () => {
  for (const edges of [[0, 140, 255, 290, 300], [0, 10, 20, 30, 300], [0, 270, 280, 290, 300]]) {
    const names = placeNames(bands(edges, 60, 1), 300);
    assert.deepEqual(shown(names), [true, true, true, true]);
    names.forEach(({ left }, i) => {
      assert.ok(left >= 0 && left + 60 <= 300);
      assert.ok(i === 0 || left >= names[i - 1].left + 60);
    });
  }
});

test('where the line is too short for all, two rows hold them', () => {
  const names = placeNames(bands([0, 100, 150, 180, 200], 60, 1), 200, 2);
  assert.deepEqual(shown(names), [true, true, true, true]);
  assert.deepEqual(names.map((name) => name.row), [0, 0, 1, 1]);
  assert.ok(names[3].left >= names[2].left + 60 && names[3].left + 60 <= 200);
});

test('without that room the narrowest is left out, but never the one the rate is in', () => {
  const narrow = [0, 100, 150, 180, 200];
  assert.deepEqual(shown(placeNames(bands(narrow, 60, 1), 200)), [true, true, true, false]);
  assert.deepEqual(shown(placeNames(bands(narrow, 60, 3), 200)), [true, true, false, true]);
});

test('a band that is beyond the slider has no word, unless the rate is in it', () => {
  const beyond = [0, 200, 300, 300, 300];
  assert.deepEqual(shown(placeNames(bands(beyond, 60, 1), 300)), [true, true, false, false]);
  assert.deepEqual(shown(placeNames(bands(beyond, 60, 3), 300)), [true, true, false, true]);
});
