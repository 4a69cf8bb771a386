import { CurveView } from './curve-view.js';
import { Drawing } from './drawing.js';
import { FormulaField } from './formula-field.js';
import { Guessing } from './guessing.js';
import { History } from './history.js';
import { Lane } from './lane.js';
import { MapView } from './map-view.js';
import { Programs } from './programs.js';
import { SimElement } from './sim-element.js';
import { Stage } from './stage.js';
import { Standings } from './standings.js';
import { tellAll } from './telling.js';
import { Terrain } from './terrain.js';
import { CurveGround } from '../model/curve-ground.js';
import { Surface } from '../model/surface.js';
import { LOOKS } from '../view/markers.js';

/** Playground: any ground, and up to six runs on it, each with a rule and a schedule of its own. */
class DownhillPlayground extends SimElement {
  /** @param {Object} state what the server says of it @returns {Stage} */
  describe(state) {
    const flat = state.specs[0].start.length === 1;
    const terrain = flat && new Terrain(state.landscape, state.specs[0], () => {
      this.view.showGround();
      this.stage.refresh();
    });
    const surface = flat ? new CurveGround(terrain.base) : new Surface(state.landscape);
    const roots = [...this.querySelectorAll('[data-panel]')];
    const verdicts = this.querySelectorAll('[data-part="verdict"]');
    const stage = new Stage(this, {
      state,
      Panel: Lane,
      panels: roots.map((root, i) => ({ root, spec: state.specs[i], surface,
        title: root.dataset.title, verdict: verdicts[i] })),
      say: tellAll('playground.start', 'race.over'),
    });
    const looks = LOOKS.slice(0, roots.length);
    this.view = flat ? new CurveView(stage, terrain, looks) : new MapView(stage, surface, looks);
    this.history = new History(stage, looks.map((look, i) => ({ ...look,
      label: roots[i].dataset.title })), { view: 'log' });
    const standings = new Standings(stage, surface.minima);
    stage.add(this.view).add(standings).add(this.history).add(new Programs(stage));
    if (roots.length > 1) {
      stage.add(new Guessing(stage, (guess) => standings.grade(guess)));
    }
    this.formula = new FormulaField(this, stage.tools);
    this.drawing = new Drawing(this, stage.tools);
    return stage;
  }
}

customElements.define('downhill-playground', DownhillPlayground);
