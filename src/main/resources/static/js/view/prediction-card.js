import { keepEnter, part, write } from './parts.js';

/** The guess before the run: never in the way of Step and Roll. */
export class PredictionCard {
  #card;
  #steps;

  /** @param {ParentNode} root */
  constructor(root) {
    this.#card = part(root, 'prediction');
    this.#steps = part(root, 'prediction-steps');
    keepEnter(this.#steps);
    [...(this.#card?.querySelectorAll('input') ?? []), this.#steps]
      .forEach((input) => input?.removeAttribute('disabled'));
  }

  /** @returns {{what: string|null, steps: number|null}} what has been guessed so far */
  get guess() {
    const what = this.#card?.querySelector('input[type="radio"]:checked')?.value ?? null;
    const steps = Number.parseInt(this.#steps?.value ?? '', 10);
    return { what, steps: steps >= 0 ? steps : null };
  }

  /** The guess in the words on the card; '' where nothing has been guessed. */
  get words() {
    const way = this.#card?.querySelector('input[type="radio"]:checked + span')?.textContent ?? '';
    return [way.trim(), this.#steps?.value ?? ''].filter(Boolean).join(', ');
  }

  /** Writes the names of the first ways to guess. @param {string[]} names */
  name(names) {
    const labels = this.#card?.querySelectorAll('input[type="radio"] + span') ?? [];
    names.forEach((name, i) => write(labels[i], name));
  }
}
