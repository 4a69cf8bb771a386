import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readFileSync } from 'node:fs';
import { agreement, InsideTeller } from '../../main/resources/static/js/describe/inside-teller.js';
import { Messages } from '../../main/resources/static/js/describe/messages.js';
import { StepTeller } from '../../main/resources/static/js/describe/step-teller.js';
import { arrowsOf, scaleOf } from '../../main/resources/static/js/model/arrows.js';
import { Journey } from '../../main/resources/static/js/model/journey.js';
import { Numbers } from '../../main/resources/static/js/model/numbers.js';
import { caseOf, RuleBook, valueOf } from '../../main/resources/static/js/model/rule-book.js';
import { longerOf, stretchOf } from '../../main/resources/static/js/model/stretch.js';

const momentum = new RuleBook({
  memory: 'velocity',
  rate: 'rate',
  settings: { momentum: 0.8 },
  begins: {},
  remembers: ['velocity'],
  lines: [['velocity', ['+', ['*', 'momentum', 'velocity-before'], 'gradient']], ['rate', 'alpha'],
    ['step', ['-', ['*', 'alpha', 'velocity']]], ['landing', ['+', 'w', 'step']]],
});

/** Momentum 0.8 at a rate of 0.09 in the ravine (x² + 20y²)/2. */
function roll(n) {
  let [w, v] = [[-4.5, 1], [0, 0]];
  const steps = [];
  for (let k = 0; k <= n; k++) {
    const gradient = [w[0], 20 * w[1]];
    steps.push({ k, w, loss: (w[0] ** 2 + 20 * w[1] ** 2) / 2, gradient, learningRate: 0.09,
      state: { velocity: v } });
    v = v.map((value, i) => 0.8 * value + gradient[i]);
    w = w.map((value, i) => value - 0.09 * v[i]);
  }
  return steps;
}

const domain = [[-5, 5], [-2, 2]];

test('a formula is worked out from its symbols', () => {
  const known = { a: 9, b: -2 };
  assert.equal(valueOf(['/', ['sqrt', 'a'], ['+', ['abs', 'b'], 1]], known), 1);
  assert.equal(valueOf(['-', ['^', 'b', 2]], known), -4);
  assert.equal(valueOf(['min', ['max', 'a', 'b'], ['*', ['sign', 'b'], 3]], known), -3);
});

test('of cases the one that holds counts', () => {
  const term = ['cases', 'a', 5, 'above', 'below', 'neither'];
  const known = { above: 1, below: 2, neither: 3 };
  assert.deepEqual([6, 4, 5].map((a) => valueOf(term, { ...known, a })), [1, 2, 3]);
  assert.deepEqual([6, 4, 5].map((a) => caseOf(term, { ...known, a })), [0, 1, 2]);
});

test('an update comes out as the step that was taken', () => {
  const steps = roll(5);
  for (let k = 0; k < 5; k++) {
    [0, 1].forEach((i) => {
      const known = momentum.numbers(steps[k], steps[k + 1], i);
      assert.ok(Math.abs(known.landing - steps[k + 1].w[i]) < 1e-14);
      assert.equal(known['velocity-before'], steps[k].state.velocity[i]);
    });
  }
});

test('what is not known yet is left out', () => {
  const known = momentum.numbers({ k: 0, w: [1, 2], gradient: [3, 4], learningRate: 0.1 },
    undefined, 1);
  assert.deepEqual(known, { momentum: 0.8, w: 2, gradient: 4, alpha: 0.1, t: 1,
    'velocity-before': 0 });
});

test('something remembered may begin with another number than nought', () => {
  const book = new RuleBook({ ...momentum, begins: { velocity: 'alpha' } });
  const [first, second] = roll(1);
  assert.equal(book.numbers(first, second, 0)['velocity-before'], 0.09);
  assert.equal(book.memoryAt(first), null);
  assert.deepEqual(book.memoryAt(second), second.state.velocity);
});

test('slopes are drawn as long as plain descent steps, or a round number of times that', () => {
  assert.deepEqual(scaleOf([[-4.5, 2]], 0.09, domain), { scale: 0.09, factor: 1 });
  assert.equal(scaleOf([[-4.5, 2]], 0.9, domain).factor, 0.5);
  assert.equal(scaleOf([[-4.5, 2], [-0.1, 0]], 0.0009, domain).factor, 500);
  assert.deepEqual(scaleOf([[0, 0]], 0.1, domain), { scale: 0.1, factor: 1 });
  for (const rate of [1e-6, 0.003, 0.7, 1000]) {
    const { scale } = scaleOf([[1, 1]], rate, domain);
    const share = Math.hypot(scale / 10, scale / 4);
    assert.ok(share > 0.0499 && share < 0.5001, `${rate}: ${share}`);
  }
});

test('the arrow of the step ends where the ball lands, and nothing is remembered at first', () => {
  const steps = roll(2);
  const first = arrowsOf(steps[0], steps[1], momentum, domain);
  assert.deepEqual(first.arrows.map(({ symbol }) => symbol), ['gradient', 'step']);
  const { arrows, scale } = arrowsOf(steps[1], steps[2], momentum, domain);
  assert.deepEqual(arrows.map(({ symbol }) => symbol), ['gradient', 'velocity-before', 'step']);
  assert.deepEqual(arrows[2].to, steps[2].w);
  assert.deepEqual(arrows[1].to,
    steps[1].w.map((value, i) => value - scale * steps[1].state.velocity[i]));
  assert.ok(arrows.every(({ from }) => from === steps[1].w));
});

test('memory agrees with the slope, works against it, or neither', () => {
  assert.equal(agreement([1, 0], [2, 1]), 'agrees');
  assert.equal(agreement([1, 0], [-2, 1]), 'against');
  assert.equal(agreement([1, 0], [0.1, 1]), 'across');
  assert.equal(agreement([0, 0], [1, 1]), 'across');
});

test('along the floor a memory adds up, and across it cancels', () => {
  const [first, ...more] = roll(10);
  const journey = new Journey(first);
  journey.append(more);
  const { n, ratios } = stretchOf(journey, 10);
  assert.equal(n, 10);
  assert.ok(ratios[0] > 2 * ratios[1], ratios.join());
  assert.equal(longerOf(ratios), 'x');
  assert.equal(longerOf([1, 1.05]), 'alike');
  assert.equal(longerOf([1, 2]), 'y');
  assert.equal(longerOf([NaN, 2]), null);
});

const patterns = Object.fromEntries(
  readFileSync(new URL('../../main/resources/messages.properties', import.meta.url), 'utf8')
    .split('\n').filter((line) => line.startsWith('js.'))
    .map((line) => [line.slice(3, line.indexOf('=')).trim(),
      line.slice(line.indexOf('=') + 1).trim()]));

test('a step is told by what was done, is felt and is remembered', () => {
  const messages = new Messages(patterns);
  const numbers = new Numbers('en');
  const teller = new InsideTeller(
    { messages, numbers, teller: new StepTeller(messages, numbers) }, momentum);
  const [first, ...more] = roll(3);
  const journey = new Journey(first);
  const told = (k) => teller.sentence(journey, k).map((piece) => piece.text).join('');
  assert.equal(told(0), 'Step 0: the loss is 20.13. Downhill is straight down on the map, with a '
    + 'slope of 20.50. It remembers nothing yet.');
  journey.append(more);
  assert.equal(told(1), 'Step 1: it went straight down on the map, 1.84 long, loss down 27%. '
    + 'Downhill is straight up on the map, with a slope of 16.52. The velocity pushes straight down '
    + 'on the map, 20.50 strong, against the slope.');
});
