import { Guessing } from './guessing.js';
import { MapView } from './map-view.js';
import { race } from './racing.js';
import { SimElement } from './sim-element.js';
import { Surface } from '../model/surface.js';

/** Race: several rules from one start over one map, each at its own rate, with equal budgets. */
class DownhillRace extends SimElement {
  /** @param {Object} state what the server says of it @returns {import('./stage.js').Stage} */
  describe(state) {
    const surface = new Surface(state.landscape);
    const { stage, looks, history, standings } = race(this,
      { state, surface, start: 'race.start' });
    this.view = new MapView(stage, surface, looks);
    this.history = history;
    const guessing = new Guessing(stage, (guess) => standings.grade(guess));
    return stage.add(this.view).add(standings).add(guessing).add(history);
  }
}

customElements.define('downhill-race', DownhillRace);
