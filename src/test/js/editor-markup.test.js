import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { isEditorMarkup } from '../../main/resources/static/js/model/editor-markup.js';

const EDITOR = readFileSync(new URL(
  '../../main/resources/static/js/vendor/prism-code-editor.js', import.meta.url), 'utf8');

test('all that the editor is made of passes', () => {
  const templates = [...EDITOR.matchAll(/\bF\((['"`])(<.*?)\1\)/g)].map(([, , text]) => text);
  assert.ok(templates.length >= 7, `${templates.length} templates`);
  templates.forEach((text) => assert.ok(isEditorMarkup(text), text));
});

test('a line of a program passes, whatever stands in it', () => {
  assert.ok(isEditorMarkup('<div class=pce-line><span class="token string">"&lt;img onerror=a>"'
    + '</span> a > b &amp;&amp; c\n</div>'));
});

for (const markup of [
  '<img src=x onerror=alert(1)>',
  '<script>alert(1)</script>',
  '<div onclick=alert(1)>',
  '<div class="a" onclick="alert(1)">',
  '<div class="a"onclick="alert(1)">',
  '<div class="a" style="background: url(x)">',
  '<div/onclick=alert(1)>',
  '<span class=a\nonclick=alert(1)>',
  '<span class="a\u0000"><svg onload=alert(1)>',
  '<SCRIPT>alert(1)</SCRIPT>',
  '<a href="javascript:alert(1)">',
  '<iframe srcdoc="x">',
  '<<div>img src=x onerror=alert(1)>',
  '<<span></span>script>alert(1)',
  '<!-- ',
  '<?x',
  '</ script>',
  '<textarea class="a" autofocus onfocus=alert(1)>',
  '<div class="&quot; onclick=alert(1)">',
]) {
  test(`${JSON.stringify(markup)} does not`, () => assert.equal(isEditorMarkup(markup), false));
}
