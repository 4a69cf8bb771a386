import assert from 'node:assert/strict';
import { test } from 'node:test';
import { together } from '../../main/resources/static/js/model/tables.js';

test('each cell of several runs stands under the name of its own column', () => {
  assert.equal(together(['k,w\r\n0,1\r\n', 'k,w,m,v\r\n0,1,2,3\r\n', 'k,w,v\r\n0,4,5\r\n']),
    'run,k,w,m,v\r\n1,0,1,,\r\n2,0,1,2,3\r\n3,0,4,,5\r\n');
});

test('one table stays as it is', () => {
  assert.equal(together(['k,w\r\n0,1\r\n']), 'k,w\r\n0,1\r\n');
});
