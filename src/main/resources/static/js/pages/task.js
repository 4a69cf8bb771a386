import { part, write } from '../view/parts.js';

/** The task that a preset comes with: at rest in the lowest place, in time, from the same start. */
export class Task {
  #stage;
  #start;
  #within;
  #first = true;
  #answered = false;

  /** @param {import('./stage.js').Stage} stage with one ball */
  constructor(stage) {
    this.#stage = stage;
    this.#start = stage.panels[0].ride.spec.start;
    this.#within = Number(part(stage.element, 'task')?.dataset.within ?? 0);
  }

  /** How it went; '' while that is open. */
  get sentence() {
    return this.#graded.sentence;
  }

  /** All begins anew. */
  restart() {
    this.#answered = false;
  }

  /** How it went, and whether it is done; null where this run was not for the task. */
  get #graded() {
    const { panels: [{ ride }], outing, tools: { messages, numbers } } = this.#stage;
    const { journey, spec } = ride;
    if (this.#within === 0 || !ride.ended || outing.positionOf(ride) < journey.last.k) {
      return { sentence: '', right: null };
    }
    const { k } = journey.last;
    if (spec.start.join() !== this.#start.join()) {
      return { right: null, sentence: messages.text('task.moved',
        ...[spec.start, this.#start].map((start) =>
          numbers.list(start.map((value) => numbers.said(value))))) };
    }
    if (journey.ending.verdict !== 'converged') {
      return { right: false, sentence: messages.text('task.open') };
    }
    const right = k <= this.#within;
    return { right, sentence: right ? messages.counted('task.done', k, numbers.count(k))
      : messages.text('task.late', numbers.count(k), numbers.count(this.#within)) };
  }

  /** Writes it, once there is something to write. */
  words() {
    const { sentence, right } = this.#graded;
    if (sentence !== '' || !this.#first) {
      this.#first = false;
      write(part(this.#stage.element, 'task-graded'), sentence);
    }
    if (right !== null && !this.#answered) {
      this.#answered = true;
      this.#stage.announcing.say('answered', { question: 'task', response: '', success: right,
        message: sentence });
    }
  }

  /** Heard with the ending. */
  aloud() {
    return this.sentence;
  }
}
