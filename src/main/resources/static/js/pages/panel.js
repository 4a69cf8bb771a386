import { CurvePicture } from '../view/curve-picture.js';
import { ArithmeticLine } from '../view/arithmetic-line.js';
import { part } from '../view/parts.js';
import { RateControl } from '../view/rate-control.js';
import { StartSlider } from '../view/start-slider.js';
import { VerdictCard } from '../view/verdict-card.js';
import { RateScale } from '../model/rate-scale.js';
import { isSteady, landing, terms } from '../model/update.js';
import { BallScene } from './ball-scene.js';
import { offerCalmer, whyItFlew } from './rescue.js';
import { Ride } from './ride.js';
import { Terrain } from './terrain.js';

/** One ball on one curve: its picture, its learning rate, its numbers and its end. */
export class Panel {
  /** Adds to what is said of a place, as a start, what a sim knows of it. */
  foretell = (said, _w) => said;
  #tools;
  #brief;
  #title;
  #drawn = NaN;
  #ball;

  /**
   * @param {HTMLElement} root
   * @param {{name: string, spec: import('../model/spec.js').Spec,
   *     first: import('../model/journey.js').Step, state: Object,
   *     tokens?: Object<string, string>, brief?: boolean, anywhere?: boolean, title?: string,
   *     tools: Object, on: Object<string, function>,
   *     tellEnding?: function(Object, Ride): Object, Ride?: function(new: Ride)}} options where it
   *     is `brief`, the ending is told in full elsewhere; `anywhere`: a click wherever it is points
   *     there; a `title` names the run in place of its rate; `on` has change, refused, rate,
   *     invalidRate, start and retry; `Ride` is where its steps come from, if not the stream
   */
  constructor(root, options) {
    const { name, spec, first, state, tokens, brief = false, anywhere, title, tools, on } = options;
    const { Ride: Kind = Ride } = options;
    this.root = root;
    this.#tools = tools;
    this.#brief = brief;
    this.#title = title;
    this.ride = new Kind({
      wire: tools.wire,
      name,
      spec,
      first,
      onChange: on.change,
      onRefused: on.refused,
      tellEnding: options.tellEnding,
    });
    this.terrain = new Terrain(state.landscape, spec, () => {
      this.showGround();
      on.change();
    });
    this.#ball = new BallScene(this.ride, this.terrain, tools);
    const host = part(root, 'picture');
    this.picture = new CurvePicture(host, { tokens });
    this.showGround();
    this.start = new StartSlider(part(root, 'curve-slider'), host, {
      picture: this.picture,
      domain: this.terrain.base.domain,
      anywhere,
      onStart: (w) => this.point(w, on),
    });
    this.rate = new RateControl(root, {
      ...tools,
      scale: RateScale.forBend(this.terrain.base.sharpestBend(spec.start[0]),
        [spec.optimizer.learningRate]),
      onRate: (rate) => on.rate(this, rate),
      onInvalid: on.invalidRate,
    });
    this.arithmetic = new ArithmeticLine(root, tools);
    this.verdict = new VerdictCard(part(root, 'verdict'), (rate) => on.retry(this, rate));
  }

  /** Another place on the same ground, by chance. */
  elsewhere() {
    return this.place([this.terrain.base.anotherStart()]);
  }

  /** A step 0 of the page's own making, until the engine confirms it. @param {number[]} w */
  place([w]) {
    const { base } = this.terrain;
    return { k: 0, w: [w], loss: base.lossAt(w), gradient: [base.slopeAt(w)], provisional: true };
  }

  /** The reader points at a place on the ground: the run begins there. */
  point(w, on) {
    on.start(this.place([w]));
  }

  /** What its run is called where there are several. @param {number} [rate] the one it had then */
  name(rate = this.ride.rate) {
    return this.#title ?? this.#tools.messages.text('panel.rate', this.#tools.numbers.rate(rate));
  }

  /** Lights up the mark of a symbol, or none. @param {?string} symbol */
  highlight(symbol) {
    this.picture.highlight(symbol);
  }

  /** Forgets how the last run ended and how far it went. */
  clear() {
    this.verdict.clear();
    this.terrain.reset();
  }

  /**
   * Draws the ball, if it has moved since. Called in every frame.
   * @param {number} position
   * @param {{anew: boolean, rolling: boolean}} how whether something else has changed, and
   *     whether there is no time to read a number in each frame
   */
  draw(position, { anew, rolling }) {
    if (position === this.#drawn && !anew) {
      return;
    }
    this.#drawn = position;
    const moving = rolling && !anew && position > Math.floor(position);
    this.picture.draw(this.scene(position, rolling), { moving });
  }

  /** What there is to see at a position. */
  scene(position, rolling) {
    return this.#ball.at(position, rolling);
  }

  /** Writes what the numbers are now. Called when the step or the rate has changed. */
  write(k) {
    const { journey, spec, rate } = this.ride;
    const { messages, numbers } = this.#tools;
    const step = journey.step(k);
    this.#writeOut(k);
    const held = isSteady(spec) && !spec.uphill;
    this.rate.render(rate, held ? this.terrain.at(step.w[0]).bands(step.w[0]) : null);
    const here = messages.text('start.value', numbers.said(step.w[0]),
      numbers.said(step.loss), numbers.said(step.gradient[0]));
    this.start.render(step.w[0], k === 0 ? this.foretell(here, step.w[0]) : here);
  }

  /** How the ground is shown: see `CurvePicture.setLandscape`. */
  get framing() {
    const { messages } = this.#tools;
    return {
      labels: {
        lowest: messages.text('picture.lowest'),
        nearer: messages.text('picture.nearer'),
      },
      start: this.ride.spec.start[0],
    };
  }

  /** Shows the ground anew. */
  showGround() {
    this.picture.setLandscape(this.terrain.shown, this.framing);
  }

  /** The coming update; where there is none and only the engine could know it, the last one. */
  #writeOut(k) {
    const { journey, spec, ended } = this.ride;
    const over = ended && k > 0 && k === journey.last.k && landing(spec, journey.last) === null;
    const from = over ? k - 1 : k;
    this.arithmetic.render(from, terms(spec, journey.step(from), journey.step(from + 1)));
  }

  /** Sees to it that the ball stays in the picture for the next steps. */
  lookAhead(k, steps) {
    this.terrain.cover(this.ride.journey.slice(k, k + steps).map((step) => step.w[0]));
  }

  /** The nearest picture that still holds all of the way to step k. */
  lookBack(k) {
    const way = this.ride.journey.slice(0, k + 1);
    if (way.every((step) => this.terrain.base.contains(step.w[0]))) {
      this.terrain.reset();
    }
  }

  /** Why the run flew off; '' where it did not, or that is not known. */
  get why() {
    return whyItFlew(this.ride, this.#tools.endings);
  }

  /** Says how the run ended; for one that flew off, why, and what would not. */
  conclude(words) {
    const { ending } = this.ride.journey;
    const { endings, messages } = this.#tools;
    this.verdict.show({ verdict: ending.verdict,
      sentences: this.#brief ? [messages.text(`short.${ending.verdict}`)]
        : [ending.message, this.why, words] });
    return offerCalmer(this, this.terrain.base, (calmer) => endings.offer(calmer));
  }
}
