import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';

const main = new URL('../../main/', import.meta.url);
const read = (folder, ending) => readdirSync(new URL(folder, main), { recursive: true })
  .filter((name) => name.endsWith(ending) && !name.startsWith('vendor'))
  .map((name) => readFileSync(new URL(`${folder}/${name}`, main), 'utf8')).join('\n');

const keys = readFileSync(new URL('resources/messages.properties', main), 'utf8').split('\n')
  .filter((line) => line.startsWith('js.')).map((line) => line.slice(3).split(/[ =]/)[0]);

const script = read('resources/static/js', '.js');

/** Keys as they stand in the sources; what is put in at run time matches anything. */
const written = [
  ...[...script.matchAll(/'([a-z-]+(?:\.[a-z-]+)*)'|`([a-z-]+\.(?:[a-z.-]|\$\{[^}]*\})+)`/g)]
    .map(([, plain, filled]) => plain ?? filled),
  ...[...read('resources/templates', '.html').matchAll(/#\{\|?js\.((?:[^$(}|]|\$\{[^}]*\})*)/g)]
    .map(([, key]) => key),
].filter((key) => !key.endsWith('.js'));

const pattern = (key) => new RegExp(`^${key.split(/\$\{[^}]*\}/)
  .map((part) => part.replaceAll('.', '\\.')).join('[a-z.-]*')}$`);

test('every sentence of the scripts is said somewhere', () => {
  const patterns = written.map(pattern);
  assert.ok(keys.length > 30);
  assert.deepEqual(keys.filter((key) => !patterns.some((each) => each.test(key))), []);
});

test('every sentence that a script says is there', () => {
  const groups = new Set(keys.map((key) => key.split('.')[0]));
  const said = [
    ...[...script.matchAll(/\b(?:text|pieces)\(\s*'([^']+)'/g)].map(([, key]) => key),
    ...[...script.matchAll(/\babout\(\s*'\w+',\s*'([^']+)'/g)].map(([, key]) => key),
    ...written.filter((key) => key.includes('.') && groups.has(key.split('.')[0])),
  ];
  assert.ok(said.length > 30);
  assert.deepEqual(said.filter((key) => !keys.some((each) => pattern(key).test(each))), []);
});
