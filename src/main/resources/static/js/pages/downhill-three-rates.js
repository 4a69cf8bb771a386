import { Challenge } from './challenge.js';
import { Endings } from './endings.js';
import { Guessing } from './guessing.js';
import { History } from './history.js';
import { SimElement } from './sim-element.js';
import { Stage } from './stage.js';
import { rateAfter } from '../model/spec.js';

/** How the runs are told apart, beside their colours. */
const LOOKS = [
  { token: '--run-1', dash: [], marker: 'circle' },
  { token: '--run-2', dash: [7, 4], marker: 'square' },
  { token: '--run-3', dash: [2, 3], marker: 'triangle' },
];

/** Three rates: the same curve and start, three learning rates side by side. */
class DownhillThreeRates extends SimElement {
  /** @param {Object} state what the server says of it @returns {Stage} */
  describe(state) {
    const roots = [...this.querySelectorAll('[data-panel]')];
    const stage = new Stage(this, {
      state,
      panels: roots.map((root, i) => ({
        root,
        spec: state.specs[i],
        tokens: { ball: LOOKS[i].token },
        brief: true,
      })),
      say: tellAll,
    });
    const { messages, numbers } = stage.tools;
    const series = state.specs.map(({ optimizer }, i) => ({ ...LOOKS[i],
      label: messages.text('panel.rate', numbers.rate(optimizer.learningRate)) }));
    this.history = new History(stage, series);
    const challenge = new Challenge(stage);
    const guessing = new Guessing(stage, (guess) => challenge.grade(guess), () =>
      stage.panels.map(({ ride }) => numbers.rate(ride.rate)));
    return stage.add(new Endings(stage)).add(challenge).add(guessing).add(this.history);
  }
}

/** "Step 7: α = 0.03 has loss 13.08; α = 0.1 ended at step 5; …"; aloud only what still steps. */
function tellAll({ panels, tools: { messages, numbers }, outing }, k, { aloud = false } = {}) {
  if (k === 0) {
    return messages.pieces('start.all');
  }
  const gone = ({ ended, journey }) => ended && journey.last.k < k;
  const each = panels.map((panel) => panel.ride).filter((ride) => !(aloud && gone(ride)));
  const told = each.map((ride) => {
    const at = Math.floor(outing.positionOf(ride));
    const rate = numbers.rate(rateAfter(ride.spec, at));
    return gone(ride)
      ? [{ text: messages.text('panel.stopped', rate, numbers.count(at)) }]
      : [messages.about('loss', 'panel.step', rate, numbers.said(ride.journey.step(at).loss))];
  });
  return messages.pieces('step.many', numbers.count(k),
    told.reduce((said, piece) => messages.pieces('panel.join', said, piece)));
}

customElements.define('downhill-three-rates', DownhillThreeRates);
