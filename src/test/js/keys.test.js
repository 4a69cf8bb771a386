import assert from 'node:assert/strict';
import { test } from 'node:test';
import { listenToKeys } from '../../main/resources/static/js/view/keys.js';

/** A page with a sim, as far as keys can tell; `without` has the controls it does not show. */
function page(sims = 1, isConnected = true, without = []) {
  const done = [];
  let listener;
  const document = {
    body: { closest: () => null },
    documentElement: { closest: () => null },
    querySelectorAll: () => Array(sims),
    addEventListener: (_, heard) => { listener = heard; },
  };
  const inside = new Set();
  listenToKeys({
    ownerDocument: document,
    isConnected,
    contains: (target) => inside.has(target),
    closest: (selector) =>
      without.find((name) => selector === `[data-hide~="${name}"]`) ?? null,
    querySelector: (selector) => ({ click: () => done.push(selector.match(/"(.*)"/)[1]) }),
  });
  const press = (key, target, more = {}) => {
    let prevented = false;
    listener({ key, target, defaultPrevented: false, ...more,
      preventDefault: () => { prevented = true; } });
    return prevented;
  };
  const control = (name) => {
    const target = { closest: (selector) => selector.includes(name) ? target : null };
    inside.add(target);
    return target;
  };
  return { done, press, document, control };
}

test('keys work where nothing has the focus, and Space does not scroll', () => {
  const { done, press, document } = page();
  assert.equal(press(' ', document.body), true);
  press('.', document.body);
  press(',', document.documentElement);
  assert.deepEqual(done, ['roll', 'step', 'step-back']);
});

test('a key that is held rolls once, and still does not scroll', () => {
  const { done, press, document } = page();
  assert.equal(press(' ', document.body, { repeat: true }), true);
  assert.deepEqual(done, []);
});

test('with two sims on a page nothing rolls unasked', () => {
  const { done, press, document } = page(2);
  assert.equal(press(' ', document.body), false);
  assert.deepEqual(done, []);
});

test('a sim that has left the page hears nothing', () => {
  const { done, press, document } = page(1, false);
  assert.equal(press('.', document.body), false);
  assert.deepEqual(done, []);
});

test('a control keeps the keys that mean something to it', () => {
  const { done, press, control } = page();
  assert.equal(press(' ', control('button,')), false);
  assert.equal(press('.', control('textarea')), false);
  assert.equal(press('.', control('summary')), true);
  assert.deepEqual(done, ['step']);
});

test('what is outside the sim is left alone, and so are chords', () => {
  const { done, press, document } = page();
  assert.equal(press(' ', { closest: () => null }), false);
  assert.equal(press('.', document.body, { ctrlKey: true }), false);
  assert.deepEqual(done, []);
});

test('a control that is not shown has no key', () => {
  const { done, press, document } = page(1, true, ['step', 'step-back']);
  press('.', document.body);
  press(',', document.body);
  press(' ', document.body);
  assert.deepEqual(done, ['roll']);
});
