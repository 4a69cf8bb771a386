import { mark } from './parts.js';

/** How a run ended, in words, and a button where there is something to try instead. */
export class VerdictCard {
  #host;
  #onOffer;

  /**
   * @param {HTMLElement|null} host
   * @param {function(number): void} onOffer told which rate was taken
   */
  constructor(host, onOffer) {
    this.#host = host;
    this.#onOffer = onOffer;
  }

  /** @param {{verdict: string, sentences: string[]}} ending */
  show({ verdict, sentences }) {
    mark(this.#host, 'data-verdict', verdict);
    const words = document.createElement('div');
    words.className = 'verdict-words';
    words.append(...sentences.filter(Boolean).flatMap((sentence) => {
      const paragraph = document.createElement('p');
      paragraph.textContent = sentence;
      return [paragraph, ' '];
    }));
    this.#host?.replaceChildren(words);
    this.#letKeysScroll();
  }

  /** @param {number} rate @param {string} words */
  offer(rate, words) {
    const button = document.createElement('button');
    button.type = 'button';
    button.dataset.part = 'offer';
    button.dataset.rate = String(rate);
    button.textContent = words;
    button.addEventListener('click', () => this.#onOffer(rate));
    this.#host?.append(button);
    this.#letKeysScroll();
  }

  /** While the run goes on there is nothing to say. */
  clear() {
    if (this.#host?.hasChildNodes()) {
      mark(this.#host, 'data-verdict', null);
      this.#host.replaceChildren();
    }
  }

  /** Who has no pointer scrolls words that do not fit by the arrow keys. */
  #letKeysScroll() {
    const words = this.#host?.firstElementChild;
    if (words?.scrollHeight > words?.clientHeight + 1) {
      words.tabIndex = 0;
      mark(words, 'role', 'group');
      mark(words, 'aria-label', words.firstElementChild.textContent);
    }
  }
}
