import { RateControl } from '../view/rate-control.js';
import { VerdictCard } from '../view/verdict-card.js';
import { RateScale } from '../model/rate-scale.js';
import { isSteady } from '../model/update.js';
import { Bystander } from './bystander.js';
import { offerCalmer, whyItFlew } from './rescue.js';
import { Ride } from './ride.js';

/** The slider of each racer runs over these, and wider for a rate beyond. */
const RATES = [1e-4, 10];

/** One of several runs that share a picture: its rule, its learning rate, its score and its end. */
export class Lane extends Bystander {
  #surface;
  #title;
  #place;

  /**
   * @param {HTMLElement} root
   * @param {{name: string, spec: import('../model/spec.js').Spec, title: string,
   *     first: import('../model/journey.js').Step, verdict: HTMLElement,
   *     surface: import('../model/surface.js').Surface, tools: Object,
   *     on: Object<string, function>}} options `on` has change, refused, rate, invalidRate and
   *     retry
   */
  constructor(root, { name, spec, first, title, verdict, surface, tools, on }) {
    super();
    this.root = root;
    this.tools = tools;
    this.#surface = surface;
    this.#title = title;
    const { learningRate } = spec.optimizer;
    this.ride = new Ride({ wire: tools.wire, name, spec, first,
      onChange: on.change, onRefused: on.refused });
    this.rate = new RateControl(root, {
      ...tools,
      scale: new RateScale(Math.min(RATES[0], learningRate), Math.max(RATES[1], learningRate)),
      onRate: (rate) => on.rate(this, rate),
      onInvalid: on.invalidRate,
    });
    this.verdict = new VerdictCard(verdict, (rate) => on.retry(this, rate));
    this.#place = verdict;
  }

  /** What its run is called. */
  name() {
    return this.#title;
  }

  /** Another place on the same ground, by chance. */
  elsewhere() {
    return this.place(this.#surface.anotherStart());
  }

  /** A step 0 of the page's own making, until the engine confirms it. @param {number[]} w */
  place(w) {
    return { k: 0, w, loss: this.#surface.lossAt(w), gradient: this.#surface.slopeAt(w),
      provisional: true };
  }

  /** The shared picture is drawn once for all. */
  draw() {}

  /** Writes what the numbers are at step k, over what the ground there allows. */
  write(k) {
    const { spec, rate, journey } = this.ride;
    const known = this.#surface.bandsAt && isSteady(spec);
    this.rate.render(rate, known ? this.#surface.bandsAt(journey.step(k).w) : null);
  }

  /** Says how the run ended, after those that ended before it: none of them is pushed about. */
  conclude(words) {
    this.#place?.closest('[data-part="verdicts"]')?.append(this.#place);
    const { endings, messages } = this.tools;
    const { verdict, message } = this.ride.journey.ending;
    const said = messages.text('panel.ended', this.name(), message);
    this.verdict.show({ verdict, sentences: [said, whyItFlew(this.ride, endings), words] });
    return offerCalmer(this, this.#surface, ({ rate }) =>
      messages.text('race.offer', this.name(), this.tools.numbers.rate(rate)));
  }
}
