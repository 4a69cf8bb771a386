import { FogPanel } from './fog-panel.js';
import { Guessing } from './guessing.js';
import { History } from './history.js';
import { SimElement } from './sim-element.js';
import { Stage } from './stage.js';
import { plainly } from '../model/spec.js';
import { LOOKS } from '../view/markers.js';
import { mark, part } from '../view/parts.js';

/** After so many steps of one's own the slope may decide. */
const OWN_STEPS = 3;

/** Fog: the way down by what is felt underfoot, and then beside gradient descent's. */
class DownhillFog extends SimElement {
  /** @param {Object} state what the server says of it @returns {Stage} */
  describe(state) {
    let guessing;
    const stage = new Stage(this, {
      state,
      panels: [{ root: this, spec: plainly(state.specs[0]) }],
      Panel: FogPanel,
      say: ({ panels: [panel], tools }, k) => (k === OWN_STEPS && panel.ride.steered
        ? [...panel.say(k), { text: ' ' }, ...tools.messages.pieces('walk.offer')] : panel.say(k)),
      conclude: () => guessing.sentence,
    });
    const [panel] = stage.panels;
    const { messages } = stage.tools;
    guessing = new Guessing(stage, (guess) => panel.grade(guess));
    this.history = new History(stage, [
      { ...LOOKS[0], label: messages.text('walk.you') },
      { ...LOOKS[3], label: messages.text('walk.descent') },
    ], { beside: () => panel.descent.map(({ loss }) => loss) });
    this.#listen(stage, panel);
    return stage.add(guessing).add(this.history)
      .add({ words: (k) => this.#write(stage, panel, k) });
  }

  #offered = false;

  #listen(stage, panel) {
    const ends = { here: 'here', 'give-up': 'up' };
    Object.entries(ends).forEach(([name, why]) => {
      const button = part(this, name);
      button.addEventListener('click', () => this.#end(stage, panel, why));
      button.removeAttribute('disabled');
    });
  }

  async #end(stage, panel, why) {
    const { outing, speaker } = stage;
    outing.player.pause();
    const k = Math.min(outing.player.settledK, panel.ride.journey.last.k);
    await panel.end(why, k);
    if (k === 0 && panel.ride.ended) {
      speaker.say(panel.ride.journey.ending.message);
    }
  }

  /** What may be pressed now; and the end, once the steps are used up. */
  #write(stage, panel, k) {
    const { ride } = panel;
    const over = ride.ended ? 'true' : null;
    ['here', 'give-up'].forEach((name) => mark(part(this, name), 'aria-disabled', over));
    mark(this.querySelector('form'), 'data-by-slope', ride.bySlope ? '' : null);
    this.#offered ||= stage.outing.reached >= OWN_STEPS;
    mark(part(this, 'hint'), 'data-open', this.#offered && !ride.ended ? '' : null);
    if (!ride.ended && ride.left(k) <= 0 && stage.outing.player.settledK === k) {
      this.#end(stage, panel, 'budget');
    }
  }
}

customElements.define('downhill-fog', DownhillFog);
