import { rateAfter } from '../model/spec.js';
import { part } from '../view/parts.js';

/** How each of several runs ended, in full, below all else. */
export class Endings {
  #stage;
  #told = '';
  #waiting;

  /** @param {import('./stage.js').Stage} stage */
  constructor(stage) {
    this.#stage = stage;
    this.#waiting = [...part(stage.element, 'endings').children];
  }

  /** Writes those that have been seen. */
  words() {
    const { panels, outing, element } = this.#stage;
    const sentences = panels.filter(({ ride }) =>
      ride.ended && outing.reached >= ride.journey.last.k).map((panel) => this.#sentence(panel));
    if (sentences.join() !== this.#told) {
      this.#told = sentences.join();
      part(element, 'endings').replaceChildren(...(sentences.length === 0
        ? this.#waiting : sentences.map(itemOf)));
    }
  }

  #sentence(panel) {
    const { ride: { journey, spec }, why } = panel;
    return this.#stage.tools.messages.text('panel.ended',
      panel.name(rateAfter(spec, journey.last.k)),
      [journey.ending.message, why].filter(Boolean).join(' '));
  }
}

function itemOf(sentence) {
  const item = document.createElement('li');
  item.textContent = sentence;
  return item;
}
