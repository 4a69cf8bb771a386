import { BatchSettings } from './batch-settings.js';
import { FlavourLane, nameAmong } from './flavour-lane.js';
import { Guessing } from './guessing.js';
import { History } from './history.js';
import { MapView } from './map-view.js';
import { OwnData } from './own-data.js';
import { PassAxis } from './pass-axis.js';
import { Passed } from './passed.js';
import { PointsView } from './points-view.js';
import { SimElement } from './sim-element.js';
import { Stage } from './stage.js';
import { tellAll } from './telling.js';
import { Points } from '../model/points.js';
import { Surface } from '../model/surface.js';
import { LOOKS } from '../view/markers.js';

/** Three flavours: one line fitted to the same data, by looking at more or less of it at a time. */
class DownhillBatches extends SimElement {
  /** @param {Object} state what the server says of it @returns {Stage} */
  describe(state) {
    const surface = new Surface(state.landscape);
    const points = new Points(state.data);
    const roots = [...this.querySelectorAll('[data-panel]')];
    const verdicts = this.querySelectorAll('[data-part="verdict"]');
    const looks = LOOKS.slice(0, roots.length);
    let settings;
    const stage = new Stage(this, {
      state,
      Panel: FlavourLane,
      panels: roots.map((root, i) => ({ root, spec: state.specs[i], surface, points,
        verdict: verdicts[i], nameOf: (lane) => nameAmong(lane, stage.panels, stage.tools.messages),
        onBatch: (lane, given) => settings.setBatch(lane, given) })),
      say: tellAll('batches.start', 'batches.over'),
    });
    settings = new BatchSettings(stage, points);
    this.view = new MapView(stage, surface, looks, 'line');
    const data = new OwnData(stage, { surface, points, onGround: () => this.view.showGround() });
    this.points = new PointsView(stage, points, looks, data.on);
    data.handle(this.points);
    const passed = new Passed(stage, surface, points);
    const guessing = new Guessing(stage, (guess) => passed.grade(guess),
      () => stage.panels.map((panel) => panel.name()), () => passed.decided);
    this.history = new History(stage, looks.map((look) => ({ ...look, label: '' })),
      { view: 'log' });
    return stage.add(this.view).add(this.points).add(passed).add(guessing).add(settings)
      .add(new PassAxis(stage, this.history, points)).add(this.history);
  }
}

customElements.define('downhill-batches', DownhillBatches);
