import { BatchLists } from '../transport/batches.js';
import { objectiveQuery } from '../model/spec.js';
import { LinePicture } from '../view/line-picture.js';
import { PointsReader } from '../view/points-reader.js';
import { RowsTable } from '../view/rows-table.js';
import { part, write } from '../view/parts.js';

/** The points, the line of each run through them, and the rows that its next update looks at. */
export class PointsView {
  /** What is drawn. */
  picture;
  #stage;
  #points;
  #reader;
  #table;
  #lists;

  /**
   * @param {import('./stage.js').Stage} stage of lanes with a flavour
   * @param {import('../model/points.js').Points} points
   * @param {Object[]} looks how each run looks
   * @param {{move: function, add: function, remove: function, settle: function}} on told of what a
   *     reader does to the points
   */
  constructor(stage, points, looks, on) {
    const { element } = stage;
    this.#stage = stage;
    this.#points = points;
    this.picture = new LinePicture(part(element, 'points-picture'), looks);
    this.picture.setPoints(points);
    this.#reader = new PointsReader(part(element, 'points-reader'), {
      picture: this.picture, points, on: { ...on, choose: () => stage.refresh() } });
    this.#table = new RowsTable(part(element, 'rows'), looks, stage.tools.numbers);
    this.#lists = new BatchLists(() => stage.refresh());
  }

  /** Shows the points as they are now, and keeps one of them chosen. @param {?number} [chosen] */
  showPoints(chosen = this.#reader.chosen) {
    this.picture.setPoints(this.#points);
    this.#reader.choose(chosen);
  }

  /** Whether a point is being dragged. */
  get dragging() {
    return this.#reader.dragging;
  }

  /** The point that is chosen, by its row; null for none. */
  get chosen() {
    return this.#reader.chosen;
  }

  /** Draws the lines. */
  frame() {
    const { outing, panels } = this.#stage;
    this.picture.draw({
      lines: panels.map(({ ride }) => between(ride.journey, outing.positionOf(ride))),
      lit: panels.map((panel) => this.#lit(panel)),
      chosen: this.#reader.chosen,
    });
  }

  /** Writes which rows are looked at, and what is chosen. */
  words() {
    const { messages, numbers } = this.#stage.tools;
    const { points, columns } = this.#points;
    this.#table.render(this.#points, this.#stage.panels.map((panel) => this.#lit(panel)), messages);
    const at = this.#reader.chosen;
    const words = at === null ? messages.text('batches.points.hint')
      : messages.text('batches.points.reading', numbers.count(at + 1), numbers.count(points.length),
        columns[0].name, numbers.rate(points[at][0]), columns[1].name, numbers.rate(points[at][1]));
    this.#reader.render(words);
    write(part(this.#stage.element, 'points-reading'), words);
  }

  /** The rows of the next update, or of the last; null for all. */
  #lit({ ride, flavour }) {
    if (flavour.whole) {
      return null;
    }
    const k = Math.floor(this.#stage.outing.positionOf(ride));
    const t = ride.ended ? Math.min(k, Math.max(0, ride.journey.last.k - 1)) : k;
    const { objective, seed } = ride.spec;
    return this.#lists.rows(`${objectiveQuery(objective)}&batch=${flavour.batch}&seed=${seed ?? 1}`,
      flavour.batch, t);
  }
}

/** The slope and the intercept on the way between two steps, as the map has them. */
function between(journey, position) {
  const k = Math.floor(position);
  const share = position - k;
  const here = journey.step(k).w;
  const after = journey.step(k + 1)?.w;
  const eased = share * share * (3 - 2 * share);
  return share > 0 && after ? here.map((w, i) => w + eased * (after[i] - w)) : here;
}
