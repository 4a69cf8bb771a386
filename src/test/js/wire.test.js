import assert from 'node:assert/strict';
import { test } from 'node:test';
import { backoff } from '../../main/resources/static/js/transport/backoff.js';
import { Feed } from '../../main/resources/static/js/transport/feed.js';
import { Wire } from '../../main/resources/static/js/transport/wire.js';
import { descend, Service, specOf } from './sources.js';

/** A page with one run, and time that passes when the test says so. */
function page() {
  const service = new Service();
  const [waits, rounds, told, steps] = [[], [], [], []];
  const wire = new Wire({ open: service.open, later: (task) => waits.push(task),
    watch: (task) => rounds.push(task), random: () => 0.5 });
  wire.listen((lost) => told.push(lost));
  const nothing = () => {};
  const feed = new Feed(wire, 'a', { started: nothing, ended: nothing, refused: nothing,
    steps: (more) => steps.push(...more) });
  const probes = [];
  const hearProbes = (socket) => {
    const { cancel } = socket;
    socket.cancel = (message) => {
      probes.push(message.run);
      cancel.call(socket, message);
    };
  };
  return { service, wire, feed, waits, rounds, told, steps, probes, hearProbes,
    round: () => rounds.splice(0).forEach((look) => look()) };
}

function rolling() {
  const sim = page();
  sim.feed.start(specOf(0.03), 0);
  sim.feed.request(5);
  sim.service.socket.accept();
  sim.hearProbes(sim.service.socket);
  sim.service.socket.flush();
  return sim;
}

test('waits anything from no time to twice as long as before, up to a quarter of a minute', () => {
  const longest = [250, 500, 1000, 2000, 4000, 8000, 15_000, 15_000];
  for (const share of [0, 0.25, 0.5, 0.999]) {
    assert.deepEqual(longest.map((_, attempt) => backoff(attempt, () => share)),
      longest.map((most) => share * most));
  }
  assert.ok(backoff(5000, () => 0.999) < 15_000);
});

test('a line that fails without a word is given up, and the run goes on from its step', () => {
  const sim = rolling();
  const dead = sim.service.socket;
  sim.feed.request(5);
  dead.outbox.length = 0;
  dead.flush = () => {};
  sim.round();
  sim.round();
  assert.deepEqual(sim.probes, ['?']);
  assert.deepEqual(sim.told, []);
  sim.round();
  assert.equal(dead.readyState, 3);
  assert.deepEqual(sim.told, [true]);
  sim.waits.pop()();
  sim.service.socket.accept();
  sim.service.socket.flush();
  assert.deepEqual(sim.told, [true, false]);
  assert.equal(sim.service.starts.at(-1).from, 5);
  assert.deepEqual(sim.steps, descend(specOf(0.03)).steps.slice(1, 11));
});

test('what the line that was given up still says is not heard', () => {
  const sim = rolling();
  const dead = sim.service.socket;
  sim.feed.request(5);
  const late = dead.outbox.splice(0);
  sim.round();
  sim.round();
  sim.round();
  dead.readyState = 1;
  dead.outbox = late;
  dead.flush();
  dead.cut();
  assert.equal(sim.steps.length, 5);
  assert.equal(sim.waits.length, 1);
});

test('a service that takes long and says that it is there is waited for', () => {
  const sim = rolling();
  const busy = sim.service.socket;
  sim.feed.request(5);
  const late = busy.outbox.splice(0);
  for (let i = 0; i < 10; i++) {
    sim.round();
    busy.flush();
  }
  assert.equal(sim.probes.length, 5);
  assert.equal(sim.service.sockets.length, 1);
  busy.outbox = late;
  busy.flush();
  assert.deepEqual(sim.steps, descend(specOf(0.03)).steps.slice(1, 11));
  assert.deepEqual(sim.told, []);
});

test('where nothing is awaited nobody is asked', () => {
  const sim = rolling();
  for (let i = 0; i < 10; i++) {
    sim.round();
  }
  assert.deepEqual(sim.probes, []);
  assert.equal(sim.rounds.length, 0);
  sim.feed.request(1);
  assert.equal(sim.rounds.length, 1);
});

test('a connection that does not open is tried again', () => {
  const sim = page();
  sim.feed.start(specOf(0.03), 0);
  sim.round();
  sim.round();
  sim.round();
  assert.equal(sim.service.socket.readyState, 3);
  sim.waits.pop()();
  assert.equal(sim.service.sockets.length, 2);
  assert.equal(sim.rounds.length, 1);
});
