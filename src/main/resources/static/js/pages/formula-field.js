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
    try {
      const { variables, derivatives } = await formulaOf(text);
      if (asked === this.#asked) {
        this.#good = text;
        this.#mistaken(false);
        this.#offerEnds(variables);
        this.#say(this.#slope(derivatives));
      }
    } catch (error) {
      return asked === this.#asked ? this.#tellMistake(text, error) : null;
    }
    return null;
  }

  #slope(derivatives) {
    const { messages } = this.#tools;
    return derivatives === null ? messages.text('formula.long')
      : messages.text(derivatives.length === 1 ? 'formula.slope' : 'formula.slopes',
        ...derivatives);
  }

  /** The sentence, and under it the formula with the place marked. */
  #tellMistake(text, error) {
    if (!(error instanceof Refusal)) {
      this.#say(this.#tools.messages.text('unreachable'));
      return null;
    }
    this.#mistaken(true);
    const from = error.position ?? 0;
    const to = from + (error.found ?? '').replace(/…$/, '').length;
    const told = part(this.#element, 'formula-told');
    const line = document.createElement('code');
    const place = document.createElement('mark');
    place.textContent = text.slice(from, to) || '\u00a0';
    line.append(text.slice(0, from), place, text.slice(to));
    line.setAttribute('aria-hidden', 'true');
    told.replaceChildren(error.message, ' ', ...(error.position === undefined ? [] : [line]));
    return error.position === undefined ? null : [from, to];
  }

  #mistaken(is) {
    this.#field.toggleAttribute('aria-invalid', is);
    if (is) {
      this.#field.setAttribute('aria-invalid', 'true');
    }
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
