import { letterOf } from '../model/basins.js';
import { chanceOf } from '../model/draw.js';

/** A guess of a share is close within so much. */
const CLOSE = 0.05;

/** What is said of restarts: of one, of a whole draw, and of a guess about it. */
export class RestartTeller {
  #messages;
  #numbers;

  /**
   * @param {import('./messages.js').Messages} messages
   * @param {import('../model/numbers.js').Numbers} numbers
   */
  constructor(messages, numbers) {
    this.#messages = messages;
    this.#numbers = numbers;
  }

  /**
   * @param {import('../model/draw.js').Restart|undefined} restart none before the first
   * @param {number} restarts how many there are
   * @returns {import('./messages.js').Piece[]}
   */
  step(restart, restarts) {
    const [m, n] = [this.#messages, this.#numbers];
    if (!restart) {
      return m.pieces('restarts.start', n.count(restarts));
    }
    const { k, start, valley, look, loss, best } = restart;
    const key = best === null ? 'none' : loss === best ? 'new' : 'same';
    const where = valley < 0 ? 'nowhere' : look === 'lowest' ? 'lowest' : 'valley';
    return m.pieces('restarts.step', n.count(k), { text: n.said(start), symbol: 'w' },
      m.text(`restarts.${where}`, letterOf(Math.max(0, valley))),
      { text: m.text(`restarts.best.${key}`, best === null ? '' : n.said(best)), symbol: 'loss' });
  }

  /**
   * @param {import('../model/draw.js').Draw} draw
   * @param {number|null} p the chance of one start; null where it is not known yet
   */
  ending(draw, p) {
    const [m, n] = [this.#messages, this.#numbers];
    const k = draw.restarts.length;
    const count = n.count(k);
    const missed = draw.foundAt === null;
    const chance = p === null ? [] : [m.text('restarts.chance', n.tenths(p), count,
      n.tenths(chanceOf(p, k)))];
    return [missed ? m.text('restarts.missed', count)
      : m.text('restarts.found', n.count(draw.hits), count, n.count(draw.foundAt)),
    ...chance,
    ...(missed && p !== null ? [m.text('restarts.again', n.tenths(1 - chanceOf(p, k)))] : []),
    ].join(' ');
  }

  /** Whether it is near enough; null where the chance is not known. */
  isRight(guessed, p) {
    return p === null ? null : Math.abs(guessed / 100 - p) <= CLOSE;
  }

  /** @param {number} guessed of a hundred @param {number|null} p */
  guess(guessed, p) {
    if (p === null) {
      return '';
    }
    const over = guessed / 100 - p;
    const way = this.isRight(guessed, p) ? 'close' : over > 0 ? 'fewer' : 'more';
    return this.#messages.text(`restarts.guess.${way}`, this.#numbers.count(guessed),
      this.#numbers.tenths(p));
  }

  /** A row of the table. */
  row({ k, start, end, valley, best }, p) {
    const n = this.#numbers;
    const exact = (x) => (x === null ? '–' : n.exact(x));
    return [n.count(k), exact(start), exact(end), valley < 0 ? '–' : letterOf(valley), exact(best),
      p === null ? '–' : n.tenths(chanceOf(p, k))];
  }

  /** What the chart says of the restart pointed at. */
  inspected(k, best) {
    return this.#messages.text('restarts.inspect', this.#numbers.count(k),
      best === null ? '–' : this.#numbers.exact(best));
  }
}
