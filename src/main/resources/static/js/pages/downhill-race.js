import { Guessing } from './guessing.js';
import { History } from './history.js';
import { Lane } from './lane.js';
import { MapView } from './map-view.js';
import { SimElement } from './sim-element.js';
import { Stage } from './stage.js';
import { Standings } from './standings.js';
import { tellAll } from './telling.js';
import { Surface } from '../model/surface.js';
import { LOOKS } from '../view/markers.js';

/** Race: several rules from one start over one map, each at its own rate, with equal budgets. */
class DownhillRace extends SimElement {
  /** @param {Object} state what the server says of it @returns {Stage} */
  describe(state) {
    const surface = new Surface(state.landscape);
    const roots = [...this.querySelectorAll('[data-panel]')];
    const verdicts = this.querySelectorAll('[data-part="verdict"]');
    const stage = new Stage(this, {
      state,
      Panel: Lane,
      panels: roots.map((root, i) => ({ root, spec: state.specs[i], surface,
        title: root.dataset.title, verdict: verdicts[i] })),
      say: tellAll('race.start', 'race.over'),
    });
    const looks = LOOKS.slice(0, roots.length);
    this.view = new MapView(stage, surface, looks);
    this.history = new History(stage, looks.map((look, i) => ({ ...look,
      label: roots[i].dataset.title })), { view: 'log' });
    const standings = new Standings(stage, surface.minima);
    const guessing = new Guessing(stage, (guess) => standings.grade(guess));
    return stage.add(this.view).add(standings).add(guessing).add(this.history);
  }
}

customElements.define('downhill-race', DownhillRace);
