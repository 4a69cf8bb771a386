import { DrawPanel } from './draw-panel.js';
import { Guessing } from './guessing.js';
import { History } from './history.js';
import { Outcomes } from './outcomes.js';
import { SimElement } from './sim-element.js';
import { Stage } from './stage.js';
import { Watersheds } from './watersheds.js';
import { RestartTeller } from '../describe/restart-teller.js';
import { part } from '../view/parts.js';

/** Restarts: many starts drawn by chance, and the best of their ends. */
class DownhillRestarts extends SimElement {
  /** @param {Object} state what the server says of it @returns {Stage} */
  describe(state) {
    let guessing;
    let teller;
    const restarts = Number(this.querySelector('[name="restarts"]').value);
    const stage = new Stage(this, {
      state,
      Panel: DrawPanel,
      panels: [{ root: this, spec: state.specs[0], restarts,
        ending: (draw) => teller.ending(draw, this.outcomes.p) }],
      say: ({ panels: [{ ride }] }, k) => teller.step(ride.journey.step(k)?.restart, restarts),
      conclude: () => guessing.sentence,
    });
    const { messages, numbers } = stage.tools;
    const [panel] = stage.panels;
    teller = new RestartTeller(messages, numbers);
    stage.more = `&restarts=${restarts}`;
    guessing = new Guessing(stage, ({ steps }) => ({
      right: teller.isRight(steps, this.outcomes.p),
      sentence: teller.guess(steps, this.outcomes.p),
    }));
    this.watersheds = new Watersheds(stage, {
      get drops() {
        return panel.drops(stage.outing.positionOf(panel.ride));
      } });
    this.outcomes = new Outcomes(stage, () => this.watersheds.maps.at(-1));
    this.history = new History(stage,
      [{ label: messages.text('restarts.label'), token: '--loss', head: '--ball' }], {
        steps: restarts,
        label: messages.text('restarts.label'),
        cells: ({ restart }) => restart && teller.row(restart, this.outcomes.p),
        csv: () => `/api/sweep.csv?${panel.ride.query}`,
        inspected: (k, best) => teller.inspected(k, best),
      });
    const seed = part(this, 'seed');
    return stage.add(guessing).add(this.outcomes).add(this.history).add(this.watersheds)
      .add({ words: () => { seed.value = String(panel.ride.spec.seed); } });
  }
}

customElements.define('downhill-restarts', DownhillRestarts);
