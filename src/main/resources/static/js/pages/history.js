import { LossChart } from '../view/loss-chart.js';
import { LossPanel } from '../view/loss-panel.js';
import { together } from '../model/tables.js';
import { part } from '../view/parts.js';
import { save } from '../view/save.js';
import { ROWS, StepTable } from '../view/step-table.js';
import { toShortForm } from '../model/spec.js';

/** What has happened so far: the loss by step as a chart and a table, and both to take away. */
export class History {
  /** The loss by step. */
  chart;
  #stage;
  #panel;
  #table;
  #journeys;
  #most;
  #inspecting = 'inspect.many';
  #csv;
  #inspected;
  #beside;
  #labels;

  /**
   * @param {import('./stage.js').Stage} stage
   * @param {{label: string, token: string, dash?: number[], marker?: string}[]} series
   * @param {{view?: string, steps?: number, label?: string, cells?: function, csv?: function,
   *     inspected?: function, beside?: function(): number[]}} [options] how the losses are shown at
   *     first: linear, log or as a table; how many steps the chart has room for from the first;
   *     where a step is no step of a descent, what the chart is called, what a row of the table
   *     says, where the CSV is, and what is said of the step pointed at; and the losses of a last
   *     series that is no panel's
   */
  constructor(stage, series, options = {}) {
    const { view = 'linear', steps, label, cells, csv, inspected, beside } = options;
    const { element, tools } = stage;
    this.#stage = stage;
    this.chart = new LossChart(part(element, 'loss-chart'), { series, steps });
    this.#csv = csv;
    this.#inspected = inspected;
    this.#table = new StepTable(element, { ...tools, cells });
    this.#panel = new LossPanel(element, {
      chart: this.chart,
      label: label ?? tools.messages.text('chart.label'),
      view,
      say: (found) => this.#say(found),
      onView: () => stage.refresh(),
    });
    this.#journeys = stage.panels.map(() => ({ losses: [], upTo: 0 }));
    this.#most = stage.panels.map(() => Infinity);
    this.#beside = beside;
    this.#labels = series.map((each) => each.label);
    part(element, 'csv')?.addEventListener('click', (event) => this.#takeAway(event));
  }

  /**
   * Lays the losses out along another axis.
   * @param {{at: (function(number): number)[], end: ?number, most: number[], says: string}} axis as
   *     the chart takes it; up to which step of each run it reaches; and the message that begins
   *     a reading
   */
  setAxis({ at, end, most, says }) {
    this.#most = most;
    this.#inspecting = says;
    this.chart.setAxis(at, end);
  }

  /** Draws what is new. @param {boolean} rolling */
  frame(rolling) {
    const { outing, panels } = this.#stage;
    panels.forEach(({ ride }, i) => {
      this.#journeys[i].losses = ride.journey.losses;
      this.#journeys[i].upTo = Math.min(outing.positionOf(ride), this.#most[i]);
    });
    this.chart.draw({ journeys: [...this.#journeys, ...this.#others()], moving: rolling });
  }

  /** Writes what is new; a table that nobody sees waits until the ball rests. */
  words(k, rolling) {
    const { outing, panels } = this.#stage;
    this.#panel.render(outing.reached);
    this.#linkCsv();
    if (rolling && this.#panel.view !== 'table') {
      return;
    }
    const first = Math.max(0, k - ROWS + 1);
    const rows = [];
    for (let j = first; j <= k; j++) {
      rows.push(panels.map(({ ride }) => ride.journey.step(j)));
    }
    this.#table.render(rows, k + 1);
  }

  /** What is no panel's is drawn whole. */
  #others() {
    const losses = this.#beside?.();
    return losses ? [{ losses, upTo: losses.length - 1 }] : [];
  }

  #say({ k, losses }) {
    const { messages, numbers } = this.#stage.tools;
    const { panels } = this.#stage;
    if (this.#inspected) {
      return this.#inspected(k, losses[0]);
    }
    if (losses.length === 1) {
      return messages.text('inspect', numbers.count(k), numbers.exact(losses[0]));
    }
    const each = losses.map((_, i) => messages.text('inspect.panel',
      this.#beside ? this.#labels[i] : panels[i].name(),
      losses[i] === null || losses[i] === undefined ? '–' : numbers.exact(losses[i])));
    return messages.counted(this.#inspecting, k, numbers.count(k), numbers.list(each));
  }

  /** A run without changes is a plain link: to the run shown, not to one at a rate set since. */
  #linkCsv() {
    const [{ ride }] = this.#stage.panels;
    const link = part(this.#stage.element, 'csv');
    if (link && this.#isPlain) {
      link.href = this.#csv?.() ?? `/api/runs.csv?${toShortForm([ride.spec])}`;
    }
  }

  get #isPlain() {
    const [{ ride }, ...others] = this.#stage.panels;
    return others.length === 0 && ride.linkable;
  }

  async #takeAway(event) {
    if (this.#isPlain) {
      return;
    }
    event.preventDefault();
    const { panels, tools } = this.#stage;
    try {
      const texts = await Promise.all(panels.map(({ ride }) => ride.asCsv()));
      save('downhill.csv', new Blob([together(texts)], { type: 'text/csv' }));
    } catch {
      this.#stage.notice(tools.messages.text('unreachable'));
    }
  }
}
