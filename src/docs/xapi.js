/*
 * What a page around a sim may do with what the sim reports: an xAPI statement of each event, one
 * to one. Load `/embed.js`, show the sim with `events="on"`, and:
 *
 *   import { record } from './xapi.js';
 *   record(document, learner, (statement) => fetch('…/statements', { method: 'POST', … }));
 */

const VERBS = {
  ready: 'initialized',
  predicted: 'responded',
  stepped: 'progressed',
  ended: 'completed',
  answered: 'answered',
};

/**
 * Calls `send` with a statement of each event of each sim within `root`.
 * @param {EventTarget} root
 * @param {Object} actor who learns, as xAPI has it: `{ mbox: 'mailto:…' }`, or an account
 * @param {function(Object): void} send takes it to the learning record store
 */
export function record(root, actor, send) {
  Object.keys(VERBS).forEach((name) => root.addEventListener(`downhill:${name}`,
    ({ detail }) => send(statementOf(detail, actor))));
}

/**
 * @param {{type: string, sim: string, address: string}} event as the sim reports it
 * @param {Object} actor
 * @param {Date} [now]
 * @returns {Object} the xAPI statement of it
 */
export function statementOf(event, actor, now = new Date()) {
  const name = event.type.replace('downhill:', '');
  const { origin, pathname } = new URL(event.address);
  const sim = { objectType: 'Activity', id: origin + pathname, definition: {
    type: 'http://adlnet.gov/expapi/activities/simulation', name: { en: event.sim } } };
  const asks = name === 'predicted' || name === 'answered';
  const question = event.question || 'guess';
  return {
    actor,
    verb: { id: `http://adlnet.gov/expapi/verbs/${VERBS[name]}`, display: { en: VERBS[name] } },
    object: !asks ? sim : { objectType: 'Activity', id: `${sim.id}#${question}`, definition: {
      type: 'http://adlnet.gov/expapi/activities/question', name: { en: question } } },
    ...resultOf(name, event, (member) => `${sim.id}#${member}`),
    context: {
      ...(asks ? { contextActivities: { parent: [sim] } } : {}),
      extensions: { [`${sim.id}#address`]: event.address },
    },
    timestamp: now.toISOString(),
  };
}

function resultOf(name, { k, runs, run, loss, verdict, success, response, message }, member) {
  const extensions = (values) => Object.fromEntries(
    Object.entries(values).map(([key, value]) => [member(key), value]));
  switch (name) {
    case 'predicted':
      return { result: { response } };
    case 'stepped':
      return { result: { extensions: extensions({ k, runs }) } };
    case 'ended':
      return { result: { completion: true, response: message,
        extensions: extensions({ run, k, loss, verdict }) } };
    case 'answered':
      return { result: { success, response } };
    default:
      return {};
  }
}
