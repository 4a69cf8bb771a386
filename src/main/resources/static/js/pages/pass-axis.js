import { part } from '../view/parts.js';

/** The axis of the losses: by updates, by passes over the data, or by examples looked at. */
export class PassAxis {
  #stage;
  #history;
  #points;
  #field;
  #shown = '';

  /**
   * @param {import('./stage.js').Stage} stage of lanes with a flavour
   * @param {import('./history.js').History} history
   * @param {import('../model/points.js').Points} points
   */
  constructor(stage, history, points) {
    this.#stage = stage;
    this.#history = history;
    this.#points = points;
    this.#field = part(stage.element, 'axis');
    this.#field.removeAttribute('disabled');
    this.#field.addEventListener('change', () => {
      this.words();
      stage.refresh();
    });
  }

  /** Lays out the losses anew where the axis, or what a pass is, has become another. */
  words() {
    const kind = this.#field.value;
    const flavours = this.#stage.panels.map((panel) => panel.flavour);
    const shown = [kind, this.#points.points.length, ...flavours.map(({ batch }) => batch)].join();
    if (shown === this.#shown) {
      return;
    }
    const first = this.#shown === '';
    this.#shown = shown;
    if (!first || kind !== 'updates') {
      this.#history.setAxis(kind === 'updates' ? byUpdates(flavours)
        : this.#byExamples(flavours, kind));
      this.#stage.refresh();
    }
  }

  /** As far as all runs come with their steps, so that they are compared over the same passes. */
  #byExamples(flavours, kind) {
    const rows = this.#points.points.length;
    const steps = this.#stage.panels.map(({ ride }) => ride.spec.steps);
    const least = Math.min(...flavours.map((flavour, i) => flavour.examplesAt(steps[i])));
    const examples = Math.max(1, Math.floor(least / rows)) * rows;
    const unit = kind === 'passes' ? rows : 1;
    return {
      at: flavours.map((flavour) => (k) => flavour.examplesAt(k) / unit),
      end: examples / unit,
      most: flavours.map((flavour) => flavour.updateAt(examples)),
      says: kind === 'passes' ? 'inspect.passes' : 'inspect.examples',
    };
  }
}

function byUpdates(flavours) {
  return { at: flavours.map(() => (k) => k), end: null, most: flavours.map(() => Infinity),
    says: 'inspect.many' };
}
