import { FEWEST_POINTS, MOST_POINTS, readPoints } from '../model/points.js';
import { objectiveQuery } from '../model/spec.js';
import { landscape, Refusal } from '../transport/api.js';
import { part, write } from '../view/parts.js';

/** A point that is moved is asked about once it has stood still so long, in milliseconds. */
const STILL = 250;

/**
 * Other data, scaled or not: the service is asked for their ground, and all runs begin anew on it.
 * Points that are dragged are shown at once, and their ground once they rest.
 */
export class OwnData {
  #stage;
  #surface;
  #points;
  #view = null;
  #onGround;
  #asked = 0;

  /**
   * @param {import('./stage.js').Stage} stage
   * @param {{surface: import('../model/surface.js').Surface,
   *     points: import('../model/points.js').Points, onGround: function(): void}} options
   *     `onGround` is told when the ground has become another
   */
  constructor(stage, { surface, points, onGround }) {
    this.#stage = stage;
    this.#surface = surface;
    this.#points = points;
    this.#onGround = onGround;
    const listen = (name, type, handle) =>
      part(stage.element, name)?.addEventListener(type, (event) => handle(event));
    listen('scale', 'change', () => this.#scale());
    listen('use-points', 'click', (event) => {
      event.preventDefault();
      this.#paste();
    });
    listen('back-to-ours', 'click', () =>
      this.#become({ data: 'lemonade' }, 'batches.points.back'));
  }

  /**
   * Where a reader takes the points in hand.
   * @param {import('./points-view.js').PointsView} view
   */
  handle(view) {
    this.#view = view;
  }

  /** Told by the picture. */
  get on() {
    const own = (edit, chosen) => this.#edit(edit(this.#points.points), chosen);
    return {
      move: (row, place) => own((all) => all.map((each, i) => (i === row ? place : each)), row),
      add: (place) => own((all) => [...all, place], this.#points.points.length),
      remove: (row) => own((all) => all.filter((_, i) => i !== row), Math.max(0, row - 1)),
      settle: () => this.#askSoon(0),
    };
  }

  /** Points of the reader's own, seen at once. */
  #edit(points, chosen) {
    if (this.#refuses(points.length)) {
      return;
    }
    // The picture keeps still under the hand; it fits the points again with their ground.
    Object.assign(this.#points, { points, name: '' });
    this.#view.showPoints(chosen);
    if (!this.#view.dragging) {
      this.#askSoon(STILL);
    }
  }

  #askSoon(wait) {
    const asked = ++this.#asked;
    setTimeout(() => asked === this.#asked
      && this.#become({ points: this.#points.points }, 'batches.points.changed'), wait);
  }

  #paste() {
    const { messages } = this.#stage.tools;
    const { points, wrong } = readPoints(part(this.#stage.element, 'own-points').value);
    if (wrong) {
      this.#say(messages.text('batches.points.line', String(wrong.line), wrong.text.slice(0, 60)));
    } else if (points.length === 0) {
      this.#say(messages.text('batches.points.none'));
    } else if (!this.#refuses(points.length)) {
      this.#become({ points }, 'batches.points.changed');
    }
  }

  #refuses(count) {
    const { messages, numbers } = this.#stage.tools;
    const refused = count < FEWEST_POINTS || count > MOST_POINTS;
    if (refused) {
      this.#say(messages.text('batches.points.count', numbers.count(FEWEST_POINTS),
        numbers.count(MOST_POINTS), numbers.count(count)));
    }
    return refused;
  }

  #say(sentence) {
    this.#stage.notice(sentence);
  }

  #scale() {
    const { checked } = part(this.#stage.element, 'scale');
    const { points, own, name } = this.#points;
    this.#become(own ? { points } : { data: name },
      checked ? 'batches.scaled' : 'batches.unscaled');
  }

  async #become(source, sentence) {
    const stage = this.#stage;
    const { messages, numbers } = stage.tools;
    const scale = part(stage.element, 'scale').checked;
    const objective = { ...source, model: 'line', scale };
    const asked = ++this.#asked;
    stage.outing.player.pause();
    try {
      const answer = await landscape(objectiveQuery(objective));
      if (asked === this.#asked) {
        this.#show(answer, objective);
        stage.beginAnew(stage.panels[0].place(answer.data.start),
          messages.text(sentence, numbers.count(answer.data.points.length)),
          (spec) => ({ ...spec, objective,
            batch: fitting(spec.batch, answer.data.points.length) }));
      }
    } catch (error) {
      if (asked !== this.#asked) {
        return;
      }
      part(stage.element, 'scale').checked = this.#points.scale !== null;
      this.#say(error instanceof Refusal
        ? messages.text('refused', error.message) : messages.text('unreachable'));
    }
  }

  #show(answer, objective) {
    this.#surface.become(answer);
    this.#points.become(answer.data);
    part(this.#stage.element, 'own-points').value = this.#points.own ? this.#points.table : '';
    ['across', 'up'].forEach((way, i) =>
      write(part(this.#stage.element, `name-${way}`), this.#points.heads[i]));
    this.#view.showPoints(objective.points ? this.#view.chosen : null);
    this.#onGround();
  }
}

/** No batch is larger than all there is. */
function fitting(batch, rows) {
  return batch === 'all' || batch === undefined ? 'all' : Math.min(batch, rows);
}
