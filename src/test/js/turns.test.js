import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Turns, WORDS_EVERY } from '../../main/resources/static/js/pages/turns.js';

function parts() {
  const told = [];
  const turns = new Turns(() => ['a', 'b', 'c'].map((name) => (k) => told.push(`${name}${k}`)));
  const take = (k, rolling, now) => {
    told.length = 0;
    const more = turns.take(k, rolling, now);
    return [...told, more];
  };
  return { turns, take };
}

test('at rest all parts are told at once', () => {
  const { take } = parts();
  assert.deepEqual(take(1, false, 0), ['a1', 'b1', 'c1', false]);
  assert.deepEqual(take(1, false, 16), [false]);
  assert.deepEqual(take(2, false, 32), ['a2', 'b2', 'c2', false]);
});

test('while it rolls each frame tells one part, and a round begins no sooner than is due', () => {
  const { take } = parts();
  assert.deepEqual(take(0, true, 0), ['a0', 'b0', 'c0', false]);
  assert.deepEqual(take(1, true, 16), [true]);
  assert.deepEqual(take(6, true, WORDS_EVERY), ['a6', true]);
  assert.deepEqual(take(7, true, WORDS_EVERY + 16), ['b6', true]);
  assert.deepEqual(take(8, true, WORDS_EVERY + 32), ['c6', true]);
  assert.deepEqual(take(9, true, WORDS_EVERY + 48), [true]);
});

test('a pause in the midst of a round tells all parts where it stopped', () => {
  const { take } = parts();
  take(0, true, 0);
  take(6, true, WORDS_EVERY);
  assert.deepEqual(take(6, false, WORDS_EVERY + 16), ['a6', 'b6', 'c6', false]);
});

test('what no longer holds is told again', () => {
  const { turns, take } = parts();
  take(3, false, 0);
  turns.forget();
  assert.equal(turns.anew, true);
  assert.deepEqual(take(3, false, 16), ['a3', 'b3', 'c3', false]);
});
