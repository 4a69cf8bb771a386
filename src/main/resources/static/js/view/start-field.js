import { keepEnter } from './parts.js';

/** The start in numbers; the same fields serve the form where no script runs. */
export class StartField {
  #fields;

  /** The one that is being written in, which nothing may write over. */
  #written = null;

  /**
   * @param {Iterable<HTMLInputElement>} fields one for each parameter; none where there is no start
   *     to set
   * @param {function(number[]): void} onStart told of finite numbers
   */
  constructor(fields, onStart) {
    this.#fields = [...fields];
    this.#fields.forEach((field) => {
      keepEnter(field);
      field.addEventListener('input', () => { this.#written = field; });
      field.addEventListener('blur', () => { this.#written = null; });
      field.addEventListener('change', () => {
        this.#written = null;
        const texts = this.#fields.map((each) => each.value);
        if (texts.every((text) => text !== '' && Number.isFinite(Number(text)))) {
          onStart(texts.map(Number));
        }
      });
    });
  }

  /** @param {number[]} w the start of the run shown */
  render(w) {
    this.#fields.forEach((field, i) => {
      if (field !== this.#written && Number(field.value) !== w[i]) {
        field.value = String(w[i]);
      }
    });
  }
}
