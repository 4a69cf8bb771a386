import { chanceOf, Draws } from '../model/draw.js';
import { LossChart } from '../view/loss-chart.js';
import { mark, part, write } from '../view/parts.js';

/**
 * What came of the restarts so far: the valleys reached beside the shares of all starts, and
 * whether the lowest was found beside the chance that it is.
 */
export class Outcomes {
  /** The chance, and the share of the draws, by restart. */
  chart;
  #stage;
  #shares;
  #draws = new Draws();
  #counted = null;
  #rate;
  #lines = [[], []];
  #told = '';
  #spoken = '';

  /**
   * @param {import('./stage.js').Stage} stage
   * @param {function(): (import('../model/basins.js').Basins|undefined)} map of all starts, once
   *     it is known
   */
  constructor(stage, map) {
    const { element, tools: { messages, numbers }, panels: [{ ride }] } = stage;
    this.#stage = stage;
    this.#shares = map;
    this.chart = new LossChart(part(element, 'chance-chart'), {
      series: [{ label: messages.text('restarts.line.chance'), token: '--loss', dash: [6, 4] },
        { label: messages.text('restarts.line.found'), token: '--ball' }],
      steps: ride.restarts,
      format: (share) => numbers.percent(share),
    });
  }

  /** The chance that one start finds the lowest valley; null until the map is known. */
  get p() {
    return this.#shares()?.lowest ?? null;
  }

  /** Draws what is new. @param {boolean} rolling */
  frame(rolling) {
    const [{ ride }] = this.#stage.panels;
    this.#count(ride);
    const [chances, shares] = this.#lines;
    const position = this.#stage.outing.positionOf(ride);
    this.chart.draw({
      journeys: [{ losses: chances, upTo: chances.length - 1 },
        { losses: shares, upTo: ride.draw ? position : -1 }],
      moving: rolling,
    });
  }

  /** A new draw begins: the line of the last is another's. */
  restart() {
    this.#lines[1] = [];
    this.#counted = null;
    this.chart.draw({
      journeys: this.#lines.map((losses) => ({ losses, upTo: losses.length - 1 })) });
  }

  /** Writes the histogram, and the count of the draws once one has been shown. */
  words(k) {
    const { element, panels: [{ ride, terrain }] } = this.#stage;
    const valleys = [...terrain.base.minima.keys(), -1];
    const map = this.#shares();
    [...part(element, 'outcomes').children].forEach((row, i) => {
      const count = ride.draw?.count(valleys[i], k) ?? 0;
      const across = (share) => `${(share * 100).toFixed(2)}%`;
      mark(row.querySelector('rect'), 'width', across(k > 0 ? count / k : 0));
      write(row.querySelector('.share'), this.#stage.tools.numbers.count(count));
      if (map) {
        const expected = valleys[i] < 0 ? 1 - terrain.base.minima.reduce(
          (sum, _, valley) => sum + map.shareOf(valley), 0) : map.shareOf(valleys[i]);
        ['x1', 'x2'].forEach((end) =>
          mark(row.querySelector('line'), end, across(Math.max(0, expected))));
      }
    });
    if (ride.ended && this.#stage.outing.reached >= ride.restarts) {
      this.#told = this.#tally(ride);
      write(part(element, 'challenge'), this.#told);
    }
  }

  /** What is to be spoken: the count of the draws, where it has become another. */
  aloud(k) {
    this.words(k);
    const news = this.#told === this.#spoken ? '' : this.#told;
    this.#spoken = this.#told;
    return news;
  }

  /** Puts the draw among those at the same rate, and lays both lines out for it. */
  #count(ride) {
    const { p } = this;
    const known = `${p}:${ride.draw ? ride.spec.seed : ''}`;
    if (known === this.#counted) {
      return;
    }
    this.#counted = known;
    if (ride.rate !== this.#rate) {
      this.#rate = ride.rate;
      this.#draws.forget();
    }
    if (ride.draw) {
      this.#draws.add(String(ride.spec.seed), ride.draw.foundAt);
      this.#lines[1] = this.#draws.shares(ride.restarts);
    }
    this.#lines[0] = p === null ? []
      : Array.from({ length: ride.restarts + 1 }, (_, k) => chanceOf(p, k));
  }

  #tally({ restarts }) {
    const { messages, numbers } = this.#stage.tools;
    const draws = this.#draws;
    return messages.text('restarts.tally', numbers.count(draws.size), numbers.count(restarts),
      numbers.count(draws.foundBy(restarts)));
  }
}
