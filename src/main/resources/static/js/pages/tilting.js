import { wayDown } from '../describe/map-teller.js';
import { mark, part } from '../view/parts.js';
import { TiltedMap } from '../view/tilted-map.js';
import { Turner } from '../view/turner.js';

/**
 * The switch of a map: the same surface seen aslant. The view of this page alone: no link carries
 * it, since a link is to a run. What draws it is asked for when it is first wanted.
 */
export class Tilting {
  /** What draws while it is tilted; null while it is not. */
  map = null;
  #stage;
  #looks;
  #surface;
  #names;
  #onTilt;
  #button;
  #element;
  #turner;
  #tilted = null;
  #failed = false;

  /**
   * @param {import('./stage.js').Stage} stage
   * @param {{ looks: Object[], surface: import('../model/surface.js').Surface, names: Object,
   *     onTilt: function(): void }} options `names` see `TiltedMap.setSurface`; `onTilt` is told
   *     that it was tilted or laid flat, or could not be
   */
  constructor(stage, { looks, surface, names, onTilt }) {
    const { element } = stage;
    this.#stage = stage;
    this.#looks = looks;
    this.#surface = surface;
    this.#names = names;
    this.#onTilt = onTilt;
    this.#button = part(element, 'tilt');
    this.#element = part(element, 'map-turner');
    this.#button?.addEventListener('click', () => this.#switch());
  }

  /** What there is to say where the map is read otherwise; '' where it can be. */
  get words() {
    const { messages } = this.#stage.tools;
    return this.map ? messages.text('tilt.hint')
      : this.#failed ? messages.text('tilt.failed') : '';
  }

  /** Shows the surface as it is now. */
  showGround() {
    this.#tilted?.setSurface(this.#surface, this.#names);
  }

  async #switch() {
    const wanted = this.#button.getAttribute('aria-pressed') !== 'true';
    mark(this.#button, 'aria-pressed', String(wanted));
    this.#failed = false;
    if (wanted && !this.#tilted) {
      try {
        this.#begin(await import('../vendor/d3-3d.js'));
      } catch {
        this.#failed = true;
        mark(this.#button, 'aria-pressed', 'false');
        this.#stage.speaker.say(this.words);
      }
    }
    this.#show(this.#button.getAttribute('aria-pressed') === 'true');
  }

  #begin(shapes) {
    if (this.#tilted) {
      return;
    }
    const tilted = new TiltedMap(part(this.#stage.element, 'picture'), this.#looks, shapes);
    this.#turner = new Turner(this.#element, {
      say: (view) => this.#seen(view),
      on: () => tilted.look(this.#turner.view),
    });
    tilted.look(this.#turner.view);
    this.#tilted = tilted;
    this.showGround();
  }

  #show(tilted) {
    this.map = tilted ? this.#tilted : null;
    this.#element.hidden = !tilted;
    mark(part(this.#stage.element, 'picture'), 'data-tilted', tilted ? '' : null);
    this.#onTilt();
  }

  /** "Turned by 30°, seen from the lower right of the map and 45° above the ground." */
  #seen({ turn, rise }) {
    const { messages, numbers } = this.#stage.tools;
    const radians = turn * Math.PI / 180;
    const way = wayDown([Math.sin(radians), Math.cos(radians)]);
    return messages.text('tilt.seen', messages.text(`tilt.from.${way}`),
      numbers.count(Math.round(turn)), numbers.count(Math.round(rise)));
  }
}
