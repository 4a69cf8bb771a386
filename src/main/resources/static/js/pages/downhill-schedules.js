import { Endings } from './endings.js';
import { Guessing } from './guessing.js';
import { History } from './history.js';
import { RateStrip } from './rate-strip.js';
import { Settling } from './settling.js';
import { SimElement } from './sim-element.js';
import { Stage } from './stage.js';
import { tellAll } from './telling.js';
import { LOOKS } from '../view/markers.js';

/** Schedules: one noisy slope, and learning rates that change in ways of their own. */
class DownhillSchedules extends SimElement {
  /** @param {Object} state what the server says of it @returns {Stage} */
  describe(state) {
    const roots = [...this.querySelectorAll('[data-panel]')];
    const names = roots.map((root) =>
      root.querySelector('[name="schedule"]').selectedOptions[0].textContent);
    const stage = new Stage(this, {
      state,
      panels: roots.map((root, i) => ({ root, spec: state.specs[i], title: names[i],
        brief: true, tokens: { ball: LOOKS[i].token } })),
      say: tellAll('schedules.start'),
    });
    const steps = Math.max(...state.specs.map((spec) => spec.steps));
    const series = names.map((label, i) => ({ ...LOOKS[i], label }));
    const settling = new Settling(stage);
    this.history = new History(stage, series, { view: 'log', steps });
    this.strip = new RateStrip(stage, series, steps);
    return stage.add(new Endings(stage)).add(settling)
      .add(new Guessing(stage, (guess) => settling.grade(guess)))
      .add(this.history).add(this.strip);
  }
}

customElements.define('downhill-schedules', DownhillSchedules);
