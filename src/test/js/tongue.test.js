import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { Numbers } from '../../main/resources/static/js/model/numbers.js';
import { inOurTongue, inTongueAsked } from '../../main/resources/static/js/transport/tongue.js';

function page(lang, search = '') {
  globalThis.document = { documentElement: { lang } };
  globalThis.window = { location: { search } };
}

afterEach(() => {
  delete globalThis.document;
  delete globalThis.window;
});

test('a page in English asks as a program does, and one in Spanish for Spanish', () => {
  page('en');
  assert.equal(inOurTongue('/api/runs?curve=bumpy'), '/api/runs?curve=bumpy');
  page('es');
  assert.equal(inOurTongue('/api/runs?curve=bumpy'), '/api/runs?curve=bumpy&lang=es');
  assert.equal(inOurTongue('/ws/runs'), '/ws/runs?lang=es');
});

test('a link carries the language on that the address named, and no other', () => {
  page('es', '?start=2&lang=es');
  assert.equal(inTongueAsked('/sims/roll?start=3'), '/sims/roll?start=3&lang=es');
  page('es', '?start=2');
  assert.equal(inTongueAsked('/sims/roll?start=3'), '/sims/roll?start=3');
  page('en', '?lang=tlh');
  assert.equal(inTongueAsked('/sims/roll'), '/sims/roll');
});

test('where a comma stands before the fraction, semicolons keep numbers apart', () => {
  const [english, spanish] = ['en', 'es'].map((lang) => new Numbers(lang));
  assert.equal(english.list([0.5, -1.25].map((x) => english.said(x))), '0.50, −1.25');
  assert.equal(spanish.list([0.5, -1.25].map((x) => spanish.said(x))), '0,50; −1,25');
  assert.equal(spanish.whole(-20.5), '−20,5');
  assert.equal(spanish.percent(0.36), '36\u00a0%');
  assert.equal(spanish.exact(1234.5), '1234,500');
});
