import { part } from '../view/parts.js';
import { SharePanel } from '../view/share-panel.js';
import { plainly, toShortForm, withRate } from '../model/spec.js';
import { inTongueAsked } from '../transport/tongue.js';

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
    this.#href = (change = (spec) => spec) => {
      const specs = stage.panels.map(({ ride }) => change(withRate(ride.spec, 0, ride.rate)));
      const query = toShortForm(specs, stage.state.always) + stage.more;
      return new URL(inTongueAsked(`${path}?${query}`), window.location.href).href;
    };
    stage.announcing.address = () => this.#href();
    this.#panel = new SharePanel(stage.element, {
      href: () => this.#href(),
      whole: () => stage.panels.every((panel) => (panel.ride.spec.changes ?? []).length === 0),
    });
  }

  /** Brings the links up to date. */
  words() {
    this.#panel.render();
    const picture = part(this.#stage.element, 'svg');
    if (picture) {
      picture.href = `/playground.svg${new URL(this.#href()).search}`;
    }
    const plain = part(this.#stage.element, 'plain');
    if (plain) {
      plain.href = this.#href(plainly);
    }
  }
}
