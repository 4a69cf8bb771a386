/** What is announced, in the order in which it happens. */
export const EVENTS = ['ready', 'predicted', 'stepped', 'ended', 'answered'];

/** The least time between two steps that are announced while things roll, in milliseconds. */
const STEPS_EVERY = 250;

/**
 * What happens on a stage, as DOM events on its element for whoever listens: `downhill:` and one of
 * `EVENTS`, with plain data as its detail.
 */
export class Announcing {
  /** A link to what is seen. */
  address = () => window.location.href;
  #stage;
  #clock;
  #k = 0;
  #at = -Infinity;
  #ended = new Set();

  /**
   * @param {import('./stage.js').Stage} stage
   * @param {function(): number} [clock] in milliseconds
   */
  constructor(stage, clock = () => performance.now()) {
    this.#stage = stage;
    this.#clock = clock;
  }

  /** What each event says: which sim it is, and a link to what is seen. */
  get about() {
    return { sim: this.#stage.element.localName.replace('downhill-', ''),
      address: this.address() };
  }

  /**
   * @param {string} name of what happened, one of `EVENTS`
   * @param {Object} [detail] plain data about it
   */
  say(name, detail = {}) {
    this.#stage.element.dispatchEvent(new CustomEvent(`downhill:${name}`,
      { bubbles: true, detail: { ...this.about, ...detail } }));
  }

  /** Tells of steps, and of runs that have ended. @param {number} k @param {boolean} rolling */
  words(k, rolling) {
    const { outing, panels } = this.#stage;
    this.#k = Math.min(this.#k, outing.reached);
    const ended = panels.filter(({ ride }) => this.#isAtItsEnd(ride));
    const late = !rolling || this.#clock() - this.#at >= STEPS_EVERY;
    if (outing.reached > this.#k && (late || ended.length > 0)) {
      this.#k = outing.reached;
      this.#at = this.#clock();
      this.say('stepped', { k: this.#k, runs: panels.map(({ ride }) => this.#stepOf(ride)) });
    }
    this.#ended = new Set([...this.#ended].filter((ride) => ride.ended));
    ended.forEach(({ ride }) => this.#end(ride, panels.findIndex((panel) => panel.ride === ride)));
  }

  /** All begins anew. */
  restart() {
    this.#k = 0;
    this.#at = -Infinity;
    this.#ended.clear();
  }

  #end(ride, run) {
    this.#ended.add(ride);
    const { verdict, message } = ride.journey.ending;
    this.say('ended', { run, runs: this.#stage.panels.length, verdict, message,
      ...this.#stepOf(ride) });
  }

  #isAtItsEnd(ride) {
    return ride.ended && !this.#ended.has(ride)
      && this.#stage.outing.positionOf(ride) >= ride.journey.last.k;
  }

  /** Where a run is: the step, and its loss, which is null where it is not known. */
  #stepOf({ journey }) {
    const { k, loss } = journey.step(Math.min(this.#stage.outing.reached, journey.last.k));
    return { k, loss: Number.isFinite(loss) ? loss : null };
  }
}
