import assert from 'node:assert/strict';
import { test } from 'node:test';
import { chanceOf, Draw, Draws } from '../../main/resources/static/js/model/draw.js';
import { RestartTeller } from '../../main/resources/static/js/describe/restart-teller.js';
import { Messages } from '../../main/resources/static/js/describe/messages.js';
import { Numbers } from '../../main/resources/static/js/model/numbers.js';

const minima = [{ w: -3, loss: 1, lowest: false }, { w: 0, loss: 0.1, lowest: true }];
const run = (minimum, w, loss) => ({ verdict: 'stuck', k: 9, w: [w], loss, minimum });
const draw = new Draw(minima, { starts: [-4, 9, -2, 1, 8], runs: [[
  run(0, -3, 1), null, run(0, -3, 1.2), run(1, 0, 0.1), run(null, 7, 4)]] });

test('the best so far never rises and knows what has no loss', () => {
  assert.deepEqual(draw.restarts.map(({ best }) => best), [1, 1, 1, 0.1, 0.1]);
  const none = new Draw(minima, { starts: [9], runs: [[null]] });
  assert.deepEqual(none.restarts[0], { k: 1, start: 9, end: null, loss: null, valley: -1,
    look: 'none', best: null });
});

test('every restart is counted in one valley, or in none', () => {
  assert.deepEqual([0, 1, -1].map((valley) => draw.count(valley)), [2, 1, 2]);
  assert.equal(draw.count(0, 1), 1);
  assert.equal(draw.hits, 1);
  assert.equal(draw.foundAt, 4);
});

test('the chance grows from nothing to one', () => {
  assert.equal(chanceOf(0.25, 0), 0);
  assert.equal(chanceOf(0.25, 1), 0.25);
  assert.equal(chanceOf(0.5, 3), 0.875);
  assert.equal(chanceOf(1, 1), 1);
});

test('several draws are told by the share that had found it by then', () => {
  const draws = new Draws();
  draws.add('1', 2);
  draws.add('2', null);
  draws.add('1', 2);
  assert.equal(draws.size, 2);
  assert.deepEqual(draws.shares(3), [0, 0, 0.5, 0.5]);
  draws.forget();
  assert.deepEqual(draws.shares(1), [0, 0]);
});

const teller = new RestartTeller(new Messages({
  'restarts.start': '{0} wait', 'restarts.step': '{0} from {1} in {2}. {3}',
  'restarts.valley': 'valley {0}', 'restarts.lowest': 'valley {0}, lowest',
  'restarts.nowhere': 'none', 'restarts.best.new': 'best {0}', 'restarts.best.same': 'still {0}',
  'restarts.best.none': 'nothing', 'restarts.guess.close': 'close {1}',
  'restarts.guess.fewer': 'fewer {1}', 'restarts.guess.more': 'more {1}',
  'restarts.found': '{0} of {1}, first {2}', 'restarts.missed': 'none of {0}',
  'restarts.chance': 'p {0}, {1}: {2}', 'restarts.again': 'missed by {0}',
}), new Numbers('en'));

test('a restart is told with what it means for the best', () => {
  const said = (restart) => teller.step(restart, 5).map((piece) => piece.text).join('');
  assert.equal(said(undefined), '5 wait');
  assert.equal(said(draw.restarts[0]), '1 from −4.00 in valley A. best 1.00');
  assert.equal(said(draw.restarts[1]), '2 from 9.00 in none. still 1.00');
  assert.equal(said(draw.restarts[3]), '4 from 1.00 in valley B, lowest. best 0.10');
});

test('a draw is told with the chance that it had', () => {
  assert.equal(teller.ending(draw, 0.5), '1 of 5, first 4 p 50.0%, 5: 96.9%');
  assert.equal(teller.ending(draw, null), '1 of 5, first 4');
  const missed = new Draw(minima, { starts: [-4], runs: [[run(0, -3, 1)]] });
  assert.equal(teller.ending(missed, 0.5), 'none of 1 p 50.0%, 1: 50.0% missed by 50.0%');
});

test('a guessed share is close within five of a hundred', () => {
  assert.equal(teller.guess(23, 0.277), 'close 27.7%');
  assert.equal(teller.guess(40, 0.277), 'fewer 27.7%');
  assert.equal(teller.guess(10, 0.277), 'more 27.7%');
  assert.equal(teller.guess(10, null), '');
});
