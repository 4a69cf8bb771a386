/** Steps a second at pace 1. */
export const STEPS_PER_SECOND = 4;

/** The longest that a ball takes from one step to the next, in milliseconds. */
export const LONGEST_GLIDE = 250;

/** The share of a step's time in which the ball moves; in the rest its next arrow is seen. */
const GLIDE_SHARE = 0.68;

/** Above this many steps a second there is no time to stand still between them. */
const NO_REST_ABOVE = 12;

/** No stall of the page, however long, is caught up by more than this many milliseconds. */
const LONGEST_CATCH_UP = 1000;

/** So many seconds of steps are left when more are asked for, where answers are quick. */
const LEAST_MARGIN = 1 / 3;

/**
 * When each step is shown. It knows elapsed time and nothing of frames, so that a pace means the
 * same on every screen; and it never changes what a step is.
 */
export class Player {
  /** Whether the ball glides between steps, or jumps. */
  glides = true;
  #pace = 1;
  #k = 0;
  #time = 0;
  #target = 0;
  #available = 0;
  #final = false;

  /** The step that the ball rests at or has left last. */
  get k() {
    return this.#k;
  }

  /** The step and, after the point, how much of the way's time to the next has passed. */
  get position() {
    return this.#k + this.glide;
  }

  /** How much of the time from step k to the next has passed, 0 to 1; the picture eases it. */
  get glide() {
    const share = this.#share;
    if (this.#time === 0) {
      return 0;
    }
    return share === 0 ? 1 : Math.min(1, this.#time / share);
  }

  /** The first step that is not yet under way: where a changed setting begins to hold. */
  get settledK() {
    return this.#time > 0 ? this.#k + 1 : this.#k;
  }

  /** Whether it goes on until it is paused or the run ends. */
  get rolling() {
    return this.#target === Infinity;
  }

  /** Whether there is anything to play, or to wait for. */
  get moving() {
    return this.#target > this.#k && !(this.#final && this.#k >= this.#available);
  }

  /** Whether it wants to move and cannot, for want of steps. */
  get starved() {
    return this.moving && this.#k >= this.#available;
  }

  get pace() {
    return this.#pace;
  }

  /** @param {number} pace a positive factor on the speed of play */
  set pace(pace) {
    if (!(pace > 0 && Number.isFinite(pace))) {
      throw new RangeError(`The pace must be above 0; this one is ${pace}.`);
    }
    const before = this.#share;
    this.#pace = pace;
    const after = this.#share;
    // The ball stays where it is: only the speed of what is left of its way changes.
    this.#time = this.#time <= before && before > 0
      ? this.#time * after / before
      : this.#time && after + (this.#time - before) * (1 - after) / (1 - before || 1);
  }

  /**
   * Says what there is to play.
   * @param {number} k the newest step at hand
   * @param {boolean} final whether the run ends with it
   */
  offer(k, final) {
    this.#available = k;
    this.#final = final;
    if (final && this.#k >= k) {
      this.#halt();
    }
  }

  /** Plays on until paused. */
  roll() {
    this.#target = Infinity;
  }

  /** Lets the ball land and goes no further. */
  pause() {
    this.#target = this.settledK;
  }

  /** Plays one step more than was asked for so far. */
  step() {
    this.#target = (this.moving && !this.rolling ? this.#target : this.settledK) + 1;
  }

  /** Goes to a step that is at hand, at once, and stays there. @param {number} k */
  seek(k) {
    this.#k = Math.max(0, Math.min(Math.round(k), this.#available));
    this.#halt();
  }

  /**
   * How many more steps to ask of a run, so that on average about one second is at hand: those of a
   * second and a half, once a third of a second's are left; sooner where answers are slow. To ask
   * for many at a time costs the service little more than for few.
   * @param {number} last the newest step at hand
   * @param {number} pending asked for already and not yet here
   * @param {number} [wait] how long answers take, in milliseconds
   * @returns {number} 0 while there is enough
   */
  demand(last, pending, wait = 0) {
    if (!this.moving) {
      return 0;
    }
    const ahead = last + pending - this.#k;
    if (!this.rolling) {
      return Math.max(0, this.#target - this.#k - ahead);
    }
    const second = Math.ceil(STEPS_PER_SECOND * this.#pace) + 1;
    const margin = Math.min(Math.max(LEAST_MARGIN, 2 * wait / 1000), 1);
    return ahead > margin * second ? 0 : Math.ceil(1.5 * second);
  }

  /** @param {number} ms elapsed since it was last told */
  advance(ms) {
    let left = Math.min(Math.max(ms, 0), LONGEST_CATCH_UP);
    while (left > 0 && this.moving && this.#k < this.#available) {
      const used = Math.min(left, (1 - this.#time) * this.#period);
      left -= used;
      this.#time += used / this.#period;
      const landed = this.#k + 1 === this.#target && this.#time >= this.#share;
      if (landed || this.#time >= 1 - 1e-9) {
        this.#k += 1;
        this.#time = 0;
      }
    }
    if (!this.moving) {
      this.#halt();
    }
  }

  #halt() {
    this.#time = 0;
    this.#target = this.#k;
  }

  get #period() {
    return 1000 / (STEPS_PER_SECOND * this.#pace);
  }

  get #share() {
    if (!this.glides) {
      return 0;
    }
    const rest = STEPS_PER_SECOND * this.#pace > NO_REST_ABOVE ? 1 : GLIDE_SHARE;
    return Math.min(rest, LONGEST_GLIDE / this.#period);
  }
}
