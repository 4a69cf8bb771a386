import { WalkTeller } from '../describe/walk-teller.js';
import { hiddenStart } from '../model/chance.js';
import { gradeFirst, isRight } from '../model/prediction.js';
import { resultOf } from '../model/walk-result.js';
import { Aim } from '../view/aim.js';
import { Panel } from './panel.js';
import { Walk } from './walk.js';

/** How far the light reaches, as a share of the width; the server's drawing has the same. */
const LIGHT = 0.065;

/** The aim before anything was chosen, as a share of the width. */
const FIRST_AIM = 0.05;

/** A walker in the fog: the ground is seen only where it lies in the light, until it lifts. */
export class FogPanel extends Panel {
  /** What the walk came to beside gradient descent's; null while it goes on. */
  result = null;
  /** Gradient descent's own steps, once the fog has lifted. */
  descent = [];
  #tools;
  #teller;
  #aim;
  #at = 0;
  #ending = false;

  /** @param {HTMLElement} root @param {Object} options see `Panel` */
  constructor(root, options) {
    super(root, { ...options, Ride: Walk, anywhere: true });
    this.#tools = options.tools;
    this.#teller = new WalkTeller(options.tools);
    const { domain: [lo, hi] } = this.terrain.base;
    this.ride.domain = this.terrain.base.domain;
    this.#aim = new Aim(root, { reach: (hi - lo) / 2, onAim: (step, bySlope) =>
      this.#aimAt(step ?? this.ride.aim, bySlope) });
    this.ride.aim = Number((FIRST_AIM * (hi - lo)).toPrecision(2));
  }

  /** Where the walker stands after step k, in a sentence. */
  say(k) {
    const { journey } = this.ride;
    return this.#teller.step(journey.step(k), journey.step(k - 1));
  }

  /** Pointing at a place aims at it. */
  point(w) {
    this.#aimAt(w - this.#here.w[0], false);
  }

  /** Another hidden place: by chance, and the same for the same seed. */
  elsewhere() {
    const seed = this.ride.spec.seed + 1;
    return { ...this.place([hiddenStart(this.terrain.base, seed)]), seed };
  }

  /** In fog, what lies in the light, and where the next step points; else both ways, whole. */
  scene(position, rolling) {
    const { ride, descent } = this;
    const scene = super.scene(position, rolling);
    const k = Math.floor(position);
    if (ride.ended) {
      return { ...scene, trail: [], show: { arrow: false }, ways: [
        { places: placesOf(descent), colour: 'beside', dash: [5, 4], marker: 'diamond',
          below: true },
        { places: placesOf(ride.journey.slice(0, k)), colour: 'ball' },
      ] };
    }
    this.#at = k;
    const known = position > k ? scene.next : null;
    const next = known ?? { w: scene.ball.w + this.#step, loss: scene.ball.loss };
    return { ...scene, next, show: { ghost: false } };
  }

  /** Nothing in the frame tells how high or low the ground is while it is hidden. */
  get framing() {
    const { ride, terrain } = this;
    if (ride.ended) {
      return super.framing;
    }
    const finite = terrain.shown.loss.filter(Number.isFinite);
    const span = Math.max(...finite) - Math.min(...finite) || 1;
    const { loss } = ride.journey.step(0);
    const [lo, hi] = terrain.shown.domain;
    return { labels: {}, fog: { reach: LIGHT * (hi - lo), heights: [loss - span, loss + span] } };
  }

  /** Writes what the numbers are now. */
  write(k) {
    const { ride } = this;
    this.#at = k;
    this.rate.render(ride.rate, null);
    const step = this.#step;
    const [slope] = this.#here.gradient;
    const words = ride.bySlope ? this.#teller.aimBySlope(ride.rate, slope)
      : this.#teller.aim(step);
    this.#aim.render({ step, bySlope: ride.bySlope, words, said: words });
    this.start.render(this.#here.w[0] + step, words);
  }

  /** The fog lifts: the ground is shown, and how the walk went. */
  conclude(words) {
    this.showGround();
    const { verdict, message } = this.ride.journey.ending;
    this.verdict.show({ verdict, sentences: [message, words] });
  }

  /** How the guess did, who of the two needs fewer steps. @param {Object} guess */
  grade(guess) {
    const { messages, endings } = this.#tools;
    const { first, theirs } = this.result;
    const graded = gradeFirst(guess, [first === null ? null : first + this.ride.lost, theirs]);
    return { right: isRight(graded), sentence: endings.guessFirst(graded, guess,
      [messages.text('walk.you'), messages.text('walk.descent')], 'walk') };
  }

  /** The fog is back. */
  clear() {
    super.clear();
    this.result = null;
    this.descent = [];
    this.showGround();
  }

  /**
   * Ends the walk at step k and asks where gradient descent goes from the same start.
   * @param {'here'|'budget'|'up'} why
   * @param {number} k
   */
  async end(why, k) {
    const { ride, terrain } = this;
    if (this.#ending || ride.ended) {
      return;
    }
    this.#ending = true;
    try {
      const { journey } = ride;
      const { steps } = await ride.descent();
      if (journey === ride.journey && !ride.ended) {
        const walk = journey.slice(0, k);
        this.descent = steps;
        this.result = resultOf(terrain.base, walk, steps);
        ride.end({ verdict: 'walked', k, message: this.#teller.verdict(this.result,
          { why, lost: ride.lost }, { steps, rate: ride.rate }) });
      }
    } catch (error) {
      ride.refused(error);
    } finally {
      this.#ending = false;
    }
  }

  /** Where the walker stands. */
  get #here() {
    return this.ride.journey.step(this.#at) ?? this.ride.journey.last;
  }

  /** The step that is aimed at from here. */
  get #step() {
    const { ride } = this;
    const { w: [w], gradient: [slope] } = this.#here;
    return ride.bySlope ? -ride.rate * slope : ride.target(w) - w;
  }

  #aimAt(step, bySlope) {
    this.ride.setAim(Number(step.toPrecision(4)), bySlope);
  }
}

function placesOf(steps) {
  return steps.map(({ w: [w], loss }) => ({ w, loss }));
}
