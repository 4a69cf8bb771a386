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

const ground = [['ground', 'gallery'], ['landscape', 'curve.cliff'], ['formula', 'w^2'],
  ['domain', '-5'], ['domain', '5'], ['heights', '1,2'], ['drawn', '-1,1'], ['start', '3']];

test('of several ways to choose the ground only the one that counts is sent', () => {
  assert.equal(choice(form(...ground, ['steps', '50']), 'steps'),
    'landscape=curve.cliff&start=3&steps=50&ground=gallery');
  assert.equal(choice(form(...ground, ['ground', 'formula']), 'ground'),
    'formula=w%5E2&domain=-5,5&ground=formula');
  assert.equal(choice(form(...ground, ['ground', 'heights']), 'ground'),
    'heights=1,2&drawn=-1,1&ground=heights');
  assert.equal(choice(form(['ground', 'formula'], ...ground.slice(1)), 'landscape'),
    'landscape=curve.cliff&ground=gallery');
});
