import { landing } from '../model/update.js';
import { firstSteps } from '../transport/api.js';

/** What is dragged is asked about once it has stood still so long, in milliseconds. */
const STILL = 180;

/**
 * Sees to it that the coming step is known while a ball rests, so that its arrow can be drawn: a
 * rule that remembers, a schedule or noise leaves it to the engine alone. Before the first step it
 * is asked without a connection.
 */
export class Foresight {
  #stage;
  #asked = new WeakMap();

  /** @param {import('./stage.js').Stage} stage whose state has each run's coming step */
  constructor(stage) {
    this.#stage = stage;
    stage.panels.forEach(({ ride }, i) => this.#take(ride, [stage.state.coming?.[i]]));
  }

  /** Asks where it has to. @param {number} k @param {boolean} rolling */
  words(k, rolling) {
    if (!rolling) {
      this.#stage.panels.map((panel) => panel.ride).filter((ride) => isBlind(ride, k))
        .forEach((ride) => this.#ask(ride, k));
    }
  }

  /** Once for each step of a spec: what was refused is not asked again and again. */
  #ask(ride, k) {
    const { spec } = ride;
    const asked = this.#asked.get(ride);
    if (asked?.spec === spec && asked.k === k) {
      return;
    }
    if (k === 0) {
      this.#asked.set(ride, { spec, k });
      setTimeout(() => ride.spec === spec && isBlind(ride, k) && this.#askFirst(ride), STILL);
    } else if (ride.pending === 0) {
      ride.want(1);
      if (ride.pending > 0) {
        this.#asked.set(ride, { spec, k });
      }
    }
  }

  async #askFirst(ride) {
    const { spec } = ride;
    const steps = await firstSteps(spec).catch(() => []);
    if (ride.spec === spec && isBlind(ride, 0) && steps.length > 0) {
      ride.journey.confirm(steps[0]);
      this.#take(ride, steps.slice(1));
      this.#stage.refresh();
    }
  }

  #take(ride, steps) {
    if (isBlind(ride, 0)) {
      ride.journey.append(steps.filter(Boolean));
    }
  }
}

function isBlind({ ended, arrivesWhole, journey, spec }, k) {
  return !ended && !arrivesWhole && journey.last.k <= k && landing(spec, journey.last) === null;
}
