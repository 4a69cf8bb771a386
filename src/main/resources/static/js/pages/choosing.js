import { keepEnter } from '../view/parts.js';

/** Where the reader was, for the time that it takes to load a page. */
const PLACE = 'downhill:place';

/** What only a new page can show: other ground, other rules, another number of steps. */
export class Choosing {
  #form;

  /** @param {HTMLElement} element a sim with a form that serves where no script runs */
  constructor(element) {
    this.#form = element.querySelector('form');
    this.#form?.querySelectorAll('[data-reload]').forEach((field) => {
      keepEnter(field);
      field.addEventListener('change', () => this.#load(field));
    });
    this.#form?.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#load(event.submitter);
    });
    // A sandbox without forms lets no form be sent, and so none be heard of: only the press is.
    this.#form?.addEventListener('click', (event) => {
      const button = event.target.closest('button[type="submit"]');
      if (button && !event.defaultPrevented) {
        event.preventDefault();
        this.#load(button);
      }
    });
    this.#comeBack();
  }

  #load(field) {
    if (!this.#form.reportValidity()) {
      return;
    }
    const name = field?.name ?? '';
    if (['optimizer', 'schedule'].includes(name)) {
      forget(field);
    }
    const submitter = field?.type === 'submit' ? field : null;
    remember({ path: location.pathname, name, y: scrollY, i: this.#fields(name).indexOf(field) });
    location.assign(`${this.#form.action}?${choice(
      new FormData(this.#form, submitter), name, field?.dataset.reload === 'tuned')}`);
  }

  /** The page is another; the reader is not to notice, nor one who went on to the page around. */
  #comeBack() {
    const place = recall();
    if (place?.path === location.pathname && document.hasFocus()) {
      const fields = this.#fields(place.name);
      const field = fields[Math.min(place.i, fields.length - 1)];
      field?.closest('details')?.setAttribute('open', '');
      field?.focus({ preventScroll: true });
      scrollTo({ top: place.y, behavior: 'instant' });
    }
  }

  #fields(name) {
    return [...this.#form.elements].filter((field) => field.name === name);
  }
}

/** The fields of each way to choose the ground, where there are several. */
const WAYS = {
  gallery: ['landscape'],
  formula: ['formula', 'domain'],
  heights: ['heights', 'drawn'],
};

/** Another schedule, or another rule, has settings of its own. */
function forget(field) {
  const own = field.name === 'schedule' ? '[name^="schedule."]'
    : 'input:not([type="radio"], [name="learningRate"], [name^="schedule."])';
  field.closest('fieldset, [data-panel]')?.querySelectorAll(own)
    .forEach((input) => { input.value = ''; });
}

/**
 * The query of what is chosen. Another curve or surface begins at a start of its own, and racers on
 * another surface are tuned for it; several values are one list, left out where all are empty.
 * @param {FormData} data
 * @param {string} name of the field that was changed
 * @param {boolean} [tuned] whether the rates are to suit any other choice too
 */
export function choice(data, name, tuned = false) {
  const way = name === 'landscape' ? 'gallery' : data.getAll('ground').at(-1);
  const others = Object.keys(WAYS).filter((each) => way && each !== way);
  const left = ['was', 'guess', 'language', 'ground', ...others.flatMap((each) => WAYS[each]),
    ...(['curve', 'surface', 'landscape', 'ground'].includes(name) ? ['start'] : []),
    ...(name === 'optimizer' ? [] : ['was-rule'])];
  const lists = [...new Set(data.keys())].filter((each) => !left.includes(each))
    .map((each) => [each, data.getAll(each).join(',')])
    .filter(([, list]) => /[^,]/.test(list));
  if (way) {
    lists.push(['ground', way]);
  }
  if (tuned || name === 'surface') {
    lists.push(['tune', 'each']);
  }
  return new URLSearchParams(lists).toString().replaceAll('%2C', ',').replaceAll('+', '%20');
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
