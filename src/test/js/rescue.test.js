import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { Landscape } from '../../main/resources/static/js/model/landscape.js';
import { calmerRate, causeOfDivergence } from '../../main/resources/static/js/pages/rescue.js';
import { descend, drawn, specOf, valley } from './sources.js';

const ground = new Landscape(drawn(valley));
const asked = [];

/** An engine that answers at once. */
function serve(run = descend) {
  globalThis.fetch = async (_, { body }) => {
    const spec = JSON.parse(body);
    asked.push(spec);
    return { ok: true, json: async () => run(spec) };
  };
}

afterEach(() => {
  delete globalThis.fetch;
  asked.length = 0;
});

test('offers a rate near the best that the bottom allows', async () => {
  serve();
  const { rate, nearBest } = await calmerRate(specOf(0.9), 0.9, ground);
  assert.ok(rate > 0.2 && rate < 0.25, `${rate}`);
  assert.equal(nearBest, true);
});

test('a rate that was raised on the way is the one that flew off', async () => {
  serve();
  const { rate } = await calmerRate(specOf(0.03, [{ at: 3, learningRate: 0.9 }]), 0.9, ground);
  assert.ok(rate > 0.2, `${rate} is calmer than the rate before it was raised`);
  assert.deepEqual(asked[0].changes, []);
});

test('less than what flew off, and tried by the engine', async () => {
  serve((spec) => ({ ...descend(spec),
    verdict: spec.optimizer.learningRate > 0.05 ? 'diverged' : 'converged' }));
  const { rate, nearBest } = await calmerRate(specOf(0.1), 0.1, ground);
  assert.equal(rate, 0.05);
  assert.equal(nearBest, false);
});

test('offers nothing where every rate flies off', async () => {
  serve((spec) => ({ ...descend(spec), verdict: 'diverged' }));
  assert.equal(await calmerRate(specOf(0.9), 0.9, ground), null);
});

test('on a surface the bend along the last jump is what blew it up, and nothing is known of others',
  async () => {
    // Plain descent on x² + 10 y² at 0.2: along y each jump is 3 times the one before.
    const step = ({ w: [x, y] }) => ({ w: [x - 0.2 * 2 * x, y - 0.2 * 20 * y] });
    const steps = [{ w: [1, 1] }];
    for (let k = 0; k < 30; k++) {
      steps.push(step(steps[k]));
    }
    const taken = steps.map(({ w: [x, y] }, k) => (
      { k, w: [x, y], gradient: [2 * x, 20 * y], learningRate: 0.2 }));
    const journey = { last: taken[30], step: (k) => taken[k] };
    const { rate, bend } = causeOfDivergence(journey);
    assert.equal(rate, 0.2);
    assert.ok(Math.abs(bend - 20) < 1e-9, `${bend}`);
    serve((spec) => ({ ...descend(spec),
      verdict: spec.optimizer.learningRate > 0.1 ? 'diverged' : 'converged' }));
    assert.deepEqual(await calmerRate(specOf(0.2), 0.2, {}), { rate: 0.1, nearBest: false });
  });
