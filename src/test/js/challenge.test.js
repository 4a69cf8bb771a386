import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Landscape } from '../../main/resources/static/js/model/landscape.js';
import { Journey } from '../../main/resources/static/js/model/journey.js';
import { Challenge } from '../../main/resources/static/js/pages/challenge.js';
import { descend, drawn, specOf, valley } from './sources.js';

const nothing = { querySelector: () => null };

function panelOf(rate) {
  const spec = specOf(rate);
  const { steps, verdict } = descend(spec);
  const journey = new Journey(steps[0]);
  journey.append(steps.slice(1));
  journey.end({ verdict });
  return { root: nothing, ride: { spec, journey, ended: true },
    terrain: { base: new Landscape(drawn(valley)) } };
}

test('the best so far is spoken where it changes, and not again', () => {
  const stage = {
    panels: [panelOf(0.1), panelOf(0.2)],
    outing: { reached: 0 },
    element: nothing,
    tools: {
      messages: { text: (key, ...values) => values.slice(1).join(' at ') },
      numbers: { count: String, rate: String, percent: String },
      endings: { score: () => '' },
    },
  };
  const challenge = new Challenge(stage);
  const at = (k) => {
    stage.outing.reached = k;
    return challenge.aloud(k);
  };
  assert.equal(at(1), '');
  assert.equal(at(4), '4 at 0.2');
  assert.equal(at(4), '4 at 0.2', 'telling one step twice takes nothing back');
  assert.equal(at(5), '');
  assert.equal(at(20), '', 'a slower one is no news');
});
