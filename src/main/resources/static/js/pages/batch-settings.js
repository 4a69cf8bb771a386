import { Flavour } from '../model/flavour.js';
import { isSeed } from '../model/spec.js';
import { keepEnter, part } from '../view/parts.js';

/** What of Three flavours begins all runs anew: the sizes of batches, their order, other rates. */
export class BatchSettings {
  #stage;
  #points;
  #seed;

  /**
   * @param {import('./stage.js').Stage} stage of lanes with a flavour
   * @param {import('../model/points.js').Points} points
   */
  constructor(stage, points) {
    const { element } = stage;
    this.#stage = stage;
    this.#points = points;
    this.#seed = part(element, 'seed');
    keepEnter(this.#seed);
    this.#seed.addEventListener('change', () => this.#setSeed(this.#seed.value));
    part(element, 'shuffle').addEventListener('click', () => this.#shuffle());
    part(element, 'suit').addEventListener('click', () => this.#suit());
  }

  /** Another size of batch for one run. @param {Object} lane @param {string} given */
  setBatch(lane, given) {
    const { messages, numbers } = this.#stage.tools;
    const rows = this.#points.points.length;
    const size = Number(given);
    if (given.trim() === '' || !(Number.isInteger(size) && size >= 1 && size <= rows)) {
      this.#stage.notice(messages.text('batches.size.invalid', numbers.count(rows), given,
        numbers.count(lane.flavour.batch)));
      lane.showBatch();
      return;
    }
    const batch = new Flavour(rows, size).whole ? 'all' : size;
    const at = this.#stage.panels.indexOf(lane);
    this.#begin((spec, i) => (i === at ? { ...spec, batch } : spec), () =>
      messages.text('batches.size.set', lane.name(), lane.cost));
  }

  /** Brings the field of the seed up to date. */
  words() {
    const seed = this.#stage.panels[0].ride.spec.seed ?? 1;
    if (document.activeElement !== this.#seed && Number(this.#seed.value) !== seed) {
      this.#seed.value = String(seed);
    }
  }

  #shuffle() {
    const before = this.#stage.panels[0].ride.spec.seed ?? 1;
    this.#seed.value = String(1 + (before + Math.floor(Math.random() * 9998)) % 9999);
    this.#setSeed(this.#seed.value);
  }

  #setSeed(given) {
    const { messages, numbers } = this.#stage.tools;
    const seed = Number(given);
    if (given.trim() === '' || !isSeed(seed)) {
      const before = this.#stage.panels[0].ride.spec.seed ?? 1;
      this.#stage.notice(messages.text('batches.seed.invalid', given, numbers.count(before)));
      this.#seed.value = String(before);
      return;
    }
    this.#begin((spec) => ({ ...spec, seed }), () =>
      messages.text('batches.shuffled', numbers.count(seed)));
  }

  /** One rate with which each of the runs comes down. */
  #suit() {
    const { messages, numbers } = this.#stage.tools;
    const { learningRate } = this.#points;
    this.#begin((spec) => ({ ...spec, optimizer: { ...spec.optimizer, learningRate } }), () =>
      messages.text('batches.suited', numbers.rate(learningRate)));
  }

  #begin(edit, sentence) {
    const [{ ride }] = this.#stage.panels;
    this.#stage.beginAnew(ride.journey.step(0), '', edit);
    this.#stage.speaker.say(sentence());
  }
}
