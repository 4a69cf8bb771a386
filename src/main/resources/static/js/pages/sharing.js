import { SharePanel } from '../view/share-panel.js';
import { toShortForm } from '../model/spec.js';

/** The link to what is seen: start, rates and all else that the short form carries. */
export class Sharing {
  #panel;

  /**
   * @param {import('./stage.js').Stage} stage
   * @param {string} path of the sim's own page
   */
  constructor(stage, path) {
    this.#panel = new SharePanel(stage.element, {
      messages: stage.tools.messages,
      href: () => {
        const rides = stage.panels.map((panel) => panel.ride);
        const query = toShortForm(rides[0].spec, rides.map((ride) => ride.rate));
        return new URL(`${path}?${query}`, window.location.href).href;
      },
      whole: () => stage.panels.every((panel) => (panel.ride.spec.changes ?? []).length === 0),
    });
  }

  /** Brings the link up to date. */
  words() {
    this.#panel.render();
  }
}
