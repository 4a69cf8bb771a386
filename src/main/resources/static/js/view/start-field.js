import { keepEnter } from './parts.js';

/** The start as a number; the same field serves the form where no script runs. */
export class StartField {
  #field;

  /**
   * @param {HTMLInputElement|null} field
   * @param {function(number): void} onStart told of a finite number
   */
  constructor(field, onStart) {
    this.#field = field;
    keepEnter(field);
    field?.addEventListener('change', () => {
      const w = Number(field.value);
      if (field.value !== '' && Number.isFinite(w)) {
        onStart(w);
      }
    });
  }

  /** @param {number} w the start of the run shown */
  render(w) {
    if (this.#field && Number(this.#field.value) !== w) {
      this.#field.value = String(w);
    }
  }
}
