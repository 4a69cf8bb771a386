import { formulaOf, Refusal } from '../transport/api.js';
import { part, write } from '../view/parts.js';

/** What is typed is asked about once the keys have been still so long, in milliseconds. */
const STILL = 250;

/** A formula as it is typed: its slope, or what is wrong and where. */
export class FormulaField {
  #element;
  #tools;
  #field;
  #button;
  #asked = 0;
  #good = '';

  /**
   * @param {HTMLElement} element of the sim
   * @param {{messages: Object}} tools
   */
  constructor(element, tools) {
    this.#element = element;
    this.#tools = tools;
    this.#field = part(element, 'formula');
    this.#button = part(element, 'use-formula');
    this.#field.addEventListener('input', () => this.#askSoon());
    this.#field.addEventListener('keydown', (event) => {
      if (event.key === 'Enter') {
        event.preventDefault();
        this.#button.click();
      }
    });
    this.#button.addEventListener('click', (event) => this.#use(event));
    if (this.#field.value) {
      this.#ask();
    }
  }

  /** A formula with a mistake is not sent: the reader is led to it. */
  async #use(event) {
    if (this.#good !== '' && this.#good === this.#field.value) {
      return;
    }
    event.preventDefault();
    const mistake = await this.#ask();
    if (this.#good !== '' && this.#good === this.#field.value) {
      this.#button.click();
    } else if (mistake) {
      this.#field.focus();
      this.#field.setSelectionRange(...mistake);
    }
  }

  #askSoon() {
    const asked = ++this.#asked;
    setTimeout(() => asked === this.#asked && this.#ask(), STILL);
  }

  /** @returns {Promise<?number[]>} from where to where the mistake is */
  async #ask() {
    const asked = ++this.#asked;
    const text = this.#field.value;
    const answer = await formulaOf(text).catch((error) => ({ error }));
    if (asked !== this.#asked) {
      return null;
    }
    const { variables, derivatives, mistake, error } = answer;
    this.#field.toggleAttribute('aria-invalid', false);
    if (error) {
      this.#say(error instanceof Refusal ? error.message
        : this.#tools.messages.text('unreachable'));
      return null;
    }
    if (mistake) {
      this.#field.setAttribute('aria-invalid', 'true');
      return this.#tellMistake(text, mistake);
    }
    this.#good = text;
    this.#offerEnds(variables);
    this.#say(this.#slope(derivatives));
    return null;
  }

  #slope(derivatives) {
    const { messages } = this.#tools;
    return derivatives === null ? messages.text('formula.long')
      : messages.text(derivatives.length === 1 ? 'formula.slope' : 'formula.slopes',
        ...derivatives);
  }

  /** The sentence, and under it the formula with the place marked. @returns {number[]} it */
  #tellMistake(text, { message, position, found }) {
    const to = position + found.replace(/…$/, '').length;
    const line = document.createElement('code');
    const place = document.createElement('mark');
    place.textContent = text.slice(position, to) || '\u00a0';
    line.append(text.slice(0, position), place, text.slice(to));
    line.setAttribute('aria-hidden', 'true');
    part(this.#element, 'formula-told').replaceChildren(message, ' ', line);
    return [position, to];
  }

  #say(sentence) {
    write(part(this.#element, 'formula-told'), sentence);
  }

  /** A formula of two has a domain for each. */
  #offerEnds(variables) {
    const ends = part(this.#element, 'ends');
    const labels = [...ends.querySelectorAll('label')];
    const { messages } = this.#tools;
    variables.flatMap((name) => [name, name]).forEach((name, i) => {
      const label = labels[i] ?? ends.appendChild(labels[i % 2].cloneNode(true));
      write(label.querySelector('span'),
        i % 2 === 0 ? messages.text('formula.from', name) : messages.text('formula.to'));
    });
    labels.slice(2 * variables.length).forEach((label) => label.remove());
  }
}
