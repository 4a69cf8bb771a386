import { Guessing } from './guessing.js';
import { History } from './history.js';
import { SimElement } from './sim-element.js';
import { Stage } from './stage.js';
import { grade, isRight } from '../model/prediction.js';
import { seen } from '../model/sign.js';

/** Arithmetic: the one line of maths, with the numbers of each step, downhill or up. */
class DownhillArithmetic extends SimElement {
  /** @param {Object} state what the server says of it @returns {Stage} */
  describe({ uphill, ...state }) {
    const spec = { ...state.specs[0], ...(uphill ? { uphill } : {}) };
    const turned = (steps) => steps.map((step) => seen(spec, step));
    let guessing;
    const stage = new Stage(this, {
      state: { ...state, steps: turned(state.steps), coming: turned(state.coming) },
      panels: [{ root: this, spec, tellEnding: (ending, ride) => this.#told(ending, ride) }],
      say: ({ tools, panels }, k) => tools.teller.sentenceAndRemark(panels[0].ride.journey, k),
      conclude: () => guessing.sentence,
    });
    const [{ ride }] = stage.panels;
    guessing = new Guessing(stage, (guess) => {
      const graded = this.#grade(guess, ride);
      return { right: isRight(graded), sentence: stage.tools.endings.guess(graded, guess) };
    });
    const label = stage.tools.messages.text('chart.label');
    this.history = new History(stage, [{ label, token: '--loss', head: '--ball' }]);
    return stage.add(guessing).add(this.history);
  }

  /** The engine's own words are of a way down; these are of the way up. */
  #told(ending, { spec, journey }) {
    if (!spec.uphill) {
      return ending;
    }
    const { messages, numbers } = this.stage.tools;
    const flat = ['converged', 'stuck'].includes(ending.verdict);
    const [w] = journey.last.w;
    const away = w < spec.uphill.domain[0] || w > spec.uphill.domain[1];
    const key = flat ? 'uphill.flat' : away ? 'uphill.away' : 'uphill.on';
    return { ...ending, message: messages.text(key,
      numbers.said(journey.step(0).loss), numbers.said(journey.last.loss)) };
  }

  /** Who settles by climbing did not roll to the bottom. */
  #grade(guess, { spec, journey }) {
    const graded = grade(guess, journey);
    const did = spec.uphill && graded.did === 'rolls' ? 'climbs' : graded.did;
    return { ...graded, did, right: guess.what === null ? null : guess.what === did };
  }
}

customElements.define('downhill-arithmetic', DownhillArithmetic);
