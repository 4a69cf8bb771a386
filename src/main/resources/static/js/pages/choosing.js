import { keepEnter } from '../view/parts.js';

/** Where the reader was, for the time that it takes to load a page. */
const PLACE = 'downhill:place';

/** What is asked of the server, and not of the run that is shown. */
const CHOICES = 'select[name="curve"], input[name="steps"], [data-reload]';

/** What only a new page can show: another curve, or another number of steps. */
export class Choosing {
  #form;

  /** @param {HTMLElement} element a sim with a form that serves where no script runs */
  constructor(element) {
    this.#form = element.querySelector('form');
    const fields = [...this.#form?.querySelectorAll(CHOICES) ?? []];
    fields.forEach((field, i) => {
      keepEnter(field);
      field.addEventListener('change', () => this.#load(field, i));
    });
    this.#comeBack(fields);
  }

  #load(field, i) {
    if (!this.#form.reportValidity()) {
      return;
    }
    if (field.name === 'schedule') {
      forget(field);
    }
    remember({ path: location.pathname, i, y: scrollY });
    location.assign(`${this.#form.action}?${choice(new FormData(this.#form), field.name)}`);
  }

  /** The page is another; the reader is not to notice. */
  #comeBack(fields) {
    const place = recall();
    if (place?.path === location.pathname) {
      fields[place.i]?.focus({ preventScroll: true });
      scrollTo({ top: place.y, behavior: 'instant' });
    }
  }
}

/** Another schedule has settings of its own. */
function forget(field) {
  field.closest('fieldset')?.querySelectorAll('input').forEach((input) => { input.value = ''; });
}

/**
 * The query of what is chosen. Another curve begins at a start of its own; several rates are one
 * list.
 * @param {FormData} data
 * @param {string} name of the field that was changed
 */
export function choice(data, name) {
  const left = ['was', 'guess', ...(name === 'curve' ? ['start'] : [])];
  const names = [...new Set(data.keys())].filter((each) => !left.includes(each));
  return new URLSearchParams(names.map((each) => [each, data.getAll(each).join(',')]))
    .toString().replaceAll('%2C', ',').replaceAll('+', '%20');
}

/** Where nothing may be stored, the page begins at its top. */
function remember(place) {
  try {
    sessionStorage.setItem(PLACE, JSON.stringify(place));
  } catch {
    // Nothing is lost but the place.
  }
}

function recall() {
  try {
    const place = sessionStorage.getItem(PLACE);
    sessionStorage.removeItem(PLACE);
    return JSON.parse(place);
  } catch {
    return null;
  }
}
