import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { DrawRide } from '../../main/resources/static/js/pages/draw-ride.js';

const outing = readFileSync(
  new URL('../../main/resources/static/js/pages/outing.js', import.meta.url), 'utf8');

/** All draws of a sim stand where it has its other runs. */
test('a draw has whatever an outing asks of what it plays', () => {
  globalThis.fetch = () => new Promise(() => {});
  const ride = new DrawRide({
    spec: { objective: { curve: 'bumpy' }, start: [0], optimizer: { learningRate: 0.1 } },
    restarts: 20,
    landscape: { domain: [-6, 6], minima: [] },
    onChange: () => {},
    onRefused: () => {},
    ending: () => '',
  });
  const asked = new Set([...outing.matchAll(/\bride\.([a-z]\w*)/gi)].map(([, name]) => name));
  asked.delete('js');
  // Its panel begins another draw at another rate.
  asked.delete('changeRate');
  assert.ok(asked.size > 5);
  assert.deepEqual([...asked].filter((name) => !(name in ride)), []);
});
