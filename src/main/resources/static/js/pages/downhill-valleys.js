import { Guessing } from './guessing.js';
import { History } from './history.js';
import { SimElement } from './sim-element.js';
import { Stage } from './stage.js';
import { Tally } from './tally.js';
import { Watersheds } from './watersheds.js';
import { gradeValley, isRight } from '../model/prediction.js';

/** Valleys: drop a ball anywhere, and see which valley it finds. */
class DownhillValleys extends SimElement {
  /** @param {Object} state what the server says of it @returns {Stage} */
  describe(state) {
    let guessing;
    const stage = new Stage(this, {
      state,
      panels: [{ root: this, spec: state.specs[0], anywhere: true }],
      say: ({ tools, panels }, k) => tools.teller.sentenceAndRemark(panels[0].ride.journey, k),
      conclude: () => guessing.sentence,
    });
    const [{ ride }] = stage.panels;
    guessing = new Guessing(stage, (guess) => {
      const graded = gradeValley(guess, ride.journey);
      return { right: isRight(graded), sentence: stage.tools.endings.guess(graded, guess) };
    });
    const label = stage.tools.messages.text('chart.label');
    this.history = new History(stage, [{ label, token: '--loss', head: '--ball' }]);
    this.tally = new Tally(stage);
    this.watersheds = new Watersheds(stage, this.tally);
    return stage.add(guessing).add(this.history).add(this.tally).add(this.watersheds);
  }
}

customElements.define('downhill-valleys', DownhillValleys);
