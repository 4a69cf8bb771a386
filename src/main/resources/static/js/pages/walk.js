import { Journey } from '../model/journey.js';
import { plainly } from '../model/spec.js';
import { wholeRun } from '../transport/api.js';
import { Ride } from './ride.js';

/**
 * A reader's own way over the ground, step by step: each goes where the reader aims, or as far as
 * the slope says. What the ground is like there the service tells.
 */
export class Walk extends Ride {
  /** Where the next step goes, from where the reader stands: to the left below zero. */
  aim = 0;
  /** Whether the slope decides, at the learning rate. */
  bySlope = false;
  /** Whither a hand reaches. */
  domain = [-Infinity, Infinity];
  /** The steps that were taken back. */
  lost = 0;
  #changed;
  #asked = 0;
  #pending = 0;

  /** @param {Object} options of a ride; its first step is confirmed by the engine */
  constructor(options) {
    super(options);
    this.#changed = options.onChange;
    this.#begin(options.first);
  }

  /** A walk is taken step by step, unless the slope decides. */
  get steered() {
    return !this.bySlope;
  }

  /** The steps asked for and not yet here. */
  get pending() {
    return this.#pending;
  }

  /** The steps that are left of the budget after step k. */
  left(k) {
    return this.spec.steps - this.lost - k;
  }

  /** Whoever goes on from an earlier step gives up those after it, as far as they were seen. */
  departFrom(k, reached) {
    const { last } = this.journey;
    if (!this.ended && k < last.k) {
      this.lost += Math.max(0, Math.min(last.k, reached) - k);
      this.journey.truncateAfter(k);
      this.#forget();
    }
  }

  /** Where the aim leads from w: a hand does not reach out of the picture. */
  target(w) {
    const [lo, hi] = this.domain;
    return Math.min(hi, Math.max(lo, w + this.aim));
  }

  /** Aims anew: what was asked for by another aim is not wanted any more. */
  setAim(aim, bySlope) {
    this.aim = aim;
    this.bySlope = bySlope;
    this.#forget();
    this.#changed();
  }

  /** Asks for up to n more steps. */
  async want(n) {
    const before = this.journey.last;
    const many = Math.min(this.bySlope ? n : 1, this.left(before.k));
    if (this.#pending > 0 || many < 1) {
      return;
    }
    this.#pending = many;
    const asked = ++this.#asked;
    try {
      const steps = await (this.bySlope ? this.#bySlope(before, many) : this.#byAim(before));
      if (asked === this.#asked) {
        this.#pending = 0;
        this.journey.append(steps);
      }
    } catch (error) {
      if (asked === this.#asked) {
        this.#pending = 0;
        this.refused(error);
      }
    }
    this.#changed();
  }

  /** The rate is for whenever the slope decides, and for gradient descent's own run. */
  changeRate(rate) {
    this.rate = rate;
    const optimizer = { ...this.spec.optimizer, learningRate: rate };
    this.spec = { ...this.spec, optimizer };
    this.#forget();
  }

  /** Another start; with a seed where it was found by chance. */
  begin({ seed = this.spec.seed, ...first }, edit) {
    super.begin(first, edit);
    this.spec = { ...this.spec, seed };
    this.#begin(first);
  }

  /** The same start again, with nothing behind. */
  again() {
    this.#begin(this.journey.step(0));
  }

  /** Where gradient descent goes from the same start. @returns {Promise<Object>} */
  descent() {
    return wholeRun(plainly(this.spec));
  }

  /** The walk is over at step k. @param {import('../model/journey.js').Ending} ending */
  end(ending) {
    this.#forget();
    this.journey.truncateAfter(ending.k);
    this.journey.end(ending);
    this.#changed();
  }

  /** Nothing else than this page knows the walk. */
  get linkable() {
    return false;
  }

  /** The same table that the service writes of a run. */
  async asCsv() {
    const rows = this.journey.slice(0, this.journey.last.k)
      .map(({ k, w, loss, gradient, learningRate }) => [k, w[0], loss, gradient[0],
        Number.isFinite(learningRate) ? learningRate : '']);
    return [['k', 'w', 'loss', 'gradient', 'learningRate'], ...rows]
      .map((cells) => cells.join(',')).concat('').join('\r\n');
  }

  #begin(first) {
    this.#forget();
    this.lost = 0;
    this.journey = new Journey({ ...first, learningRate: NaN });
  }

  #forget() {
    this.#asked++;
    this.#pending = 0;
  }

  async #byAim(before) {
    const [step] = await this.#run([this.target(before.w[0])], 1);
    return [{ ...step, k: before.k + 1, learningRate: impliedRate(before, step) }];
  }

  async #bySlope(before, many) {
    const steps = await this.#run(before.w, many);
    return steps.slice(1).map((step) => ({ ...step, k: before.k + step.k }));
  }

  /** Without a tolerance, or the slope would decide too soon that it is over. */
  async #run(start, steps) {
    const spec = { ...plainly(this.spec), start, steps, tolerance: 0 };
    return (await wholeRun(spec)).steps;
  }
}

/** How long a step was for each unit of slope: a learning rate that nobody had to set. */
function impliedRate({ w: [w], gradient: [slope] }, { w: [next] }) {
  return (w - next) / slope;
}
