import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Announcing, EVENTS } from '../../main/resources/static/js/pages/announcing.js';
import { Guessing } from '../../main/resources/static/js/pages/guessing.js';
import { isRight } from '../../main/resources/static/js/model/prediction.js';

globalThis.CustomEvent ??= class extends Event {
  constructor(type, { detail, ...more }) {
    super(type, more);
    this.detail = detail;
  }
};

/** A stage with runs of so many steps, as far as announcements look. */
function stage(...lengths) {
  const told = [];
  let now = 0;
  const panels = lengths.map((length) => ({ ride: { ended: false, spec: {}, journey: { ending: null,
    last: { k: length, loss: 0 },
    step: (k) => ({ k, loss: k === 0 ? NaN : 1 / k }) } } }));
  const element = { localName: 'downhill-roll', dispatchEvent: (event) => told.push(event),
    querySelector: () => null };
  const on = { element, panels, outing: { reached: 0, positionOf: () => on.outing.reached }, tools: {} };
  on.announcing = new Announcing(on, () => now);
  on.announcing.address = () => 'https://downhill.example/sims/roll?start=2';
  return { on, told,
    names: () => told.map(({ type }) => type.replace('downhill:', '')),
    show(k, rolling, ms = 0) {
      now += ms;
      on.outing.reached = k;
      on.announcing.words(k, rolling);
    },
    end(i, verdict = 'converged') {
      panels[i].ride.ended = true;
      panels[i].ride.journey.ending = { verdict, message: 'Settled.', k: lengths[i] };
    } };
}

test('each step by hand is announced, once, with its sim and a link', () => {
  const { told, show } = stage(9);
  show(1, false);
  show(1, false);
  show(2, false);
  assert.deepEqual(told.map(({ detail }) => detail.k), [1, 2]);
  assert.deepEqual(told[0].detail, { sim: 'roll', k: 1, runs: [{ k: 1, loss: 1 }],
    address: 'https://downhill.example/sims/roll?start=2' });
  assert.ok(told[0].bubbles);
});

test('while it rolls steps are announced at most four times a second, and the last one is', () => {
  const { told, show } = stage(1000);
  for (let k = 1; k <= 100; k++) {
    show(k, true, 20);
  }
  show(101, false);
  assert.ok(told.length >= 7 && told.length <= 9, String(told.length));
  assert.equal(told.at(-1).detail.k, 101);
});

test('an end is announced once for each run, after its last step', () => {
  const { on, told, names, show, end } = stage(3, 5);
  end(0);
  show(3, true, 20);
  show(4, true, 20);
  end(1, 'diverged');
  show(5, false, 20);
  show(5, false, 20);
  assert.deepEqual(names(), ['stepped', 'ended', 'stepped', 'ended']);
  const { run, runs, verdict, k } = told.at(-1).detail;
  assert.deepEqual({ run, runs, verdict, k }, { run: 1, runs: 2, verdict: 'diverged', k: 5 });
  on.announcing.restart();
  show(0, false);
  assert.equal(told.length, 4);
});

test('a loss that is not known is null, as JSON has no other word for it', () => {
  const { on, told } = stage(3);
  on.outing.reached = 0;
  on.panels[0].ride.ended = true;
  on.panels[0].ride.journey = { last: { k: 0 }, step: () => ({ k: 0, loss: NaN }),
    ending: { verdict: 'unfinished', message: '' } };
  on.announcing.words(0, false);
  assert.equal(told[0].detail.loss, null);
  assert.equal(JSON.parse(JSON.stringify(told[0].detail)).loss, null);
});

test('a guess is announced as it counts, and its grade once', () => {
  const { on, names, told, show, end } = stage(3);
  const radio = { value: 'rolls' };
  const card = { querySelectorAll: () => [],
    querySelector: (selector) =>
      (selector.endsWith('+ span') ? { textContent: ' It rolls ' } : radio) };
  on.element.querySelector = (selector) => selector.includes('"prediction"') ? card : null;
  const guessing = new Guessing(on, () => ({ right: false, sentence: 'Not this time.' }));
  guessing.begin();
  guessing.words();
  assert.deepEqual(names(), ['predicted']);
  assert.equal(told[0].detail.response, 'It rolls');
  end(0);
  show(3, false);
  guessing.words();
  guessing.words();
  assert.deepEqual(names(), ['predicted', 'stepped', 'ended', 'answered']);
  const { question, success, response } = told.at(-1).detail;
  assert.deepEqual({ question, success, response },
    { question: 'guess', success: false, response: 'It rolls' });
  assert.ok(names().every((name) => EVENTS.includes(name)));
});

test('what it does decides, and the count alone where nothing else was guessed', () => {
  assert.equal(isRight({ right: false, count: 'close' }), false);
  assert.equal(isRight({ right: null, count: 'close' }), true);
  assert.equal(isRight({ right: null, count: 'more' }), false);
  assert.equal(isRight({ right: null, count: null }), null);
});
