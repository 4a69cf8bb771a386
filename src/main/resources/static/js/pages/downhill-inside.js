import { Guessing } from './guessing.js';
import { History } from './history.js';
import { ARROW_TOKENS, InsidePanel } from './inside-panel.js';
import { MapView } from './map-view.js';
import { MemoryStrip } from './memory-strip.js';
import { SimElement } from './sim-element.js';
import { Stage } from './stage.js';
import { Stretching } from './stretching.js';
import { Task } from './task.js';
import { InsideTeller } from '../describe/inside-teller.js';
import { RuleBook } from '../model/rule-book.js';
import { Surface } from '../model/surface.js';
import { part } from '../view/parts.js';

/** Inside the optimizer: what it feels, what it remembers, and the step that it makes of both. */
class DownhillInside extends SimElement {
  /** @param {Object} state what the server says of it @returns {Stage} */
  describe(state) {
    const surface = new Surface(state.landscape);
    this.book = new RuleBook(state.rule);
    const { book } = this;
    let teller;
    const stage = new Stage(this, {
      state,
      Panel: InsidePanel,
      panels: [{ root: this, spec: state.specs[0], surface, book, title: this.dataset.title,
        verdict: part(this, 'verdict') }],
      say: ({ panels: [{ ride }] }, k) => teller.sentence(ride.journey, k),
    });
    teller = new InsideTeller(stage.tools, book);
    this.view = new MapView(stage, surface, [{ token: '--ball', edge: '--ball-edge', dash: [],
      marker: 'circle', arrows: ARROW_TOKENS }]);
    this.history = new History(stage, [{ label: stage.tools.messages.text('chart.label'),
      token: '--loss', head: '--ball' }], { view: 'log' });
    const stretching = new Stretching(stage);
    stage.add(this.view).add(this.history)
      .add(new Guessing(stage, (guess) => stretching.grade(guess), undefined,
        () => stretching.decided))
      .add(new Task(stage));
    if (part(this, 'memory-strip')) {
      this.memory = new MemoryStrip(stage, book.remembers[0]);
      stage.add(this.memory);
    }
    return stage;
  }
}

customElements.define('downhill-inside', DownhillInside);
