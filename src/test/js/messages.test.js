import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { Messages } from '../../main/resources/static/js/describe/messages.js';

const main = new URL('../../main/', import.meta.url);
const read = (folder, ending) => readdirSync(new URL(folder, main), { recursive: true })
  .filter((name) => name.endsWith(ending) && !name.startsWith('vendor'))
  .map((name) => readFileSync(new URL(`${folder}/${name}`, main), 'utf8')).join('\n');

/** Those of all scripts, and those that only the Studio's has. */
const keys = [...new Set(readFileSync(new URL('resources/messages.properties', main), 'utf8')
  .split('\n').map((line) => /^(?:studio\.)?js\.([^ =]+)/.exec(line)?.[1]).filter(Boolean))];

const script = read('resources/static/js', '.js');

/** Keys as they stand in the sources; what is put in at run time matches anything. */
const written = [
  ...[...script.matchAll(/'([a-z-]+(?:\.[a-z-]+)*)'|`([a-z-]+\.(?:[a-z.-]|\$\{[^}]*\})+)`/g)]
    .map(([, plain, filled]) => plain ?? filled),
  ...[...read('resources/templates', '.html').matchAll(/#\{\|?js\.((?:[^$(}|]|\$\{[^}]*\})*)/g)]
    .map(([, key]) => key),
].filter((key) => !key.endsWith('.js'));

const pattern = (key) => new RegExp(`^${key.split(/\$\{[^}]*\}/)
  .map((part) => part.replaceAll('.', '\\.')).join('[\\w.-]*')}$`);

/** The forms of a sentence for one, two, few … of something are said where the sentence is. */
const forms = new RegExp(`\\.(?:${new Intl.PluralRules('ar').resolvedOptions().pluralCategories
  .join('|')})$`);
const sentences = keys.filter((key) => !(forms.test(key) && keys.includes(key.replace(forms, ''))));

test('every sentence of the scripts is said somewhere', () => {
  const patterns = written.map(pattern);
  assert.ok(keys.length > 30);
  assert.deepEqual(sentences.filter((key) => !patterns.some((each) => each.test(key))), []);
});

test('every sentence that a script says is there', () => {
  const groups = new Set(keys.map((key) => key.split('.')[0]));
  const said = [
    ...[...script.matchAll(/\b(?:text|pieces|counted)\(\s*'([^']+)'/g)].map(([, key]) => key),
    ...[...script.matchAll(/\babout\(\s*'\w+',\s*'([^']+)'/g)].map(([, key]) => key),
    ...written.filter((key) => key.includes('.') && groups.has(key.split('.')[0])),
  ];
  assert.ok(said.length > 30);
  assert.deepEqual(said.filter((key) => !keys.some((each) => pattern(key).test(each))), []);
});

test('so many of something are told in the form of the language', () => {
  const said = { found: '{0} steps', 'found.one': '{0} step', 'found.few': '{0} kroky' };
  const english = new Messages(said, 'en');
  assert.deepEqual([0, 1, 2].map((n) => english.counted('found', n, String(n))),
    ['0 steps', '1 step', '2 steps']);
  assert.equal(new Messages(said, 'cs').counted('found', 3, '3'), '3 kroky');
  assert.equal(english.counted('found', 1.5, '1.5'), '1.5 steps');
});
