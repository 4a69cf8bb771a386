import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Basins, letterOf, lookOf, Ridges, startsFor }
  from '../../main/resources/static/js/model/basins.js';
import { Landscape } from '../../main/resources/static/js/model/landscape.js';
import { drawn } from './sources.js';

const twoWells = { domain: [-2, 2], curve: (w) => (w * w - 1) ** 2 + 0.3 * w };
const minima = [{ w: -1.0356, loss: -0.3, lowest: true }, { w: 0.9601, loss: 0.29, lowest: false }];
const ground = new Landscape(drawn(twoWells, minima));

const rest = (minimum) => ({ verdict: minimum === 0 ? 'converged' : 'stuck', w: [minima[minimum].w],
  minimum });

function mapOf(runs) {
  const starts = runs.map((_, i) => -2 + 4 * i / (runs.length - 1));
  return new Basins(ground, { starts, runs: [runs] });
}

test('a ridge is the highest place between two valleys', () => {
  const ridges = new Ridges(ground);
  assert.equal(ridges.valleyAt(0), 0, 'the ridge of this ground is at 0.075');
  assert.equal(ridges.valleyAt(0.1), 1);
  assert.equal(ridges.valleyAt(2.5), -1, 'outside the picture there is no valley');
});

test('neighbours that end alike are one stretch, from edge to edge', () => {
  const map = mapOf([rest(0), rest(0), rest(1), rest(1), rest(1)]);
  assert.deepEqual(map.stretches.map(({ from, to, valley }) => [from, to, valley]),
    [[-2, -0.5, 0], [-0.5, 2, 1]]);
  assert.equal(map.lowest, 1.5 / 4);
  assert.equal(map.shareOf(1), 2.5 / 4);
  assert.equal(map.at(-1).valley, 0);
  assert.equal(map.at(1.9).look, '1');
});

test('one that still moves is in a valley and not at rest; one that is gone is in none', () => {
  const map = mapOf([
    { verdict: 'diverged', w: [1e9], minimum: null },
    { verdict: 'oscillating', w: [0.9], minimum: null },
    { verdict: 'stuck', w: [0.075], minimum: null },
    null,
    rest(0),
  ]);
  assert.deepEqual(map.stretches.map(({ valley, rests }) => [valley, rests]),
    [[-1, false], [1, false], [-1, false], [0, true]]);
  assert.equal(map.moving, 1 / 4);
  assert.equal(map.away, 0.5 / 4 + 2 / 4);
});

test('valleys have letters and looks, and long runs fewer starts', () => {
  assert.equal(letterOf(2), 'C');
  assert.deepEqual(minima.map((_, i) => lookOf(minima, i)), ['lowest', '1']);
  assert.equal(lookOf(minima, -1), 'none');
  assert.equal(startsFor(200), 481);
  assert.equal(startsFor(10000), 200);
});
