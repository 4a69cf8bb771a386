import { part } from '../view/parts.js';
import { VerdictCard } from '../view/verdict-card.js';
import { Ride } from './ride.js';

/** A training is a run; its table is asked for by the whole spec, since no link holds it. */
class TrainingRide extends Ride {
  get linkable() {
    return false;
  }
}

/** What a stage shows a training by: its rounds, and how it ended. What it draws, extras draw. */
export class TrainingPanel {
  #tools;

  /**
   * @param {HTMLElement} root
   * @param {{name: string, spec: Object, first: Object, tools: Object,
   *     on: Object<string, function>}} options
   */
  constructor(root, { name, spec, first, tools, on }) {
    this.root = root;
    this.#tools = tools;
    this.ride = new TrainingRide({ wire: tools.wire, name, spec, first,
      onChange: on.change, onRefused: on.refused });
    this.verdict = new VerdictCard(part(root, 'verdict'), () => {});
  }

  /** What it is called. */
  name() {
    return this.#tools.messages.text('training');
  }

  /** Nothing that glides: what a round brings is drawn by the extras. */
  draw() {}

  /** Likewise. */
  write() {}

  /** Likewise. */
  lookAhead() {}

  /** Likewise. */
  lookBack() {}

  /** No symbol of an update rule has a mark here. */
  highlight() {}

  /** Forgets how the last training ended. */
  clear() {
    this.verdict.clear();
  }

  /** Says how it ended. */
  conclude(words) {
    const { verdict, message } = this.ride.journey.ending;
    this.verdict.show({ verdict, sentences: [message, words] });
  }
}
