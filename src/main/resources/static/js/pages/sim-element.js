import { Choosing } from './choosing.js';
import { Foresight } from './foresight.js';
import { Sharing } from './sharing.js';
import { onceSeen } from '../view/first-sight.js';
import { part } from '../view/parts.js';

/**
 * A sim on a page: brought to life once from what the server rendered, and let go of while it is
 * not on the page. A sim describes itself by `describe`.
 */
export class SimElement extends HTMLElement {
  connectedCallback() {
    this.choosing ??= new Choosing(this);
    onceSeen(() => this.isConnected && this.#enter());
  }

  disconnectedCallback() {
    this.stage?.leave();
  }

  #enter() {
    if (!this.stage) {
      const state = JSON.parse(part(this, 'state').textContent);
      this.stage = this.describe(state);
      this.stage.add(new Foresight(this.stage))
        .add(new Sharing(this.stage, state.path)).refresh();
      this.dataset.live = '';
      this.stage.announcing.say('ready');
    }
    this.stage.enter();
  }
}
