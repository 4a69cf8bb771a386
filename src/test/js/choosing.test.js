import assert from 'node:assert/strict';
import { test } from 'node:test';
import { choice } from '../../main/resources/static/js/pages/choosing.js';

function form(...members) {
  const data = new FormData();
  members.forEach(([name, value]) => data.append(name, value));
  return data;
}

const members = [['was', 'bumpy@3'], ['curve', 'cliff'], ['start', '3'], ['steps', '50'],
  ['learningRate', '0.03'], ['learningRate', '0.2'], ['guess', 'rolls']];

test('another curve keeps the rates and begins at a start of its own', () => {
  assert.equal(choice(form(...members), 'curve'), 'curve=cliff&steps=50&learningRate=0.03,0.2');
});

test('another number of steps keeps the start', () => {
  assert.equal(choice(form(...members), 'steps'),
    'curve=cliff&start=3&steps=50&learningRate=0.03,0.2');
});
