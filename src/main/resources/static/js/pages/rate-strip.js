import { LossChart } from '../view/loss-chart.js';
import { part } from '../view/parts.js';

/** The learning rate of each update under the chart of the loss, over the same steps. */
export class RateStrip {
  /** The rates by step. */
  chart;
  #stage;

  /**
   * @param {import('./stage.js').Stage} stage
   * @param {{label: string, token: string, dash?: number[], marker?: string}[]} series
   * @param {number} steps how many the axis has room for
   */
  constructor(stage, series, steps) {
    const { element, tools } = stage;
    this.#stage = stage;
    this.chart = new LossChart(part(element, 'rate-strip'),
      { series, steps, format: (rate) => tools.numbers.rate(rate) });
  }

  /** Draws what is new. @param {boolean} rolling */
  frame(rolling) {
    const { outing, panels } = this.#stage;
    this.chart.draw({
      journeys: panels.map(({ ride }) => ({ losses: ride.journey.rates,
        upTo: outing.positionOf(ride) })),
      moving: rolling,
    });
  }
}
