import { LossChart } from '../view/loss-chart.js';
import { mark, part } from '../view/parts.js';

/** The share that comes out right, by round; dashed for the rows that are held out. */
export class Accuracy {
  #stage;
  #chart;
  #shares = [];
  #held = [];
  #journey = null;

  /** @param {import('./stage.js').Stage} stage @param {Object[]} series of training and held out */
  constructor(stage, series) {
    const { numbers } = stage.tools;
    this.#stage = stage;
    this.#chart = new LossChart(part(stage.element, 'accuracy-chart'), {
      series, format: (share) => numbers.percent(share), top: 1 });
  }

  /** What was last drawn, as plain numbers. */
  get drawn() {
    return this.#chart.drawn;
  }

  /** Draws what is new. @param {boolean} rolling */
  frame(rolling) {
    const [{ ride }] = this.#stage.panels;
    const upTo = this.#stage.outing.positionOf(ride);
    if (ride.journey !== this.#journey) {
      this.#journey = ride.journey;
      [this.#shares, this.#held] = [[], []];
    }
    for (let k = this.#shares.length; k <= ride.journey.last.k; k += 1) {
      const { accuracy = NaN, heldOut, provisional } = ride.journey.step(k);
      if (provisional) {
        break;
      }
      this.#shares.push(accuracy);
      this.#held.push(heldOut?.accuracy ?? NaN);
    }
    this.#chart.draw({ journeys: [{ losses: this.#shares, upTo }, { losses: this.#held, upTo }],
      moving: rolling });
  }

  /** Numbers to predict are not right or wrong. */
  words() {
    const [share] = this.#shares;
    ['accuracy', 'prediction'].forEach((name) =>
      mark(part(this.#stage.element, name), 'data-none', Number.isNaN(share) ? '' : null));
  }
}
