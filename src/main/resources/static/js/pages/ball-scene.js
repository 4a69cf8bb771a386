import { landing } from '../model/update.js';
import { Seldom } from '../view/seldom.js';

/** The most places of the past that a picture is given. */
const TRAIL = 140;

/** What there is to see of one ride on a curve: the ball, where it was and where it goes. */
export class BallScene {
  #ride;
  #terrain;
  #next;
  #slope;
  #trail = { k: -1, journey: null, places: [] };

  /**
   * @param {import('./ride.js').Ride} ride
   * @param {import('./terrain.js').Terrain} terrain
   * @param {{messages: Object, numbers: Object}} tools
   */
  constructor(ride, terrain, { messages, numbers }) {
    this.#ride = ride;
    this.#terrain = terrain;
    this.#next = messages.text('picture.next');
    this.#slope = new Seldom((slope) => messages.text('picture.slope', numbers.said(slope)));
  }

  /**
   * The scene of `CurvePicture.draw`.
   * @param {number} position in steps, a part of one being the way to the next
   * @param {boolean} rolling whether there is no time to read a number in each frame
   */
  at(position, rolling) {
    const k = Math.floor(position);
    const step = this.#ride.journey.step(k);
    const [slope] = step.gradient;
    return {
      ball: { w: step.w[0], loss: step.loss, slope },
      next: this.#coming(k),
      trail: this.#past(k),
      glide: position - k,
      show: { arrow: true, tangent: true },
      labels: { slope: this.#slope.text(slope, rolling), next: this.#next },
    };
  }

  #coming(k) {
    const { journey, spec, ended } = this.#ride;
    const known = journey.step(k + 1);
    if (known) {
      return { w: known.w[0], loss: known.loss };
    }
    const w = ended ? null : landing(spec, journey.step(k));
    return w === null ? null : { w, loss: this.#terrain.at(w).lossAt(w) };
  }

  #past(k) {
    const { journey } = this.#ride;
    if (this.#trail.k !== k || this.#trail.journey !== journey) {
      const places = journey.slice(Math.max(0, k - TRAIL), k)
        .map((step) => ({ w: step.w[0], loss: step.loss }));
      this.#trail = { k, journey, places };
    }
    return this.#trail.places;
  }
}
