import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { Messages } from '../../main/resources/static/js/describe/messages.js';
import { RoundTeller } from '../../main/resources/static/js/describe/round-teller.js';
import { Net, paceFor, sameTraining } from '../../main/resources/static/js/model/net.js';
import { Numbers } from '../../main/resources/static/js/model/numbers.js';
import { completionsAt, placeOf } from '../../main/resources/static/js/model/studio-words.js';

const WORDS = { datasets: ['fruits', 'moons'], kinds: ['relu', 'softmax'],
  optimizers: ['sgd', 'adam'], schedules: ['cosine'], features: ['weight', 'width'] };

const PROGRAM = 'data = load "fruits"\nnet = make_network\n  layer input from data\nend\n';

const labels = (text) => completionsAt(text, WORDS)?.options.map(({ label }) => label) ?? [];

test('what may follow is what the language has there', () => {
  assert.deepEqual(labels('data = load "'), ['fruits', 'moons']);
  assert.deepEqual(labels('data = load "fru'), ['fruits', 'moons']);
  assert.deepEqual(labels(`${PROGRAM}train_network `), ['net']);
  assert.deepEqual(labels(`${PROGRAM}train_network net, on: `), ['data']);
  assert.ok(labels(`${PROGRAM}train_network net, on: data, `).includes('rounds'));
  assert.ok(!labels(`${PROGRAM}train_network net, on: data, `).includes('on'));
  assert.deepEqual(labels('net = make_network\n  layer '), ['input', 'hidden', 'output']);
  assert.deepEqual(labels('net = make_network\n  layer hidden size 3 kind '), ['relu', 'softmax']);
  assert.deepEqual(labels(`${PROGRAM}predict net, `), ['weight', 'width']);
});

test('a comment and a text of one\'s own are left alone', () => {
  assert.deepEqual(labels('# data = load "'), []);
  assert.deepEqual(labels('print "lo'), []);
});

test('inside a network a line is a layer or the end', () => {
  assert.ok(labels('net = make_network\n').includes('end'));
  assert.ok(!labels(PROGRAM).includes('end'));
  assert.ok(labels(PROGRAM).includes('train_network'));
});

test('a mistake is found by its line and column', () => {
  assert.deepEqual(placeOf('a\nbcd\n', { line: 2, column: 2, length: 2 }),
    { line: 2, from: 3, to: 5 });
  assert.deepEqual(placeOf('a', { line: 9, column: 9, length: 4 }), { line: 9, from: 1, to: 1 });
});

test('a weight is found by where it comes from and where it goes', () => {
  const net = new Net([{ units: 2, kind: 'input' }, { units: 3, kind: 'relu' },
    { units: 1, kind: 'linear' }], { inputs: ['x', 'y'], outputs: [] });
  const weights = [[1, 2, 3, 4, 5, -60, 0.1, 0.2, 0.3], [7, 8, 9, 0.4]];
  assert.equal(net.edges.length, 2 * 3 + 3);
  assert.equal(net.weightOf(weights, { layer: 0, from: 1, to: 0 }), 4);
  assert.equal(net.weightOf(weights, { layer: 1, from: 2, to: 0 }), 9);
  assert.deepEqual(net.strongest(weights), { edge: { layer: 0, from: 1, to: 2 }, weight: -60 });
});

test('of a large layer the first units are drawn, with their own weights', () => {
  const net = new Net([{ units: 20, kind: 'input' }, { units: 30, kind: 'relu' }],
    { inputs: [], outputs: [] });
  assert.equal(net.edges.length, 13 * 13);
  const weights = [Array.from({ length: 20 * 30 + 30 }, (_, i) => i)];
  assert.equal(net.weightOf(weights, { layer: 0, from: 2, to: 5 }), 65);
});

test('a training is another when anything but its line is', () => {
  const training = { line: 9, rounds: 30, optimizer: 'momentum', settings: { momentum: 0.9 } };
  assert.ok(sameTraining(training, { ...training, line: 12 }));
  assert.ok(!sameTraining(training, { ...training, settings: { momentum: 0.8 } }));
  assert.ok(!sameTraining(training, null));
  assert.ok(sameTraining(null, null));
});

test('a training plays for some ten seconds, whatever its rounds', () => {
  const paces = [0.25, 1, 4, 16];
  assert.equal(paceFor(30, 4, paces), 1);
  assert.equal(paceFor(160, 4, paces), 4);
  assert.equal(paceFor(100_000, 4, paces), 16);
});

test('a guess is graded by what came out', () => {
  const patterns = Object.fromEntries(
    readFileSync(new URL('../../main/resources/messages.properties', import.meta.url), 'utf8')
      .split('\n').filter((line) => line.startsWith('studio.js.'))
      .map((line) => line.split(' = ')).map(([key, value]) => [key.slice('studio.js.'.length), value]));
  const teller = new RoundTeller(new Messages(patterns), new Numbers('en'));
  assert.match(teller.guess({ steps: 95 }, 0.965), /^You guessed 95 of 100, and it is 96.5%/);
  assert.match(teller.guess({ steps: 50 }, 0.965), /more right than you thought: 96.5%/);
  assert.match(teller.guess({ steps: 100 }, 0.2), /fewer right than you thought: 20.0%/);
  assert.equal(teller.guess({ steps: null }, 0.5), '');
  assert.equal(teller.guess({ steps: 5 }, undefined), '');
});
