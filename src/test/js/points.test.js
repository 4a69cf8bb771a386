import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Points, readPoints } from '../../main/resources/static/js/model/points.js';
import { objectiveQuery, toShortForm } from '../../main/resources/static/js/model/spec.js';

test('a table may name its columns and part them by commas, tabs, semicolons or spaces', () => {
  const want = [[20.5, 41], [-3, 4.25]];
  ['20.5,41\n-3,4.25', 'temperature,cups\r\n20.5, 41\r\n-3 , 4.25\r\n', '20,5\t41\n−3\t4,25',
    '20,5;41\n-3;4,25', '# made up\n20.5 41\n\n-3 4.25'].forEach((text) =>
    assert.deepEqual(readPoints(text), { points: want, wrong: null }));
});

test('what is not a pair of numbers is told with its line', () => {
  assert.deepEqual(readPoints('1,2\n3').wrong, { line: 2, text: '3' });
  assert.deepEqual(readPoints('1,2\nx,y').wrong, { line: 2, text: 'x,y' });
  assert.deepEqual(readPoints('1,2,3').wrong, { line: 1, text: '1,2,3' });
  assert.deepEqual(readPoints('1,1e13').wrong, { line: 1, text: '1,1e13' });
  assert.deepEqual(readPoints('no numbers'), { points: [], wrong: null });
});

test('a line over scaled points is drawn over x as it was measured', () => {
  const points = new Points({ name: '', points: [[10, 0], [20, 4]], columns: [],
    scale: { mean: 15, deviation: 5 }, start: [0, 0], learningRate: 0.1 });
  assert.equal(points.heightOf([2, 3], 20), 5);
  assert.equal(points.heightOf([2, 3], 10), 1);
  assert.ok(points.own);
  assert.equal(points.table, '10,0\n20,4');
});

test('the picture holds nought where it is near', () => {
  const frame = (heights) => new Points({ name: '', points: heights.map((y, i) => [i, y]),
    columns: [], scale: null, start: [0, 0], learningRate: 1 }).frame[1];
  assert.ok(frame([20, 80])[0] < 0);
  assert.ok(frame([1000, 1001])[0] > 990);
});

test('points, scaling and a list of batches are written as the service reads them', () => {
  const objective = { points: [[1, 2], [3, 4.5]], model: 'line', scale: true };
  assert.equal(objectiveQuery(objective), 'points=1,2;3,4.5&scale=true');
  const spec = (batch) => ({ objective, start: [0, 0], batch, seed: 1,
    optimizer: { name: 'sgd', learningRate: 0.1 } });
  assert.equal(toShortForm([spec('all'), spec(1)]),
    'points=1,2;3,4.5&scale=true&start=0,0&optimizer=sgd&learningRate=0.1,0.1&batch=all,1');
});
