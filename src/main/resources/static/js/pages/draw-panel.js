import { CurvePicture } from '../view/curve-picture.js';
import { part } from '../view/parts.js';
import { RateControl } from '../view/rate-control.js';
import { VerdictCard } from '../view/verdict-card.js';
import { RateScale } from '../model/rate-scale.js';
import { Bystander } from './bystander.js';
import { DrawRide } from './draw-ride.js';
import { Terrain } from './terrain.js';

/** Above the seeds that one types, so that draws by chance are seldom those of another. */
const SEEDS = 1e6;

/** Many balls on one curve, one after the other: each from a start of its own to its end. */
export class DrawPanel extends Bystander {
  #tools;
  #drawn = NaN;

  /**
   * @param {HTMLElement} root
   * @param {{spec: import('../model/spec.js').Spec, state: Object, tools: Object,
   *     restarts: number, ending: function(import('../model/draw.js').Draw): string,
   *     on: Object<string, function>}} options `on` has change, refused, start and invalidRate
   */
  constructor(root, { spec, state, tools, restarts, ending, on }) {
    super();
    this.root = root;
    this.#tools = tools;
    this.terrain = new Terrain(state.landscape, spec, () => {});
    const { base } = this.terrain;
    this.picture = new CurvePicture(part(root, 'picture'), {});
    this.picture.setLandscape(base, {
      labels: { lowest: tools.messages.text('picture.lowest') } });
    this.ride = new DrawRide({ spec, restarts, landscape: base, onChange: on.change,
      onRefused: on.refused, ending });
    this.rate = new RateControl(root, {
      ...tools,
      scale: RateScale.forBend(base.sharpestBend(base.minima[0]?.w ?? 0),
        [spec.optimizer.learningRate]),
      onRate: (rate) => on.start(this.#again(rate)),
      onInvalid: on.invalidRate,
    });
    this.verdict = new VerdictCard(part(root, 'verdict'));
  }

  /** Another draw. */
  elsewhere() {
    const seed = 1 + Math.floor(Math.random() * SEEDS);
    return { seed, rate: this.ride.rate,
      said: this.#tools.messages.text('restarts.drawn', String(seed)) };
  }

  #again(rate) {
    const { messages, numbers } = this.#tools;
    return { seed: this.ride.spec.seed, rate,
      said: messages.text('restarts.rate', numbers.rate(rate)) };
  }

  /** The starts drawn up to a position, for the marks on the picture and on the map below it. */
  drops(position) {
    return (this.ride.draw?.restarts ?? []).slice(0, Math.ceil(position))
      .map(({ start, look }) => ({ w: start, look }));
  }

  /** Draws the marks and the ball that is under way. */
  draw(position, { anew, rolling }) {
    if (position === this.#drawn && !anew) {
      return;
    }
    this.#drawn = position;
    const { base } = this.terrain;
    const k = Math.floor(position);
    const glide = position - k;
    const at = (w) => (w === null || w === undefined ? null
      : { w, loss: base.lossAt(w), slope: base.slopeAt(w) });
    const { journey } = this.ride;
    const going = glide > 0 ? journey.step(k + 1)?.restart : null;
    this.picture.draw({
      ball: going ? at(going.start) : at(journey.step(k)?.restart?.end),
      next: going ? at(going.end) : null,
      marks: this.drops(position),
      glide,
      show: { arrow: false, tangent: false },
    }, { moving: rolling && !anew && glide > 0 });
  }

  /** Says how the draw went. */
  conclude(words) {
    const { verdict, message } = this.ride.journey.ending;
    this.verdict.show({ verdict, sentences: [message, words] });
  }
}
