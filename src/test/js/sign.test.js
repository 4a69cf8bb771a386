import assert from 'node:assert/strict';
import { test } from 'node:test';
import { played, seen, seenTable } from '../../main/resources/static/js/model/sign.js';
import { toShortForm } from '../../main/resources/static/js/model/spec.js';
import { landing, terms } from '../../main/resources/static/js/model/update.js';
import { specOf } from './sources.js';

const uphill = { formula: '-(2*w^2)', domain: [-3, 3] };
const climb = { ...specOf(0.1), uphill };

test('a climb asks for the ground upside down, and a descent for the ground itself', () => {
  assert.deepEqual(played(climb).objective, uphill);
  assert.equal('uphill' in played(climb), false);
  assert.deepEqual(played(specOf(0.1)), specOf(0.1));
});

test('what comes back is turned back, the squares not', () => {
  const step = { k: 1, w: [3], loss: -18, gradient: [-12], learningRate: 0.1,
    state: { m: [-1.2], v: [0.144] } };
  assert.deepEqual(seen(climb, step), { k: 1, w: [3], loss: 18, gradient: [12], learningRate: 0.1,
    state: { m: [1.2], v: [0.144] } });
  assert.equal(seen(specOf(0.1), step), step);
});

test('a table is turned back digit by digit', () => {
  const text = 'k,w,loss,gradient,learningRate\r\n0,3.0,-18.0,-12.0,0.1\r\n1,-3.0,2.5E-7,0.5,0.1\r\n';
  assert.equal(seenTable(climb, text),
    'k,w,loss,gradient,learningRate\r\n0,3.0,18.0,12.0,0.1\r\n1,-3.0,-2.5E-7,-0.5,0.1\r\n');
  assert.equal(seenTable(specOf(0.1), text), text);
});

test('with a plus the ball lands uphill, and a link says so', () => {
  const step = { k: 0, w: [1], loss: 2, gradient: [4], learningRate: 0.1 };
  assert.equal(landing(climb, step), 1.4);
  assert.equal(landing(specOf(0.1), step), 0.6);
  assert.match(toShortForm([climb]), /&sign=plus$/);
});

for (const [way, sign] of [['down', -1], ['up', 1]]) {
  test(`Adam's line comes out at the next place, ${way}`, () => {
    const spec = { ...specOf(0.1), optimizer: { name: 'adam', learningRate: 0.1, beta1: 0.9,
      beta2: 0.999, epsilon: 1e-8 }, ...(sign > 0 ? { uphill } : {}) };
    let now = { k: 0, w: [4], loss: 32, gradient: [16], learningRate: 0.1 };
    for (let k = 0; k < 50; k++) {
      const { w: [w], gradient: [g], state = { m: [0], v: [0] } } = now;
      const m = 0.9 * state.m[0] + (1 - 0.9) * g;
      const v = 0.999 * state.v[0] + (1 - 0.999) * g * g;
      const next = w + sign * 0.1 / (1 - 0.9 ** (k + 1)) * m
        / (Math.sqrt(v) / Math.sqrt(1 - 0.999 ** (k + 1)) + 1e-8);
      const after = { k: k + 1, w: [next], loss: 2 * next * next, gradient: [4 * next],
        learningRate: 0.1, state: { m: [m], v: [v] } };
      const line = terms(spec, now, after);
      const near = (a, b) => assert.ok(Math.abs(a - b) < 1e-9, `step ${k}: ${a} is not ${b}`);
      near(line.beta1 * line['m-before'] + line.rest1 * line.gradient, line.m);
      near(line.beta2 * line['v-before'] + line.rest2 * line.gradient ** 2, line.v);
      near(line.w + sign * line.alpha * line['m-hat'] / (Math.sqrt(line['v-hat']) + 1e-8),
        line.next);
      now = after;
    }
  });
}
