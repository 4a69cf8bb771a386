import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Journey } from '../../main/resources/static/js/model/journey.js';
import { Landscape } from '../../main/resources/static/js/model/landscape.js';
import { Numbers } from '../../main/resources/static/js/model/numbers.js';
import { grade, gradeFirst, whatItDid } from '../../main/resources/static/js/model/prediction.js';
import { RateScale } from '../../main/resources/static/js/model/rate-scale.js';
import { landscapeQuery, rateAfter, toShortForm, withRate } from '../../main/resources/static/js/model/spec.js';
import { formOf, isSteady, landing, stepsToReach, terms } from '../../main/resources/static/js/model/update.js';
import { descend, drawn, shared, specOf } from './sources.js';

const bumpy = {
  domain: [-20, 20],
  curve: (w) => 0.1 * w * w + Math.sin(2 * w) + 1,
  slope: (w) => 0.2 * w + 2 * Math.cos(2 * w),
  bend: (w) => 0.2 - 4 * Math.sin(2 * w),
};

function journeyOf(spec) {
  const { steps, verdict } = descend(spec);
  const journey = new Journey(steps[0]);
  journey.append(steps.slice(1));
  journey.end({ verdict, message: '', k: steps.at(-1).k });
  return journey;
}

const close = (actual, expected, within) =>
  assert.ok(Math.abs(actual - expected) <= within, `${actual} is not ${expected}`);

test('a landscape knows height, slope and bend between its points', () => {
  const landscape = new Landscape(drawn(bumpy));
  for (let w = -19.7; w < 19.7; w += 0.317) {
    close(landscape.lossAt(w), bumpy.curve(w), 2e-4);
    close(landscape.slopeAt(w), bumpy.slope(w), 2e-3);
    close(landscape.curvatureAt(w), bumpy.bend(w), 1e-2);
  }
});

test('outside the picture nothing is known', () => {
  const landscape = new Landscape(drawn(bumpy));
  assert.ok(Number.isNaN(landscape.lossAt(20.1)));
  assert.ok(Number.isNaN(landscape.curvatureAt(-20.1)));
});

test('a gap in the picture spoils only what touches it', () => {
  const answer = drawn({ domain: [-1, 1], curve: (w) => (w < 0 ? null : Math.sqrt(w)) });
  const landscape = new Landscape(answer);
  assert.ok(Number.isNaN(landscape.lossAt(-0.5)));
  close(landscape.lossAt(0.501), Math.sqrt(0.501), 1e-4);
});

test('bands have their edges at a tenth, one and two over the bend', () => {
  const { edges, curvature } = new Landscape(drawn({ domain: [-5, 5], curve: (w) => 2 * w * w }))
    .bands(1.234);
  close(curvature, 4, 1e-6);
  close(edges[0], 0.025, 1e-7);
  close(edges[1], 0.25, 1e-6);
  close(edges[2], 0.5, 1e-6);
});

test('no rate settles where the ground is flat or bends downwards', () => {
  assert.equal(new Landscape(drawn(bumpy)).bands(0.8).edges, null);
  assert.equal(new Landscape(drawn({ domain: [0, 1], curve: (w) => 3 + w })).bands(0.5).edges,
    null);
});

test('a journey takes each step once and in order', () => {
  const { steps } = descend(specOf(0.03));
  const journey = new Journey(steps[0]);
  journey.append(steps.slice(1, 6));
  journey.append(steps.slice(3, 9));
  assert.equal(journey.last.k, 8);
  assert.deepEqual(journey.losses, steps.slice(0, 9).map((step) => step.loss));
  assert.throws(() => journey.append(steps.slice(12, 14)), RangeError);
});

test('a journey forgets its future and keeps its past', () => {
  const journey = journeyOf(specOf(0.03));
  const past = journey.slice(0, 5);
  journey.truncateAfter(5);
  assert.equal(journey.ending, null);
  assert.deepEqual(journey.slice(0, 99), past);
});

test('many changes of the rate at one step become one', () => {
  let spec = specOf(0.1);
  spec = withRate(withRate(withRate(spec, 7, 0.2), 7, 0.3), 9, 0.4);
  assert.deepEqual(spec.changes, [{ at: 7, learningRate: 0.3 }, { at: 9, learningRate: 0.4 }]);
  assert.deepEqual([0, 6, 7, 8, 9, 30].map((k) => rateAfter(spec, k)),
    [0.1, 0.1, 0.3, 0.3, 0.4, 0.4]);
  assert.deepEqual(withRate(spec, 8, 0.5).changes,
    [{ at: 7, learningRate: 0.3 }, { at: 8, learningRate: 0.5 }]);
});

test('a rate dragged back to where it was is no change', () => {
  assert.deepEqual(withRate(withRate(specOf(0.1), 7, 0.2), 7, 0.1).changes, []);
});

test('the rate at step zero is the rate of the run', () => {
  const spec = withRate(specOf(0.1, [{ at: 3, learningRate: 0.2 }]), 0, 0.7);
  assert.equal(spec.optimizer.learningRate, 0.7);
  assert.deepEqual(spec.changes, []);
});

test('the short form is the one that the service writes', () => {
  shared('short-forms').forEach(({ spec, query }) =>
    assert.equal(toShortForm([spec]), query));
});

test('the short form has several rates for several runs', () => {
  assert.equal(toShortForm([specOf(0.1), specOf(0.25)]),
    'curve=steep-valley&start=4&optimizer=sgd&learningRate=0.1,0.25');
  assert.equal(landscapeQuery(specOf(1), [-8, 8]), 'curve=steep-valley&stretch=-8,8');
});

test('the short form lists what moves each ball, and says once what moves all', () => {
  const adam = { ...specOf(0.2), optimizer: { name: 'adam', learningRate: 0.2, beta1: 0.8 } };
  assert.equal(toShortForm([specOf(0.1), adam]),
    'curve=steep-valley&start=4&optimizer=sgd,adam&learningRate=0.1,0.2&beta1=,0.8');
  const cosine = { name: 'cosine', over: 50 };
  assert.equal(
    toShortForm([{ ...adam, schedule: cosine }, { ...adam, schedule: cosine }]),
    'curve=steep-valley&start=4&optimizer=adam&learningRate=0.2,0.2&beta1=0.8'
      + '&schedule=cosine&schedule.over=50');
  assert.equal(toShortForm([{ ...specOf(0.1), noise: 0 }], ['noise', 'schedule', 'start']),
    'curve=steep-valley&start=4&optimizer=sgd&learningRate=0.1&schedule=constant&noise=0');
});

test('the slider of rates is logarithmic and suits the curve', () => {
  const scale = RateScale.forBend(4);
  assert.deepEqual([scale.lowest, scale.highest], [0.002, 2]);
  assert.equal(scale.rate(0), 0.002);
  assert.equal(scale.rate(1000), 2);
  close(scale.position(scale.rate(437)), 437, 2);
  assert.equal(scale.position(900), 1000);
  assert.equal(RateScale.forBend(4, [30]).highest, 30);
  assert.ok(RateScale.forBend(NaN).position(0.1) > 0);
});

test('a run is called by what it did', () => {
  assert.equal(whatItDid(journeyOf(specOf(0.1))), 'rolls');
  assert.equal(whatItDid(journeyOf(specOf(0.249))), 'rolls');
  assert.equal(whatItDid(journeyOf(specOf(0.024))), 'crawls');
  assert.equal(whatItDid(journeyOf(specOf(0.01))), 'crawls');
  assert.equal(whatItDid(journeyOf(specOf(0.3))), 'zig-zags');
  assert.equal(whatItDid(journeyOf(specOf(0.499))), 'zig-zags');
  assert.equal(whatItDid(journeyOf(specOf(0.51))), 'flies');
});

test('a guess is graded by the true run', () => {
  const journey = journeyOf(specOf(0.1));
  const { k } = journey.last;
  assert.deepEqual(grade({ what: 'rolls', steps: k + 2 }, journey),
    { right: true, did: 'rolls', count: 'close', k });
  assert.equal(grade({ what: 'flies', steps: 1 }, journey).right, false);
  assert.equal(grade({ what: 'flies', steps: 1 }, journey).count, 'more');
  assert.equal(grade({ what: null, steps: 4 * k }, journey).count, 'fewer');
  assert.equal(grade({ what: null, steps: null }, journey).right, null);
});

test('the guess which is down first is graded by the fewest steps', () => {
  const first = (what, counts, steps = null) => gradeFirst({ what, steps }, counts);
  assert.deepEqual(first('1', [40, 4, null], 5),
    { right: true, winners: [1], count: 'close', k: 4 });
  assert.equal(first('0', [40, 4, null]).right, false);
  assert.equal(first('none', [40, 4, null]).right, false);
  assert.deepEqual(first('2', [11, 4, 4]), { right: true, winners: [1, 2], count: null, k: 4 });
  assert.deepEqual(first('none', [null, null, null], 9),
    { right: true, winners: [], count: null, k: null });
  assert.equal(first('0', [null, null, null]).right, false);
  assert.equal(first(null, [40, 11, 4], 90).right, null);
  assert.equal(first(null, [40, 11, 4], 90).count, 'fewer');
});

test('the golden case takes 40, 11, 4, 1 and 4 steps, and never from a half on', () => {
  const steps = (rate) => stepsToReach(journeyOf(specOf(rate)), 0, 0.00604);
  assert.deepEqual([0.03, 0.1, 0.2, 0.25, 0.3].map(steps), [40, 11, 4, 1, 4]);
  assert.deepEqual([0.5, 0.6, 1].map(steps), [null, null, null]);
});

test('the coming step of plain descent lands at w less rate times slope', () => {
  const [first, second] = descend(specOf(0.1)).steps;
  assert.equal(landing(specOf(0.1), first), second.w[0]);
  assert.equal(landing({ ...specOf(0.1), noise: 1 }, first), null);
  assert.equal(landing({ ...specOf(0.1), optimizer: { name: 'adam' } }, first), null);
});

test('an update is written by the slope, by the velocity, or not at all', () => {
  const by = (optimizer) => formOf({ optimizer });
  assert.deepEqual(['sgd', 'momentum', 'nesterov', 'adam'].map((name) => by({ name, momentum: 0.9 })),
    ['plain', 'momentum', 'other', 'other']);
  assert.equal(by({ name: 'momentum', momentum: 0 }), 'plain');
  assert.equal(isSteady({ ...specOf(0.1), schedule: { name: 'cosine' } }), false);
  assert.equal(isSteady({ ...specOf(0.1), noise: 1 }), true);
});

test('the terms of an update come to where it landed', () => {
  const momentum = { ...specOf(0.1), optimizer: { name: 'momentum', learningRate: 0.1, momentum: 0.5 } };
  const now = { k: 1, w: [3], gradient: [12], learningRate: 0.1, state: { velocity: [16] } };
  const after = { k: 2, w: [0.9], gradient: [3.6], learningRate: 0.1, state: { velocity: [21] } };
  const { w, alpha, velocity, share, before, gradient, noise, next } = terms(momentum, now, after);
  close(w - alpha * velocity, next, 1e-12);
  close(share * before + gradient + noise, velocity, 1e-12);
  close(noise, 1, 1e-12);
  const noisy = terms({ ...specOf(0.1), noise: 2 }, now, { ...after, w: [2] });
  close(noisy.w - noisy.alpha * (noisy.gradient + noisy.noise), 2, 1e-12);
});

test('what only the engine knows of an update is left open', () => {
  const [first, second] = descend(specOf(0.1)).steps;
  assert.equal(terms(specOf(0.1), first).next, second.w[0]);
  const open = terms({ ...specOf(0.1), schedule: { name: 'cosine' } }, first);
  assert.deepEqual([open.alpha, open.next, open.noise], [null, null, null]);
});

test('numbers are written as the service writes them', () => {
  const english = new Numbers('en');
  shared('figures').forEach(({ value, ...texts }) => Object.entries(texts).forEach(([kind, text]) =>
    assert.equal(english[kind](value), text, `${kind} of ${value}`)));
});

test('numbers are written as the language writes them', () => {
  const english = new Numbers('en');
  assert.deepEqual([0.9912, -1.98, 0, 0.0123, 0.00004, 123456789, NaN].map((x) => english.said(x)),
    ['0.99', '−1.98', '0.00', '0.012', '4.0 × 10⁻⁵', '1.2 × 10⁸', '–']);
  assert.equal(new Numbers('de').said(0.99), '0,99');
  assert.deepEqual([0.06, 0.0602, 1000, 1e-7].map((x) => english.rate(x)),
    ['0.06', '0.0602', '1000', '1.00 × 10⁻⁷']);
  assert.deepEqual([0.3612, 0.00604].map((x) => english.percent(x)), ['36%', '0.604%']);
});
