import { Draw } from '../model/draw.js';
import { Journey } from '../model/journey.js';
import { toShortForm, withRate } from '../model/spec.js';
import { sweep } from '../transport/api.js';

/** A rate that is dragged is asked about once it has stood still so long, in milliseconds. */
const STILL = 180;

/** So many steps are said to be on their way that nobody asks for more. */
const ENOUGH = 1e6;

/**
 * A draw of many runs, played like a ride whose steps are restarts: each step is a whole run, and
 * its loss the best so far. All of them come in one answer.
 */
export class DrawRide {
  arrivesWhole = true;
  awaitsNewRun = false;
  steered = false;
  linkable = true;
  /** @type {Draw|null} */
  draw = null;
  #landscape;
  #changed;
  #refused;
  #ending;
  #asked = null;

  /**
   * @param {{spec: import('../model/spec.js').Spec, restarts: number,
   *     landscape: import('../model/landscape.js').Landscape, onChange: function(): void,
   *     onRefused: function(Error): void, ending: function(Draw): string}} options `ending` says
   *     how it went
   */
  constructor({ spec, restarts, landscape, onChange, onRefused, ending }) {
    this.spec = spec;
    this.rate = spec.optimizer.learningRate;
    this.restarts = restarts;
    this.#landscape = landscape;
    this.#changed = onChange;
    this.#refused = onRefused;
    this.#ending = ending;
    this.#forget();
    this.want();
  }

  get ended() {
    return this.journey.ending !== null;
  }

  get pending() {
    return this.#asked === this.spec ? ENOUGH : 0;
  }

  /** It is asked in time without. */
  get wait() {
    return 0;
  }

  /** The query of the draw. */
  get query() {
    const starts = [...this.#landscape.domain, this.restarts, 'random'].join(',');
    return `${toShortForm([this.spec])}&starts=${starts}`;
  }

  /** Asks for all of it, once. */
  async want() {
    if (this.ended || this.pending > 0) {
      return;
    }
    const { spec } = this;
    this.#asked = spec;
    try {
      const answer = await sweep(this.query);
      if (this.spec === spec) {
        this.#take(new Draw(this.#landscape.minima, answer));
      }
    } catch (error) {
      if (this.spec === spec) {
        this.#asked = null;
        this.#refused(error);
      }
    }
    this.#changed();
  }

  /** Another draw, or the same at another rate. */
  begin({ seed, rate }) {
    this.spec = { ...withRate(this.spec, 0, rate), seed };
    this.rate = rate;
    this.#forget();
    const { spec } = this;
    setTimeout(() => this.spec === spec && this.want(), STILL);
  }

  /** A restart needs no farewell from the last. */
  departFrom() {}

  /** The same draw is the same again. */
  again() {}

  /** A rate holds for the whole of a draw. */
  recallRate() {}

  /** There is no connection to let go of. */
  leave() {}

  #forget() {
    this.draw = null;
    this.journey = new Journey({ k: 0, w: [], loss: null, gradient: [], learningRate: this.rate });
  }

  #take(draw) {
    this.draw = draw;
    this.journey.append(draw.restarts.map((each) => ({ k: each.k, w: [each.start],
      loss: each.best, gradient: [], learningRate: this.rate, restart: each })));
    const ending = this.#ending;
    this.journey.end({ k: draw.restarts.length,
      verdict: draw.foundAt === null ? 'stuck' : 'converged',
      get message() {
        return ending(draw);
      } });
  }
}
