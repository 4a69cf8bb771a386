import { readProgram } from '../transport/api.js';
import { completionsAt, placeOf } from '../model/studio-words.js';
import { CodeEditor } from '../view/code-editor.js';
import { mark, part, write } from '../view/parts.js';

/** What is typed is checked once it has stood still so long, in milliseconds. */
const STILL = 250;

/** The program as it is written: checked as one types, with what is wrong said below it. */
export class ProgramDesk {
  #root;
  #messages;
  #onReading;
  #editor;
  #timer = 0;
  #asked = 0;
  #checked = null;
  #reading = null;
  #pending = null;
  #own = null;

  /**
   * @param {HTMLElement} root
   * @param {{words: Object, messages: import('../describe/messages.js').Messages,
   *     onReading: function(?Object, string): void, onRun: function(): void}} options told what the
   *     service made of a text, null where it could not be asked
   */
  constructor(root, { words, messages, onReading, onRun }) {
    this.#root = root;
    this.#messages = messages;
    this.#onReading = onReading;
    this.#editor = new CodeEditor(part(root, 'editor'), {
      complete: (before) => completionsAt(before, words),
      label: messages.text('completions'),
      onInput: () => this.#later(),
      onRun,
    });
    root.querySelectorAll('[data-example]').forEach((link) =>
      link.addEventListener('click', (event) => this.#choose(event, link)));
    part(root, 'mine')?.addEventListener('click', () => this.#backToMine());
    this.#editor.load();
  }

  /** The program. */
  get text() {
    return this.#editor.text;
  }

  /** Asks, if it has not been asked, and waits for the answer. @returns {Promise<?Object>} */
  async settle() {
    clearTimeout(this.#timer);
    if (this.text !== this.#checked) {
      this.#pending = this.#check();
    }
    await this.#pending;
    return this.#reading;
  }

  /** Leads to the first mistake. */
  showMistakes() {
    part(this.#root, 'mistakes').querySelector('button')?.focus();
  }

  #later() {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.settle(), STILL);
  }

  /** The latest text wins, whichever answer comes last. */
  async #check() {
    const { text } = this;
    this.#asked += 1;
    const turn = this.#asked;
    this.#checked = text;
    const reading = await readProgram(text).catch((error) => ({ error }));
    if (turn === this.#asked) {
      this.#reading = reading.error ? null : reading;
      if (reading.error) {
        this.#checked = null;
      }
      this.#show(reading.mistakes ?? [], text);
      this.#onReading(this.#reading, text, reading.error);
    }
  }

  #show(mistakes, text) {
    this.#editor.markMistakes(mistakes.map((mistake) => placeOf(text, mistake)));
    const list = part(this.#root, 'mistakes');
    list.replaceChildren(...mistakes.map((mistake) => this.#item(mistake, text)));
    mark(list, 'data-some', mistakes.length > 0 ? '' : null);
    write(part(this.#root, 'mistakes-said'), mistakes.length === 0 ? ''
      : this.#messages.counted('mistakes', mistakes.length, String(mistakes.length),
        mistakes[0].message));
  }

  #item(mistake, text) {
    const item = document.createElement('li');
    const { from, to } = placeOf(text, mistake);
    item.append(button(mistake.message, 'go-to', () => this.#editor.goTo(from, to)));
    if (mistake.suggestion) {
      item.append(' ', button(this.#messages.text('mend', mistake.suggestion), 'mend',
        () => this.#mend(mistake, text)));
    }
    return item;
  }

  #mend(mistake, text) {
    if (this.text === text) {
      const { from, to } = placeOf(text, mistake);
      this.#editor.replace(mistake.suggestion, from, to);
      this.settle();
    }
  }

  #choose(event, link) {
    event.preventDefault();
    const examples = [...this.#root.querySelectorAll('[data-example]')];
    if (!examples.some((each) => each.dataset.program === this.text)) {
      this.#own = this.text;
    }
    this.#take(link.dataset.program, link);
    part(this.#root, 'mine').hidden = this.#own === null;
    examples.forEach((each) => mark(each, 'aria-current', each === link ? 'true' : null));
    write(part(this.#root, 'example-line'), link.dataset.line);
  }

  #backToMine() {
    const [first] = this.#root.querySelectorAll('[data-example]');
    this.#take(this.#own, first);
    this.#own = null;
    part(this.#root, 'mine').hidden = true;
    this.#root.querySelectorAll('[data-example]').forEach((each) =>
      mark(each, 'aria-current', null));
    write(part(this.#root, 'example-line'), '');
  }

  /** The program is another, within reach of undo; the focus stays where the reader is. */
  #take(text, focus) {
    this.#editor.replace(text);
    focus.focus({ preventScroll: true });
    this.settle();
  }
}

function button(words, name, act) {
  const made = document.createElement('button');
  made.type = 'button';
  made.dataset.part = name;
  made.textContent = words;
  made.addEventListener('click', act);
  return made;
}
