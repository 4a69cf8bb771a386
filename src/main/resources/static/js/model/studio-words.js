/** The statements of the Studio's language, and what each may be followed by. */
const STATEMENTS = ['train_network', 'plot_training', 'plot_boundary', 'show', 'predict', 'print'];

const SETTINGS = ['on', 'rounds', 'speed', 'batch', 'optimizer', 'schedule', 'seed', 'hold_out'];

/** How the language is told apart for the eye, as Prism has it. */
export const grammar = {
  comment: /#.*/,
  string: { pattern: /"[^"\n]*"?/, greedy: true },
  keyword: new RegExp(`\\b(?:load|make_network|layer|end|from|size|kind|${
    STATEMENTS.join('|')})\\b`),
  property: /\b[a-z_]\w*(?=\s*:)/i,
  builtin: /\b(?:input|hidden|output|relu|tanh|sigmoid|linear|softmax)\b/,
  number: /\b\d+(?:\.\d+)?(?:e[+-]?\d+)?\b/i,
  operator: /[=+\-*/^]/,
  punctuation: /[(),:]/,
};

/**
 * What may be written at the end of a text.
 * @param {string} before the program up to the cursor
 * @param {{datasets: string[], kinds: string[], optimizers: string[], schedules: string[],
 *     features?: string[]}} words that the service knows
 * @returns {?{from: number, options: {label: string, insert?: string, tabStops?: number[]}[]}}
 *     from where the word under the cursor begins, and what it may become; null for nothing
 */
export function completionsAt(before, words) {
  const line = before.slice(before.lastIndexOf('\n') + 1);
  if (/^[^"#]*(?:"[^"]*"[^"#]*)*#/.test(line)) {
    return null;
  }
  const word = /[\w-]*$/.exec(line)[0];
  const lead = line.slice(0, line.length - word.length);
  const options = optionsAfter(lead, before, words);
  return options.length === 0 || options.every(({ label }) => label === word) ? null
    : { from: before.length - word.length, options: options.filter(({ label }) => label !== word) };
}

function optionsAfter(lead, before, words) {
  const quoted = /(\w+)\s*:?\s*"$/.exec(lead)?.[1];
  if (quoted) {
    return plain({ load: words.datasets, optimizer: words.optimizers, schedule: words.schedules,
      batch: ['all'] }[quoted] ?? []);
  }
  if ((lead.match(/"/g) ?? []).length % 2 === 1) {
    return [];
  }
  const rows = before.slice(0, before.lastIndexOf('\n') + 1);
  if (/^\s*$/.test(lead)) {
    return isInNetwork(rows) ? LAYERS : [...plain(STATEMENTS), ...plain(namesOf(rows, '\\w+'))];
  }
  return afterWords(lead, namesOf(rows, 'load'), namesOf(rows, 'make_network'), words);
}

function afterWords(lead, tables, nets, { kinds, features = [] }) {
  const rules = [
    [/^\s*\w+\s*=\s*$/, () => VALUES],
    [/^\s*layer\s+$/, () => plain(['input', 'hidden', 'output'])],
    [/^\s*layer\s+input\s+$/, () => plain(['from'])],
    [/^\s*layer\s+input\s+from\s+$/, () => plain(tables)],
    [/^\s*layer\s+(?:hidden|output)\s+$/, () => plain(['size'])],
    [/^\s*layer\s.*\bkind\s+$/, () => plain(kinds)],
    [/^\s*layer\s+(?:hidden|output)\s+size\s+\w+\s+$/, () => plain(['kind'])],
    [/^\s*(?:train_network|plot_training|plot_boundary|predict)\s+$/, () => plain(nets)],
    [/^\s*show\s+$/, () => plain([...tables, ...nets])],
    [/^\s*train_network\b.*\bon\s*:\s*$/, () => plain(tables)],
    [/^\s*train_network\b.*,\s*$/, () => settings(SETTINGS, lead)],
    [/^\s*predict\b.*,\s*$/, () => settings(features, lead)],
  ];
  return rules.find(([rule]) => rule.test(lead))?.[1]() ?? [];
}

const LAYERS = [
  snippet('layer input', 'layer input  from data', 'data'),
  snippet('layer hidden', 'layer hidden size 16 kind relu', '16'),
  snippet('layer output', 'layer output size 4  kind softmax', '4'),
  { label: 'end' },
];

const VALUES = [
  snippet('load', 'load "fruits"', 'fruits'),
  snippet('make_network', 'make_network\n\tlayer input  from data\n'
    + '\tlayer hidden size 16 kind relu\n\tlayer output size 4  kind softmax\nend', 'data'),
];

/** What is inserted as it stands, with the part selected that is likely to be another. */
function snippet(label, insert, part) {
  const at = insert.indexOf(part);
  return { label, insert, tabStops: [at, at + part.length] };
}

function plain(labels) {
  return [...new Set(labels)].map((label) => ({ label }));
}

/** Settings that the line does not have yet. */
function settings(names, lead) {
  return names.filter((name) => !new RegExp(`\\b${name}\\s*:`).test(lead))
    .map((label) => ({ label, insert: `${label}: ` }));
}

/** The names that are set to what begins with a word. */
function namesOf(rows, word) {
  const set = new RegExp(`^\\s*(\\w+)\\s*=\\s*${word}\\b`, 'gm');
  return [...rows.matchAll(set)].map(([, name]) => name);
}

function isInNetwork(rows) {
  const marks = rows.match(/\bmake_network\b|^\s*end\b/gm) ?? [];
  return marks.length > 0 && marks[marks.length - 1] === 'make_network';
}

/**
 * Where a mistake lies in a text.
 * @param {string} text
 * @param {{line: number, column: number, length: number}} mistake line and column from 1
 * @returns {{line: number, from: number, to: number}} places in the text from 0
 */
export function placeOf(text, { line, column, length }) {
  const rows = text.split('\n');
  const start = rows.slice(0, line - 1).reduce((sum, row) => sum + row.length + 1, 0);
  const from = Math.min(text.length, start + column - 1);
  return { line, from, to: Math.min(text.length, from + Math.max(0, length)) };
}
