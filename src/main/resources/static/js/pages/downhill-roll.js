import { Guessing } from './guessing.js';
import { History } from './history.js';
import { SimElement } from './sim-element.js';
import { Stage } from './stage.js';
import { Task } from './task.js';
import { grade, isRight } from '../model/prediction.js';

/** Roll: one ball, one curve, the loop of the lessons. */
class DownhillRoll extends SimElement {
  /** @param {Object} state what the server says of it @returns {Stage} */
  describe(state) {
    let guessing;
    const stage = new Stage(this, {
      state,
      panels: [{ root: this, spec: state.specs[0] }],
      say: ({ tools, panels }, k) => tools.teller.sentenceAndRemark(panels[0].ride.journey, k),
      conclude: () => guessing.sentence,
    });
    const [{ ride }] = stage.panels;
    guessing = new Guessing(stage, (guess) => {
      const graded = grade(guess, ride.journey);
      return { right: isRight(graded), sentence: stage.tools.endings.guess(graded, guess) };
    });
    const label = stage.tools.messages.text('chart.label');
    this.history = new History(stage, [{ label, token: '--loss', head: '--ball' }]);
    return stage.add(guessing).add(new Task(stage)).add(this.history);
  }
}

customElements.define('downhill-roll', DownhillRoll);
