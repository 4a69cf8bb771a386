import { mark, part, write } from './parts.js';

const VIEWS = { 'scale-linear': 'linear', 'scale-log': 'log', 'view-table': 'table' };

/** The loss by step: linear, logarithmic or as a table; inspected by pointer or keys; as a PNG. */
export class LossPanel {
  #root;
  #host;
  #chart;
  #say;
  #last = 0;
  #inspected = null;

  /** What is shown: linear, log or table. */
  view = 'linear';

  /**
   * @param {ParentNode} root
   * @param {{chart: import('./loss-chart.js').LossChart,
   *     say: function({k: number, losses: (number|null)[]}): string,
   *     label: string, view?: string, onView: function(string): void}} options
   */
  constructor(root, { chart, say, label, view = 'linear', onView }) {
    this.#root = root;
    this.#chart = chart;
    this.#say = say;
    this.#host = part(root, 'loss-chart');
    chart.oninspect = (found) => this.#show(found);
    Object.entries({ role: 'slider', tabindex: '0', 'aria-label': label, 'aria-valuemin': '0' })
      .forEach(([name, value]) => mark(this.#host, name, value));
    this.render(0);
    this.#host.addEventListener('keydown', (event) => this.#key(event));
    this.#host.addEventListener('blur', () => this.#inspect(null));
    Object.entries(VIEWS).forEach(([name, view]) =>
      part(root, name)?.addEventListener('click', () => this.#switch(view, onView)));
    part(root, 'png')?.addEventListener('click', () => this.#save());
    if (view !== this.view) {
      this.#switch(view, () => {});
    }
  }

  /** @param {number} last the newest step drawn */
  render(last) {
    this.#last = last;
    mark(this.#host, 'aria-valuemax', String(Math.max(1, last)));
    if (this.#inspected === null) {
      mark(this.#host, 'aria-valuenow', String(last));
    }
  }

  #switch(view, onView) {
    this.view = view;
    Object.entries(VIEWS).forEach(([name, each]) =>
      mark(part(this.#root, name), 'aria-pressed', String(each === view)));
    mark(this.#host, 'data-away', view === 'table' ? '' : null);
    if (view !== 'table') {
      this.#chart.setScale(view);
    }
    onView(view);
  }

  #key(event) {
    const at = this.#inspected ?? this.#last;
    const moves = {
      ArrowLeft: at - 1,
      ArrowDown: at - 1,
      ArrowRight: at + 1,
      ArrowUp: at + 1,
      PageDown: at - 10,
      PageUp: at + 10,
      Home: 0,
      End: this.#last,
      Escape: null,
    };
    if (event.key in moves && !event.altKey && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      this.#inspect(moves[event.key]);
    }
  }

  #inspect(k) {
    this.#show(this.#chart.inspect(k));
  }

  #show(found) {
    this.#inspected = found?.k ?? null;
    const words = found ? this.#say(found) : '';
    write(part(this.#root, 'inspect'), words);
    mark(this.#host, 'aria-valuenow', String(found?.k ?? this.#last));
    mark(this.#host, 'aria-valuetext', found ? words : null);
  }

  #save() {
    const link = document.createElement('a');
    link.href = this.#chart.toPng();
    link.download = 'downhill-loss.png';
    link.click();
  }
}
