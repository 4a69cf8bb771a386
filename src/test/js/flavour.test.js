import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Flavour, noiseOf } from '../../main/resources/static/js/model/flavour.js';
import { Journey } from '../../main/resources/static/js/model/journey.js';

test('a pass counts each row once, and its last batch has what is left', () => {
  const mini = new Flavour(60, 8);
  assert.equal(mini.updates, 8);
  assert.equal(mini.rest, 4);
  assert.deepEqual([0, 1, 7, 8, 9, 16].map((k) => mini.examplesAt(k)), [0, 8, 56, 60, 68, 120]);
  for (let k = 0; k < 40; k++) {
    assert.equal(mini.updateAt(mini.examplesAt(k)), k);
  }
});

test('all rows are one update a pass', () => {
  const whole = new Flavour(60, 'all');
  assert.ok(whole.whole);
  assert.equal(whole.updates, 1);
  assert.equal(whole.rest, 0);
  assert.equal(whole.examplesAt(2.5), 150);
});

test('noise is what the felt slopes missed of the true ones', () => {
  const journey = new Journey({ k: 0, w: [1, 0], gradient: [4, 0], loss: 1, learningRate: 0.1 });
  journey.append([{ k: 1, w: [0.6, 0.3], gradient: [1, 0], loss: 1, learningRate: 0.1 }]);
  assert.ok(Math.abs(noiseOf(journey, 1) - 0.75) < 1e-12);
  assert.ok(Number.isNaN(noiseOf(journey, 0)));
});
