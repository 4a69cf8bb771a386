import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LONGEST_GLIDE, Player } from '../../main/resources/static/js/model/player.js';

function rolled(pace, frame, ms, glides = true) {
  const player = new Player();
  player.glides = glides;
  player.pace = pace;
  player.offer(10_000, false);
  player.roll();
  for (let t = 0; t < ms - 1e-6; t += frame) {
    player.advance(Math.min(frame, ms - t));
  }
  return player;
}

test('rolls four steps a second at pace one', () => {
  assert.equal(rolled(1, 16, 2010).k, 8);
});

test('pace changes how fast it plays', () => {
  assert.equal(rolled(0.25, 16, 4010).k, 4);
  assert.equal(rolled(16, 16, 2010).k, 128);
});

test('does not depend on the refresh rate', () => {
  for (const pace of [0.25, 1, 4, 16]) {
    const positions = [1000 / 30, 1000 / 60, 1000 / 144, 1000 / 240, 500]
      .map((frame) => rolled(pace, frame, 3037).position);
    positions.forEach((position) => assert.ok(Math.abs(position - positions[0]) < 1e-6));
  }
});

test('glides no longer than a quarter of a second', () => {
  for (const pace of [0.25, 0.5, 1, 2, 4, 16]) {
    const player = new Player();
    player.pace = pace;
    player.offer(5, false);
    player.step();
    player.advance(LONGEST_GLIDE + 0.001);
    assert.ok(player.position >= 1);
  }
});

test('jumps where motion is not wanted', () => {
  const player = new Player();
  player.glides = false;
  player.offer(5, false);
  player.step();
  player.advance(1);
  assert.equal(player.position, 1);
});

test('a step stops after one step', () => {
  const player = new Player();
  player.offer(5, false);
  player.step();
  player.advance(900);
  assert.equal(player.position, 1);
  assert.equal(player.moving, false);
});

test('steps pressed in haste all count', () => {
  const player = new Player();
  player.offer(9, false);
  player.step();
  player.advance(20);
  player.step();
  player.step();
  for (let i = 0; i < 10; i++) {
    player.advance(200);
  }
  assert.equal(player.k, 3);
});

test('pausing lets the ball land and goes no further', () => {
  const player = rolled(1, 10, 1050);
  assert.equal(player.k, 4);
  player.pause();
  assert.equal(player.rolling, false);
  player.advance(1000);
  assert.equal(player.position, 5);
});

test('waits at a whole step when nothing has arrived and gains no time by it', () => {
  const player = new Player();
  player.offer(2, false);
  player.roll();
  player.advance(900);
  assert.equal(player.position, 2);
  assert.ok(player.starved);
  player.offer(9, false);
  player.advance(10);
  assert.ok(player.position < 2.1);
});

test('stops with the last step of a run that has ended', () => {
  const player = new Player();
  player.offer(2, true);
  player.roll();
  player.advance(900);
  assert.equal(player.position, 2);
  assert.equal(player.rolling, false);
  assert.equal(player.demand(2, 0), 0);
});

test('asks for a second and a half of steps once a third of a second is left', () => {
  const player = new Player();
  player.offer(0, false);
  assert.equal(player.demand(0, 0), 0);
  player.roll();
  assert.equal(player.demand(0, 0), 8);
  assert.equal(player.demand(0, 8), 0);
  player.pace = 16;
  assert.equal(player.demand(0, 21), 98);
  assert.equal(player.demand(0, 22), 0);
});

test('asks sooner where answers are slow, by no more than a second', () => {
  const player = rolled(16, 0, 0);
  assert.equal(player.demand(0, 39, 300), 98);
  assert.equal(player.demand(0, 40, 300), 0);
  assert.equal(player.demand(0, 65, 9000), 98);
  assert.equal(player.demand(0, 66, 9000), 0);
});

test('a step asks for one step', () => {
  const player = new Player();
  player.step();
  assert.equal(player.demand(0, 0), 1);
  assert.equal(player.demand(0, 1), 0);
});

test('a change of pace leaves the ball where it is', () => {
  const player = rolled(1, 5, 80);
  const { position } = player;
  for (const pace of [0.25, 16, 1, 4]) {
    player.pace = pace;
    assert.ok(Math.abs(player.position - position) < 1e-9);
  }
});

test('seeks to steps at hand only', () => {
  const player = new Player();
  player.offer(6, false);
  player.seek(99);
  assert.equal(player.k, 6);
  player.seek(-1);
  assert.equal(player.k, 0);
});

test('refuses a pace that is not above zero', () => {
  for (const pace of [0, -1, NaN, Infinity]) {
    assert.throws(() => { new Player().pace = pace; }, RangeError);
  }
});
