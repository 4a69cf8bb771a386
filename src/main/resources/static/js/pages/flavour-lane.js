import { Flavour, noiseOf } from '../model/flavour.js';
import { formOf } from '../model/update.js';
import { keepEnter, mark, part, write } from '../view/parts.js';
import { Lane } from './lane.js';

/** A run that looks at so many rows before each step: what it costs, and how noisy it is. */
export class FlavourLane extends Lane {
  #points;
  #names;
  #size;

  /**
   * @param {HTMLElement} root
   * @param {Object} options as a `Lane` has them, the `points` that all fit, `nameOf` which gives a
   *     lane's name among the others, and `onBatch` told of another size
   */
  constructor(root, options) {
    super(root, options);
    this.#points = options.points;
    this.#names = options.nameOf;
    this.#size = part(root, 'batch');
    keepEnter(this.#size);
    this.#size.addEventListener('change', () => options.onBatch(this, this.#size.value));
  }

  /** How much it looks at. */
  get flavour() {
    return new Flavour(this.#points.points.length, this.ride.spec.batch ?? 'all');
  }

  /** What it is called, whatever the others are. */
  get kind() {
    const { messages, numbers } = this.tools;
    const { whole, batch } = this.flavour;
    return whole ? messages.text('flavour.batch') : batch === 1
      ? messages.text('flavour.stochastic') : messages.text('flavour.mini', numbers.count(batch));
  }

  /** What its run is called now, unlike any other. */
  name() {
    return this.#names(this);
  }

  /** What an update costs, in words. */
  get cost() {
    const { messages, numbers } = this.tools;
    const { rows, batch, updates, rest, whole } = this.flavour;
    const [all, size, count, left] = [rows, batch, updates, rest].map((n) => numbers.count(n));
    return whole ? messages.text('flavour.cost.all', all)
      : rest > 0 ? messages.counted('flavour.cost.rest', rest, size, count, left)
        : batch === 1 ? messages.text('flavour.cost.one', count)
          : messages.text('flavour.cost.even', size, count);
  }

  /** Writes what the numbers are at step k. */
  write(k) {
    super.write(k);
    const { rows, batch } = this.flavour;
    mark(this.#size, 'max', String(rows));
    if (Number(this.#size.value) !== batch && document.activeElement !== this.#size) {
      this.#size.value = String(batch);
    }
    write(part(this.root, 'title'), this.name());
    mark(part(this.root, 'lane-head'), 'aria-label', this.name());
    write(part(this.root, 'cost'), this.cost);
    write(part(this.root, 'score'), k === 0 ? this.tools.messages.text('flavour.ready')
      : [this.#progress(k), this.#noise(k)].filter(Boolean).join(' '));
  }

  /** The size in the field is another again. */
  showBatch() {
    this.#size.value = String(this.flavour.batch);
  }

  #progress(k) {
    const { messages, numbers } = this.tools;
    const { flavour } = this;
    const { updates, rest } = flavour;
    const update = (k - 1) % updates + 1;
    const said = [Math.floor((k - 1) / updates) + 1, update, updates, flavour.examplesAt(k), rest]
      .map((n) => numbers.count(n));
    return rest > 0 && update === updates ? messages.counted('flavour.on.rest', rest, ...said)
      : messages.counted('flavour.on', flavour.examplesAt(k), ...said);
  }

  #noise(k) {
    const { messages, numbers } = this.tools;
    const { journey, spec } = this.ride;
    if (formOf(spec) !== 'plain' || spec.noise) {
      return '';
    }
    const noise = this.flavour.whole ? 0 : noiseOf(journey, Math.min(k, journey.last.k));
    return !Number.isFinite(noise) ? ''
      : noise === 0 ? messages.text('flavour.noise.none')
        : messages.text('flavour.noise', numbers.percent(noise));
  }
}

/**
 * Tells lanes of the same kind apart.
 * @param {FlavourLane} lane
 * @param {FlavourLane[]} lanes all of them
 * @param {import('../describe/messages.js').Messages} messages
 */
export function nameAmong(lane, lanes, messages) {
  const same = lanes.filter((each) => each.kind === lane.kind);
  return same.length < 2 ? lane.kind
    : messages.text('run.nth', lane.kind, String(1 + same.indexOf(lane)));
}
