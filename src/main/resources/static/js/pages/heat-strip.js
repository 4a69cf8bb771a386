import { sweep } from '../transport/api.js';
import { Heat, heatQuery } from '../model/heat.js';
import { toShortForm } from '../model/spec.js';
import { HeatMap } from '../view/heat-map.js';
import { mark, part, write } from '../view/parts.js';
import { onceSeen } from '../view/sight.js';

const WAYS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowDown: [0, -1], ArrowUp: [0, 1] };

/**
 * The steps that each learning rate takes from each start, a cell each. A cell is read by pointer
 * or keys; pressed, or by Enter, its run is loaded for one of the balls.
 */
export class HeatStrip {
  /** The cells. */
  map;
  #stage;
  #reader;
  #asked = null;
  #heat = null;
  #cursor = null;
  #seen = false;

  /**
   * @param {import('./stage.js').Stage} stage
   * @param {{ token: string, marker: string }[]} looks of its balls
   */
  constructor(stage, looks) {
    this.#stage = stage;
    const host = part(stage.element, 'heat');
    this.map = new HeatMap(host, looks);
    this.#reader = part(stage.element, 'heat-reader');
    this.#balls.forEach((input) => input.removeAttribute('disabled'));
    const reader = this.#reader;
    reader.addEventListener('keydown', (event) => this.#key(event));
    reader.addEventListener('pointermove', (event) => this.#read(this.map.cellAt(event)));
    reader.addEventListener('pointerleave', () => this.#read(null));
    reader.addEventListener('blur', () => this.#read(null));
    reader.addEventListener('click', (event) => this.#load(this.map.cellAt(event)));
    stage.element.addEventListener('change', ({ target }) =>
      this.#balls.includes(target) && this.words());
    onceSeen(host, () => {
      this.#seen = true;
      this.words();
    });
  }

  /** Shows where the balls stand, and asks for the runs where others are to be shown. */
  words() {
    const { panels, tools: { numbers } } = this.#stage;
    const labels = this.#balls.map((input) => input.nextElementSibling);
    panels.forEach(({ ride }, i) => write(labels[i], numbers.rate(ride.rate)));
    if (this.#seen) {
      this.#ask();
      this.#draw();
    }
  }

  /** Whether there is something to read. */
  get loaded() {
    return this.#heat !== null;
  }

  get #balls() {
    return [...this.#stage.element.querySelectorAll('input[name="into"]')];
  }

  /** The ball that takes what is loaded. */
  get #ball() {
    return this.#stage.panels[Math.max(0, this.#balls.findIndex((input) => input.checked))];
  }

  async #ask() {
    const { ride: { spec }, terrain: { base } } = this.#ball;
    const { domain } = base;
    const ground = { domain, bend: base.sharpestBend((domain[0] + domain[1]) / 2),
      steps: spec.steps };
    const plain = { ...spec, start: [domain[0]], changes: [] };
    const query = new URLSearchParams(toShortForm([plain]));
    query.delete('learningRate');
    const asked = heatQuery(query, ground);
    if (asked === this.#asked) {
      return;
    }
    this.#asked = asked;
    try {
      const answer = await sweep(asked);
      if (asked === this.#asked) {
        this.#heat = new Heat(answer);
        this.map.show(this.#heat);
        this.#legend();
        this.#read(null);
        this.#draw();
      }
    } catch (error) {
      write(part(this.#stage.element, 'heat-reading'),
        this.#stage.tools.messages.text('heat.refused', error.message));
    }
  }

  #legend() {
    const { messages, numbers } = this.#stage.tools;
    write(part(this.#stage.element, 'heat-most'),
      messages.counted('heat.most', this.#heat.most, numbers.count(this.#heat.most)));
  }

  #draw() {
    if (this.#heat) {
      const marks = this.#stage.panels.map(({ ride }) =>
        ({ rate: ride.rate, start: ride.spec.start[0] }));
      this.map.draw({ marks, cursor: this.#cursor });
    }
  }

  #key(event) {
    if (!this.#heat || event.altKey || event.ctrlKey || event.metaKey) {
      return;
    }
    const { rate, spec } = this.#ball.ride;
    const from = this.#cursor ?? this.#heat.nearest(rate, spec.start[0]);
    const most = [this.#heat.rates.length - 1, this.#heat.starts.length - 1];
    if (event.key in WAYS) {
      this.#read(from.map((at, i) =>
        Math.min(most[i], Math.max(0, at + (this.#cursor ? WAYS[event.key][i] : 0)))));
    } else if (event.key === 'Home' || event.key === 'End') {
      this.#read([event.key === 'Home' ? 0 : most[0], from[1]]);
    } else if (event.key === 'Enter') {
      this.#load(from);
    } else if (event.key === 'Escape') {
      this.#read(null);
    } else {
      return;
    }
    event.preventDefault();
  }

  #read(cell) {
    this.#cursor = cell;
    const { messages } = this.#stage.tools;
    const words = this.#heat && cell ? this.#tell(cell) : messages.text('heat.hint');
    write(part(this.#stage.element, 'heat-reading'), words);
    const { rate } = this.#heat && cell ? this.#heat.cell(...cell) : this.#ball.ride;
    mark(this.#reader, 'aria-valuenow', String(rate));
    mark(this.#reader, 'aria-valuetext', words);
    this.#draw();
  }

  #tell(cell) {
    const { messages, numbers } = this.#stage.tools;
    const { rate, start, reached, end } = this.#heat.cell(...cell);
    const steps = reached ?? this.#heat.steps;
    return messages.text('heat.cell', numbers.rate(rate), numbers.said(start),
      messages.counted(`heat.${end}`, steps, numbers.count(steps)));
  }

  #load(cell) {
    const stage = this.#stage;
    if (!this.#heat || !cell || !this.#heat.runs[cell[0]][cell[1]]) {
      return;
    }
    const { rate, start } = this.#heat.cell(...cell);
    stage.outing.changeRate(this.#ball.ride, rate);
    stage.moveStart(this.#ball.place([start]));
    const { messages, numbers } = stage.tools;
    stage.notice(messages.text('heat.loaded',
      numbers.rate(rate), numbers.said(start), this.#tell(cell)));
    stage.speaker.say(part(stage.element, 'notice').textContent);
    this.#read(cell);
  }
}
