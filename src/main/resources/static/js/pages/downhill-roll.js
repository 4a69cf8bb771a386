import { Choosing } from './choosing.js';
import { Guessing } from './guessing.js';
import { History } from './history.js';
import { Sharing } from './sharing.js';
import { Stage } from './stage.js';
import { part } from '../view/parts.js';

/** Roll: one ball, one curve, the loop of the lessons. */
class DownhillRoll extends HTMLElement {
  connectedCallback() {
    if (!this.stage) {
      this.#bringToLife();
    }
    this.stage.enter();
  }

  disconnectedCallback() {
    this.stage?.leave();
  }

  #bringToLife() {
    const state = JSON.parse(part(this, 'state').textContent);
    let guessing;
    this.stage = new Stage(this, {
      state,
      panels: [{ root: this, spec: state.spec }],
      say: ({ tools, panels }, k) => tools.teller.sentenceAndRemark(panels[0].ride.journey, k),
      conclude: (_, panel) => guessing.graded(panel.ride),
    });
    guessing = new Guessing(this, this.stage.tools);
    const label = this.stage.tools.messages.text('chart.label');
    this.history = new History(this.stage, [{ label, token: '--loss', head: '--ball' }]);
    this.stage.add(guessing)
      .add(this.history)
      .add(new Sharing(this.stage, '/sims/roll'))
      .refresh();
    this.choosing = new Choosing(this);
    this.dataset.live = '';
  }
}

customElements.define('downhill-roll', DownhillRoll);
