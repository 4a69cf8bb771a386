import { Challenge } from './challenge.js';
import { Endings } from './endings.js';
import { Guessing } from './guessing.js';
import { HeatStrip } from './heat-strip.js';
import { History } from './history.js';
import { SimElement } from './sim-element.js';
import { Stage } from './stage.js';
import { tellAll } from './telling.js';
import { LOOKS } from '../view/markers.js';

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
      say: tellAll('start.all'),
    });
    const { messages, numbers } = stage.tools;
    const series = state.specs.map(({ optimizer }, i) => ({ ...LOOKS[i],
      label: messages.text('panel.rate', numbers.rate(optimizer.learningRate)) }));
    this.history = new History(stage, series);
    const challenge = new Challenge(stage);
    const guessing = new Guessing(stage, (guess) => challenge.grade(guess), () =>
      stage.panels.map(({ ride }) => numbers.rate(ride.rate)));
    this.heat = new HeatStrip(stage, series);
    return stage.add(new Endings(stage)).add(challenge).add(guessing).add(this.history)
      .add(this.heat);
  }
}

customElements.define('downhill-three-rates', DownhillThreeRates);
