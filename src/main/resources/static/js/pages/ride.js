import { Feed } from '../transport/feed.js';
import { Journey } from '../model/journey.js';
import { rateAfter, withRate, withStart } from '../model/spec.js';
import { runAsCsv } from '../transport/api.js';

/** One run on a page: its spec, the steps it has, and where the rest comes from. */
export class Ride {
  #feed;
  #changed;
  #stale = true;
  #starting = false;

  /**
   * @param {{wire: import('../transport/wire.js').Wire, name: string,
   *     spec: import('../model/spec.js').Spec, first: import('../model/journey.js').Step,
   *     onChange?: function(): void, onRefused?: function(Object): void,
   *     tellEnding?: function(Object, Ride): Object}} options `tellEnding` may put an ending in
   *     other words
   */
  constructor({ wire, name, spec, first, onChange = () => {}, onRefused = () => {},
    tellEnding = (ending) => ending }) {
    this.spec = spec;
    this.rate = rateAfter(spec, 0);
    this.journey = new Journey(first);
    this.#changed = onChange;
    this.refused = onRefused;
    this.#feed = new Feed(wire, name, {
      started: (_, step) => this.#started(step),
      steps: (steps) => this.#arrived(() => this.journey.append(steps)),
      ended: (ending) => this.#arrived(() => this.journey.end(tellEnding(ending, this))),
      refused: (error) => this.#refusedBy(error),
    });
  }

  /** Whether the run has ended, at the last step it has. */
  get ended() {
    return this.journey.ending !== null;
  }

  /** Whether a rate was set that only the next run will use. */
  get awaitsNewRun() {
    return this.ended && this.rate !== rateAfter(this.spec, this.journey.last.k);
  }

  /** The steps asked for and not yet here. */
  get pending() {
    return this.#stale ? 0 : this.#feed.pending;
  }

  /** How long its answers take, in milliseconds. */
  get wait() {
    return this.#feed.wait;
  }

  /** Whether each of its steps waits for a hand. */
  get steered() {
    return false;
  }

  /** Whether the service has its table behind a plain link. */
  get linkable() {
    return (this.spec.changes ?? []).length === 0 && !this.spec.uphill;
  }

  /** Its steps as a table. @returns {Promise<string>} */
  asCsv() {
    return runAsCsv(this.spec);
  }

  /** A step is about to be taken from step k, of `reached` that were shown. */
  departFrom() {}

  /** Asks for n more steps; begins the run first if it is new or has changed. */
  want(n) {
    if (this.#stale) {
      if (this.#starting) {
        return;
      }
      this.#stale = false;
      this.#starting = true;
      this.#feed.start(this.spec, this.journey.last.k);
    }
    this.#feed.request(n);
  }

  /**
   * The rate changes after step `at`: the past stays. Once the run has ended there, the new rate is
   * for the next one.
   */
  changeRate(rate, at) {
    this.rate = rate;
    if (this.ended && at >= this.journey.last.k) {
      return;
    }
    this.#become(withRate(this.spec, at, rate));
    this.journey.truncateAfter(at);
    if (at === 0) {
      this.journey = new Journey({ ...this.journey.step(0), learningRate: rate });
    }
  }

  /** The rate that holds after step k is the one to show again. */
  recallRate(k) {
    this.rate = rateAfter(this.spec, k);
  }

  /** A new run from a start, with the rate now shown, and whatever else is to be another. */
  begin(first, edit = (spec) => spec) {
    this.#become(edit(withStart(this.spec, first.w, this.rate)));
    this.rate = rateAfter(this.spec, 0);
    this.journey = new Journey({ ...first, learningRate: this.rate });
  }

  /** The same start and the same seed again, with the rate now shown throughout. */
  again() {
    const anew = withRate(this.spec, 0, this.rate);
    if ((this.spec.changes ?? []).length > 0 || rateAfter(this.spec, 0) !== this.rate) {
      this.#become(anew);
      this.journey = new Journey({ ...this.journey.step(0), learningRate: this.rate });
    }
  }

  /** Lets go of the service; whoever wants more begins again after the last step at hand. */
  leave() {
    this.#feed.leave();
    this.#starting = false;
    this.#stale = true;
  }

  #become(spec) {
    this.spec = spec;
    this.#stale = true;
  }

  #started(step) {
    this.#starting = false;
    this.#arrived(() => this.journey.confirm(step));
  }

  /** What belongs to a run that has changed since is not let in. */
  #arrived(take) {
    if (!this.#stale) {
      take();
    }
    this.#changed();
  }

  #refusedBy(error) {
    this.#starting = false;
    this.#stale = true;
    this.refused(error);
  }
}

let sims = 0;

/** Names of runs are told apart by the sim where a page has several. @returns {string} */
export function runPrefix() {
  sims += 1;
  return sims === 1 ? '' : `${sims}-`;
}
