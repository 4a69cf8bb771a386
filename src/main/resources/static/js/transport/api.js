import { played, seen, seenTable } from '../model/sign.js';
import { inOurTongue } from './tongue.js';

/** What the service said in place of an answer. */
export class Refusal extends Error {
  /** @param {{code?: string, field?: string, detail?: string}} problem of RFC 9457 */
  constructor(problem) {
    super(problem.detail ?? problem.title ?? '');
    this.code = problem.code;
    this.field = problem.field;
  }
}

/** A whole run at once. @param {Object} spec @returns {Promise<Object>} */
export async function wholeRun(spec) {
  const run = await (await post(spec, 'application/json')).json();
  return { ...run, steps: run.steps.map((step) => seen(spec, step)) };
}

/** The same as a table, one row a step. @param {Object} spec @returns {Promise<string>} */
export async function runAsCsv(spec) {
  return seenTable(spec, await (await post(spec, 'text/csv')).text());
}

/** Step 0 of a run: the engine's own loss and gradient at the start. */
export async function firstStep(spec) {
  return (await firstSteps(spec))[0];
}

/** Step 0 and, where there is one, the step after it. @returns {Promise<Object[]>} */
export async function firstSteps(spec) {
  return (await wholeRun({ ...spec, steps: 1, changes: [] })).steps;
}

/** What to draw. @param {string} query short form @returns {Promise<Object>} */
export async function landscape(query) {
  return (await answered(ask(`/api/landscape?${query}`))).json();
}

/** Many whole runs, each told by its end. @param {string} query @returns {Promise<Object>} */
export async function sweep(query) {
  return (await answered(ask(`/api/sweep?${query}`))).json();
}

/** Which rows each update looks at. @param {string} query @returns {Promise<Object>} */
export async function batchesOf(query) {
  return (await answered(ask(`/api/batches?${query}`))).json();
}

/**
 * What a formula is of and its slope, or the mistake in it.
 * @param {string} formula
 * @returns {Promise<Object>}
 */
export async function formulaOf(formula) {
  return (await answered(ask(`/api/formula?${new URLSearchParams({ formula })}`))).json();
}

/** A run as a program. @param {Object} spec @param {string} language @returns {Promise<string>} */
export async function programOf(spec, language) {
  return (await post(spec, 'text/plain', `program?language=${language}`)).text();
}

/**
 * What a program of the Studio is: its mistakes, what it trains and what it puts out.
 * @param {string} program
 * @param {number} [round] after which to predict, if it has been trained
 * @returns {Promise<Object>}
 */
export async function readProgram(program, round) {
  return (await postAll('studio', { program, round })).json();
}

/** What the network of a program makes of rows of features, after a round. */
export async function predictions(program, round, inputs) {
  return (await postAll('studio/predictions', { program, round, inputs })).json();
}

/** A table to learn from, whole. @param {string} name @returns {Promise<Object>} */
export async function tableOf(name) {
  return (await answered(ask(`/api/tables/${encodeURIComponent(name)}`))).json();
}

function post(spec, accept, what = 'runs') {
  return postAll(what, played(spec), accept);
}

function postAll(what, body, accept = 'application/json') {
  return answered(ask(`/api/${what}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Accept: accept },
    body: JSON.stringify(body),
  }));
}

/** All answers may have words in them: what was wrong with the question. */
function ask(address, options) {
  return fetch(inOurTongue(address), options);
}

async function answered(pending) {
  const response = await pending;
  if (!response.ok) {
    throw new Refusal(await response.json().catch(() => ({})));
  }
  return response;
}
