import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Outing } from '../../main/resources/static/js/pages/outing.js';
import { Ride } from '../../main/resources/static/js/pages/ride.js';
import { Wire } from '../../main/resources/static/js/transport/wire.js';
import { descend, Service, specOf } from './sources.js';

const FRAME = 1000 / 60;

function outing(rates, specs = rates.map((rate) => specOf(rate))) {
  const service = new Service();
  const waits = [];
  const wire = new Wire({ open: service.open, later: (task, ms) => waits.push({ task, ms }),
    watch: () => {}, random: () => 0.5 });
  const rides = specs.map((spec, i) => new Ride({
    wire, name: 'abc'[i], spec, first: descend(spec).steps[0] }));
  return { service, waits, wire, rides, outing: new Outing(rides) };
}

/** Plays for a while, with a service that answers between frames. */
function play(sim, ms, until = () => false) {
  for (let t = 0; t < ms && !until(); t += FRAME) {
    if (sim.service.socket?.readyState === 0) {
      sim.service.socket.accept();
    }
    sim.service.socket?.flush();
    sim.outing.tick(FRAME);
  }
}

const same = (ride) => assert.deepEqual(ride.journey.slice(0, ride.journey.last.k),
  descend(ride.spec).steps.slice(0, ride.journey.last.k + 1));

test('opens no connection before the first step or roll', () => {
  const sim = outing([0.1]);
  sim.outing.tick(FRAME);
  sim.outing.changeRate(sim.rides[0], 0.2);
  sim.outing.reset();
  assert.equal(sim.service.sockets.length, 0);
  sim.outing.step();
  assert.equal(sim.service.sockets.length, 1);
});

test('a step asks for one step and plays it', () => {
  const sim = outing([0.1]);
  sim.outing.step();
  play(sim, 600);
  assert.equal(sim.outing.player.position, 1);
  assert.equal(sim.service.asked, 1);
});

test('rolls to the end with a buffer of about a second', () => {
  const sim = outing([0.1]);
  sim.outing.toggle();
  play(sim, 1000);
  assert.ok(sim.rides[0].journey.last.k - sim.outing.player.k <= 6);
  play(sim, 20_000);
  assert.ok(sim.outing.finished);
  same(sim.rides[0]);
});

test('pausing is not asking', () => {
  const sim = outing([0.03]);
  sim.outing.toggle();
  play(sim, 1000);
  sim.outing.toggle();
  const { asked } = sim.service;
  play(sim, 3000);
  assert.equal(sim.service.asked, asked);
});

test('a rate changed on the way leaves the past and changes the future', () => {
  const sim = outing([0.03]);
  const [ride] = sim.rides;
  sim.outing.toggle();
  play(sim, 1600);
  const k = sim.outing.player.settledK;
  const past = ride.journey.slice(0, k);
  sim.outing.changeRate(ride, 0.1);
  sim.outing.changeRate(ride, 0.2);
  play(sim, 20_000);
  assert.deepEqual(ride.spec.changes, [{ at: k, learningRate: 0.2 }]);
  assert.deepEqual(ride.journey.slice(0, k), past);
  assert.ok(sim.outing.finished);
  same(ride);
});

test('a drag over many steps never lets an old future in', () => {
  const sim = outing([0.03]);
  const [ride] = sim.rides;
  sim.outing.toggle();
  for (let i = 0; i < 90; i++) {
    sim.outing.changeRate(ride, 0.02 + i * 0.001);
    play(sim, 40);
  }
  play(sim, 30_000);
  assert.ok(ride.spec.changes.length > 5);
  same(ride);
});

test('no more than one start is under way', () => {
  const sim = outing([0.03]);
  sim.outing.toggle();
  play(sim, 300);
  const { length } = sim.service.starts;
  for (let i = 0; i < 30; i++) {
    sim.outing.changeRate(sim.rides[0], 0.05 + i * 0.01);
    sim.outing.tick(0);
  }
  assert.ok(sim.service.starts.length <= length + 1);
  play(sim, 20_000);
  same(sim.rides[0]);
});

test('goes on from the same step after the connection was cut', () => {
  for (const code of [1006, 1001, 1012]) {
    const sim = outing([0.03]);
    sim.outing.toggle();
    play(sim, 1500);
    const { k } = sim.rides[0].journey.last;
    sim.service.socket.cut(code);
    play(sim, 3000);
    assert.equal(sim.waits.length, 1);
    sim.waits.pop().task();
    play(sim, 60_000);
    assert.equal(sim.service.starts.at(-1).from, k);
    assert.ok(sim.outing.finished);
    same(sim.rides[0]);
  }
});

test('comes back with growing waits and full jitter', () => {
  const sim = outing([0.03]);
  sim.outing.toggle();
  for (let i = 0; i < 9; i++) {
    sim.service.socket.cut();
    sim.waits.at(-1).task();
  }
  assert.deepEqual(sim.waits.map((wait) => wait.ms),
    [125, 250, 500, 1000, 2000, 4000, 7500, 7500, 7500]);
});

test('a page that goes away closes and one that comes back resumes', () => {
  const sim = outing([0.03]);
  sim.outing.toggle();
  play(sim, 1000);
  sim.wire.sleep();
  assert.equal(sim.service.socket.readyState, 3);
  assert.equal(sim.waits.length, 0);
  sim.wire.wake();
  play(sim, 30_000);
  assert.equal(sim.service.sockets.length, 2);
  same(sim.rides[0]);
});

test('three runs share one connection and play in step', () => {
  const sim = outing([0.03, 0.1, 0.6]);
  sim.outing.toggle();
  play(sim, 2000);
  assert.equal(sim.service.sockets.length, 1);
  assert.deepEqual([...new Set(sim.service.starts.map((start) => start.run[0]))],
    ['a', 'b', 'c']);
  play(sim, 60_000);
  assert.ok(sim.outing.finished);
  assert.deepEqual(sim.rides.map((ride) => ride.journey.ending.verdict),
    ['converged', 'converged', 'diverged']);
  sim.rides.forEach(same);
});

test('steps back and forth through what it has without the service', () => {
  const sim = outing([0.1]);
  sim.outing.toggle();
  play(sim, 2000);
  sim.outing.seek(3);
  const { asked } = sim.service;
  assert.equal(sim.outing.player.k, 3);
  sim.outing.stepBack();
  assert.equal(sim.outing.player.k, 2);
  sim.outing.step();
  play(sim, 600);
  assert.equal(sim.outing.player.k, 3);
  assert.equal(sim.service.asked, asked);
});

test('scrubs to no step that was not shown', () => {
  const sim = outing([0.03]);
  sim.outing.toggle();
  play(sim, 1000);
  const { reached } = sim.outing;
  sim.outing.seek(99);
  assert.equal(sim.outing.player.k, reached);
});

test('the rate shown is the one that holds at the step shown', () => {
  const sim = outing([0.03]);
  const [ride] = sim.rides;
  sim.outing.toggle();
  play(sim, 1600);
  sim.outing.changeRate(ride, 0.2);
  play(sim, 1000);
  sim.outing.seek(1);
  assert.equal(ride.rate, 0.03);
  sim.outing.seek(99);
  assert.equal(ride.rate, 0.2);
});

test('reset keeps start, seed and the rate shown', () => {
  const sim = outing([0.03]);
  const [ride] = sim.rides;
  sim.outing.toggle();
  play(sim, 1600);
  sim.outing.changeRate(ride, 0.2);
  play(sim, 500);
  sim.outing.reset();
  assert.deepEqual(ride.spec, specOf(0.2));
  assert.equal(sim.outing.player.position, 0);
  sim.outing.toggle();
  play(sim, 30_000);
  same(ride);
});

test('after the end a new rate is for the next run', () => {
  const sim = outing([0.1]);
  const [ride] = sim.rides;
  sim.outing.toggle();
  play(sim, 30_000);
  const { k } = ride.journey.last;
  sim.outing.changeRate(ride, 0.2);
  assert.equal(ride.journey.last.k, k);
  sim.outing.toggle();
  play(sim, 30_000);
  assert.deepEqual(ride.spec, specOf(0.2));
  same(ride);
});

test('a start of its own is confirmed by the engine', () => {
  const sim = outing([0.1]);
  const [ride] = sim.rides;
  sim.outing.begin({ k: 0, w: [3], loss: 17.9, gradient: [12.1], provisional: true });
  sim.outing.step();
  play(sim, 600);
  assert.equal(ride.journey.step(0).loss, 18);
  same(ride);
});

test('a run that left its page hears nothing more and goes on when it is back', () => {
  const sim = outing([0.03]);
  const [ride] = sim.rides;
  sim.outing.toggle();
  play(sim, 1500);
  const { k } = ride.journey.last;
  sim.outing.leave();
  assert.equal(sim.service.socket.runs.size, 0);
  play(sim, 1000);
  sim.service.socket.cut();
  assert.equal(sim.waits.length, 0);
  assert.equal(ride.journey.last.k, k);
  sim.outing.toggle();
  play(sim, 60_000);
  assert.equal(sim.service.sockets.length, 2);
  assert.equal(sim.service.starts.at(-1).from, k);
  same(ride);
});

test('who listens is told that the connection is lost and is back, until it leaves', () => {
  const sim = outing([0.03]);
  const [stays, leaves] = [[], []];
  sim.wire.listen((lost) => stays.push(lost));
  const leave = sim.wire.listen((lost) => leaves.push(lost));
  sim.outing.toggle();
  play(sim, 500);
  sim.service.socket.cut();
  leave();
  const late = [];
  sim.wire.listen((lost) => late.push(lost));
  sim.waits.pop().task();
  play(sim, 500);
  assert.deepEqual([stays, leaves, late], [[true, false], [true], [true, false]]);
});

test('a refused run says so and is not begun again by itself', () => {
  const sim = outing([0.1]);
  const said = [];
  sim.rides[0].refused = (error) => {
    said.push(error.message);
    sim.outing.player.pause();
  };
  sim.outing.toggle();
  sim.service.socket.accept();
  sim.service.socket.outbox = [{ type: 'error', run: 'a.1', code: 'too-busy', message: 'Later.' }];
  play(sim, 2000);
  assert.deepEqual(said, ['Later.']);
  assert.equal(sim.service.starts.length, 1);
});
