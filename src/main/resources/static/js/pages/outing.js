import { Player } from '../model/player.js';

/** One or more rides, played by one player, in step with each other. */
export class Outing {
  player = new Player();
  #rides;
  #reached = 0;

  /** @param {import('./ride.js').Ride[]} rides */
  constructor(rides) {
    this.#rides = rides;
  }

  /** The furthest step that has been shown. */
  get reached() {
    return this.#reached;
  }

  /** Whether every run has ended and its end is shown. */
  get finished() {
    return this.#rides.every((ride) => ride.ended) && this.player.k >= this.#furthest;
  }

  /** Whether there is no step to take: at the end, unless a new rate begins a new run. */
  get over() {
    return this.finished && !this.#rides.some((ride) => ride.awaitsNewRun);
  }

  /** Where a ride is now: its own end, once it has ended. */
  positionOf(ride) {
    return ride.ended ? Math.min(this.player.position, ride.journey.last.k) : this.player.position;
  }

  /** One step; after the end there is none, unless a new rate begins a new run. */
  step() {
    if (this.over) {
      return;
    }
    this.#beginAgainIfFinished();
    this.#depart();
    this.player.step();
    this.pull();
  }

  /** One step back through what has been seen. */
  stepBack() {
    this.seek(this.player.settledK - 1);
  }

  /**
   * Rolls on, or pauses; after the end it rolls from the start. What is steered by hand takes a
   * step.
   */
  toggle() {
    if (this.player.rolling) {
      this.player.pause();
      return;
    }
    if (this.#rides.some((ride) => ride.steered)) {
      this.step();
      return;
    }
    this.#beginAgainIfFinished();
    this.#depart();
    this.player.roll();
    this.pull();
  }

  /** Goes to a step that has been shown. @param {number} k */
  seek(k) {
    this.#offer();
    this.player.seek(Math.min(k, this.#reached));
    this.#recallRates();
  }

  /** Back to step 0 of the same runs. */
  reset() {
    this.#rides.forEach((ride) => ride.again());
    this.#toStart();
  }

  /** Rests where it is, without the service. */
  leave() {
    this.player.pause();
    this.#rides.forEach((ride) => ride.leave());
  }

  /**
   * Every ride anew.
   * @param {import('../model/journey.js').Step} first
   * @param {function(Object, number): Object} [edit] makes each run's spec from its own
   */
  begin(first, edit = (spec) => spec) {
    this.#rides.forEach((ride, i) => ride.begin(first, (spec) => edit(spec, i)));
    this.#toStart();
  }

  /** One ride's rate, from the next step on. */
  changeRate(ride, rate) {
    const at = Math.min(this.player.settledK, ride.journey.last.k);
    ride.changeRate(rate, at);
    if (!ride.ended) {
      this.#reached = Math.min(this.#reached,
        Math.max(at, this.player.settledK, ride.journey.last.k));
    }
    this.#offer();
    this.pull();
  }

  /** @param {number} ms elapsed @returns {boolean} whether there is more to come by itself */
  tick(ms) {
    const before = this.player.settledK;
    this.#offer();
    this.player.advance(ms);
    this.#reached = Math.max(this.#reached, Math.floor(this.player.position));
    if (this.player.settledK !== before) {
      this.#recallRates();
    }
    this.pull();
    return this.player.moving;
  }

  /** Asks each run for as much as is soon to be played. */
  pull() {
    for (const ride of this.#rides.filter((each) => !each.ended)) {
      const n = this.player.demand(ride.journey.last.k, ride.pending, ride.wait);
      if (n > 0) {
        ride.want(n);
      }
    }
  }

  /** Tells the rides from which step they go on: one may give up what came after. */
  #depart() {
    const at = this.player.settledK;
    this.#rides.forEach((ride) => ride.departFrom(at, this.#reached));
    const has = Math.max(...this.#rides.map((ride) => ride.journey.last.k));
    this.#reached = Math.min(this.#reached, Math.max(at, has));
    this.#offer();
  }

  #toStart() {
    this.#offer();
    this.player.seek(0);
    this.#reached = 0;
  }

  #beginAgainIfFinished() {
    if (this.finished) {
      this.reset();
    }
  }

  #recallRates() {
    this.#rides.filter((ride) => !(ride.ended && this.player.settledK >= ride.journey.last.k))
      .forEach((ride) => ride.recallRate(this.player.settledK));
  }

  get #furthest() {
    return Math.max(...this.#rides.map((ride) => ride.journey.last.k));
  }

  #offer() {
    const going = this.#rides.filter((ride) => !ride.ended);
    const k = going.length > 0
      ? Math.min(...going.map((ride) => ride.journey.last.k))
      : this.#furthest;
    this.player.offer(k, going.length === 0);
  }
}
