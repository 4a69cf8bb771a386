import { letterOf, lookOf, Ridges } from '../model/basins.js';
import { toShortForm } from '../model/spec.js';
import { part, write } from '../view/parts.js';

/** Keeps count of the balls dropped so far, each told by where it came to rest. */
export class Tally {
  #stage;
  #dropped = new Map();
  #told = '';
  #spoken = '';

  /** @param {import('./stage.js').Stage} stage */
  constructor(stage) {
    this.#stage = stage;
  }

  /** The drops, each with its start and the look of its valley. */
  get drops() {
    return [...this.#dropped.values()];
  }

  /** Counts a ball whose end has been shown; the same run twice is one. */
  words() {
    const { panels: [{ ride, terrain }], outing, element } = this.#stage;
    if (ride.ended && outing.reached >= ride.journey.last.k) {
      const { minima } = terrain.base;
      const atRest = ['converged', 'stuck'].includes(ride.journey.ending.verdict);
      const valley = new Ridges(terrain.base).valleyAt(ride.journey.last.w[0]);
      const changed = JSON.stringify(ride.spec.changes ?? []);
      this.#dropped.set(toShortForm([ride.spec]) + changed, { w: ride.spec.start[0],
        valley: atRest ? valley : -1, look: lookOf(minima, atRest ? valley : -1) });
      this.#told = this.#sentence(minima);
      write(part(element, 'challenge'), this.#told);
    }
  }

  /** What is to be spoken: the count, where it has become another. */
  aloud() {
    this.words();
    const news = this.#told === this.#spoken ? '' : this.#told;
    this.#spoken = this.#told;
    return news;
  }

  #sentence(minima) {
    const { messages, numbers } = this.#stage.tools;
    const { drops } = this;
    const lowest = drops.filter((drop) => drop.look === 'lowest').length;
    const each = minima.map((_, valley) => valley)
      .filter((valley) => drops.some((drop) => drop.valley === valley))
      .map((valley) => messages.text('tally.valley', letterOf(valley),
        numbers.count(drops.filter((drop) => drop.valley === valley).length)));
    return [messages.text(drops.length === 1 ? 'tally.one' : 'tally.many',
      numbers.count(drops.length), each.join(', ') || messages.text('tally.nowhere')),
    messages.text(lowest > 0 ? 'tally.done' : 'tally.task')].join(' ');
  }
}
