// Compiles each page of MDX in this folder and renders it as a site of MDX does.
import { readFile, writeFile } from 'node:fs/promises';
import { evaluate } from '@mdx-js/mdx';
import { createElement } from 'react';
import * as runtime from 'react/jsx-runtime';
import { renderToStaticMarkup } from 'react-dom/server';

for (const name of ['a', 'b']) {
  const { default: Content } = await evaluate(await readFile(`${name}.mdx`), runtime);
  await writeFile(`${name}.html`, renderToStaticMarkup(createElement(Content)));
}
