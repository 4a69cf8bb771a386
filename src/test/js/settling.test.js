import assert from 'node:assert/strict';
import { test } from 'node:test';
import { levelOf } from '../../main/resources/static/js/model/level.js';
import { Settling } from '../../main/resources/static/js/pages/settling.js';

function gradeOf(runs, what = '0') {
  const panels = runs.map(([losses, verdict], i) => ({
    name: () => `run ${i}`,
    ride: { journey: { losses, last: { k: losses.length - 1 }, ending: { verdict } } },
  }));
  const messages = { text: (key, ...values) => [key, ...values].join(' ') };
  return new Settling({ panels, tools: { messages, numbers: { said: String, count: String } } })
    .grade({ what }).sentence;
}

const steady = (level) => [Array(9).fill(level), 'unfinished'];

test('the level is the mean over the last quarter of the steps', () => {
  assert.equal(levelOf([9, 9, 9, 9, 9, 9, 9, 3, 5], 8), 4);
  assert.equal(levelOf([1, 2, 3], 2), null);
});

test('who keeps lowest is graded by the levels, and a tie is right for both', () => {
  assert.match(gradeOf([steady(2), steady(1)], '0'), /other level.lowest run 1 1$/);
  assert.match(gradeOf([steady(1), steady(1)], '1'), /right level.lowest run 0 1$/);
});

test('who flies off keeps highest, however early', () => {
  const flown = [[1, 100, 1e4], 'diverged'];
  assert.match(gradeOf([flown, steady(2)], '1'), /right level.lowest run 1 2$/);
  assert.equal(gradeOf([flown, flown]), 'level.none');
});

test('a run too short for a last quarter is not graded on nothing', () => {
  assert.equal(gradeOf([[[1, 1, 1], 'unfinished'], steady(2)]), 'level.short 8');
});
