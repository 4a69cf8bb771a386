import assert from 'node:assert/strict';
import { test } from 'node:test';
import { record, statementOf } from '../../docs/xapi.js';
import { EVENTS } from '../../main/resources/static/js/pages/announcing.js';

const LEARNER = { mbox: 'mailto:ada@school.example' };
const ABOUT = { sim: 'roll', address: 'https://downhill.example/sims/roll?start=2' };
const REPORTED = {
  ready: {},
  predicted: { what: 'rolls', steps: null, response: 'It rolls' },
  stepped: { k: 3, runs: [{ k: 3, loss: 0.2 }] },
  ended: { run: 0, runs: 1, verdict: 'converged', message: 'Settled.', k: 9, loss: 0.1 },
  answered: { question: 'guess', response: 'It rolls', success: true, message: 'You guessed it.' },
};

test('each event becomes one statement, which has all that xAPI asks for', () => {
  const root = new EventTarget();
  const sent = [];
  record(root, LEARNER, (statement) => sent.push(statement));
  EVENTS.forEach((name) => root.dispatchEvent(Object.assign(new Event(`downhill:${name}`),
    { detail: { type: `downhill:${name}`, ...ABOUT, ...REPORTED[name] } })));
  assert.deepEqual(sent.map(({ verb }) => verb.display.en),
    ['initialized', 'responded', 'progressed', 'completed', 'answered']);
  sent.forEach(({ actor, verb, object, context, timestamp }) => {
    assert.deepEqual(actor, LEARNER);
    assert.ok(URL.canParse(verb.id) && URL.canParse(object.id));
    assert.ok(Object.keys(context.extensions).every((key) => URL.canParse(key)));
    assert.ok(!Number.isNaN(Date.parse(timestamp)));
  });
});

test('results are where a learning record store looks for them', () => {
  const of = (name) => statementOf({ type: `downhill:${name}`, ...ABOUT, ...REPORTED[name] },
    LEARNER);
  assert.equal(of('answered').result.success, true);
  assert.equal(of('answered').object.id, 'https://downhill.example/sims/roll#guess');
  assert.equal(of('answered').context.contextActivities.parent[0].id,
    'https://downhill.example/sims/roll');
  assert.equal(of('predicted').result.response, 'It rolls');
  assert.equal(of('ended').result.completion, true);
  assert.equal(of('ended').result.extensions['https://downhill.example/sims/roll#verdict'],
    'converged');
  assert.equal(of('ready').result, undefined);
});
