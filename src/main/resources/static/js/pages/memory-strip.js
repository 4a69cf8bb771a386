import { readable } from '../view/charting.js';
import { LossChart } from '../view/loss-chart.js';
import { part } from '../view/parts.js';

/** What an optimizer remembers, step by step: a line for each parameter. */
export class MemoryStrip {
  /** The memory by step. */
  chart;
  #stage;
  #name;
  #lines = [[], []];
  #last;

  /**
   * @param {import('./stage.js').Stage} stage with one run of two parameters
   * @param {string} name of what is shown, as the engine calls it
   */
  constructor(stage, name) {
    const { element } = stage;
    this.#stage = stage;
    this.#name = name;
    this.chart = new LossChart(part(element, 'memory-strip'), {
      series: [{ label: 'x', token: '--memory' },
        { label: 'y', token: '--memory', dash: [6, 3], marker: 'square' }],
      format: (value) => readable(value || 0).replace('-', '−'),
    });
  }

  /** Draws what is new. @param {boolean} rolling */
  frame(rolling) {
    const [{ ride }] = this.#stage.panels;
    this.#take(ride.journey);
    const upTo = this.#stage.outing.positionOf(ride);
    this.chart.draw({ journeys: this.#lines.map((losses) => ({ losses, upTo })), moving: rolling });
  }

  /** Keeps what it has for as long as it is the same run's. */
  #take(journey) {
    const known = this.#lines[0].length;
    if (known > 0 && journey.step(known - 1) !== this.#last) {
      this.#lines = [[], []];
    }
    for (let k = this.#lines[0].length; k <= journey.last.k; k += 1) {
      const remembered = journey.step(k).state?.[this.#name] ?? [0, 0];
      this.#lines.forEach((line, i) => line.push(remembered[i]));
    }
    this.#last = journey.last;
  }
}
