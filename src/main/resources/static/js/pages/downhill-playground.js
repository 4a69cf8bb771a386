import { CurveView } from './curve-view.js';
import { Drawing } from './drawing.js';
import { FormulaField } from './formula-field.js';
import { Guessing } from './guessing.js';
import { MapView } from './map-view.js';
import { Programs } from './programs.js';
import { race } from './racing.js';
import { SimElement } from './sim-element.js';
import { Terrain } from './terrain.js';
import { CurveGround } from '../model/curve-ground.js';
import { Surface } from '../model/surface.js';

/** Playground: any ground, and up to six runs on it, each with a rule and a schedule of its own. */
class DownhillPlayground extends SimElement {
  /** @param {Object} state what the server says of it @returns {import('./stage.js').Stage} */
  describe(state) {
    const flat = state.specs[0].start.length === 1;
    const terrain = flat && new Terrain(state.landscape, state.specs[0], () => {
      this.view.showGround();
      this.stage.refresh();
    });
    const surface = flat ? new CurveGround(terrain) : new Surface(state.landscape);
    const { stage, looks, history, standings } = race(this,
      { state, surface, start: 'playground.start' });
    this.view = flat ? new CurveView(stage, terrain, looks) : new MapView(stage, surface, looks);
    this.history = history;
    stage.add(this.view).add(standings).add(history).add(new Programs(stage));
    if (looks.length > 1) {
      stage.add(new Guessing(stage, (guess) => standings.grade(guess)));
    }
    this.formula = new FormulaField(this, stage.tools);
    this.drawing = new Drawing(this, stage.tools);
    return stage;
  }
}

customElements.define('downhill-playground', DownhillPlayground);
