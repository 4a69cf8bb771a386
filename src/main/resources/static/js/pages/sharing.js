import { part } from '../view/parts.js';
import { SharePanel } from '../view/share-panel.js';
import { plainly, toShortForm } from '../model/spec.js';

/** The link to what is seen: start, rates and all else that the short form carries. */
export class Sharing {
  #panel;
  #stage;
  #href;

  /**
   * @param {import('./stage.js').Stage} stage
   * @param {string} path of the sim's own page
   */
  constructor(stage, path) {
    this.#stage = stage;
    this.#href = (spec) => {
      const query = toShortForm(spec, stage.panels.map((panel) => panel.ride.rate));
      return new URL(`${path}?${query}`, window.location.href).href;
    };
    this.#panel = new SharePanel(stage.element, {
      messages: stage.tools.messages,
      href: () => this.#href(stage.panels[0].ride.spec),
      whole: () => stage.panels.every((panel) => (panel.ride.spec.changes ?? []).length === 0),
    });
  }

  /** Brings the links up to date. */
  words() {
    this.#panel.render();
    const plain = part(this.#stage.element, 'plain');
    if (plain) {
      plain.href = this.#href(plainly(this.#stage.panels[0].ride.spec));
    }
  }
}
