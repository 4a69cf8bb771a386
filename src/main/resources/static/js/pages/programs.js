import { programOf, Refusal, wholeRun } from '../transport/api.js';
import { part, write } from '../view/parts.js';
import { save } from '../view/save.js';

/** What a program is called as a file. */
const FILES = { pytorch: 'downhill_run.py', numpy: 'downhill_run.py', java: 'Downhill.java' };

/** The runs as programs in other languages, and as JSON. */
export class Programs {
  #stage;
  #root;
  #shown = '';
  #text = '';

  /** @param {import('./stage.js').Stage} stage */
  constructor(stage) {
    this.#stage = stage;
    this.#root = part(stage.element, 'programs');
    this.#root.addEventListener('toggle', () => this.words());
    this.#root.addEventListener('change', (event) => {
      // Not a field of the form, which would make the page anew.
      event.stopPropagation();
      this.words();
    });
    this.#on('program-save', () => this.#text && save(FILES[this.#language],
      new Blob([this.#text], { type: 'text/plain' })));
    this.#on('program-copy', () => this.#copy());
    part(stage.element, 'json').addEventListener('click', (event) => this.#takeJson(event));
  }

  /** Shows the program of the run, with what was changed on its way, where somebody sees it. */
  words(_, rolling) {
    const { spec } = this.#ride;
    const key = `${this.#language} ${JSON.stringify(spec)}`;
    if (this.#root.open && !rolling && key !== this.#shown) {
      this.#shown = key;
      this.#ask(spec, key);
    }
  }

  get #language() {
    return this.#root.querySelector('[name="language"]:checked').value;
  }

  get #ride() {
    return this.#stage.panels[Number(part(this.#root, 'program-run')?.value ?? 0)].ride;
  }

  #on(name, act) {
    part(this.#root, name).addEventListener('click', act);
  }

  async #ask(spec, key) {
    const { messages } = this.#stage.tools;
    const language = this.#language;
    const told = await programOf(spec, language).then((text) => ({ text }), (error) => ({ error }));
    if (key !== this.#shown) {
      return;
    }
    const { text = '', error } = told;
    this.#text = text;
    write(part(this.#root, 'program'), text);
    this.#say(!error ? '' : error instanceof Refusal ? messages.text('refused', error.message)
      : messages.text('unreachable'));
  }

  async #copy() {
    const { messages } = this.#stage.tools;
    try {
      await navigator.clipboard.writeText(this.#text);
      this.#say(messages.text('program.copied'));
    } catch {
      window.getSelection()?.selectAllChildren(part(this.#root, 'program'));
      this.#say(messages.text('program.uncopied'));
    }
  }

  #say(sentence) {
    write(part(this.#root, 'program-told'), sentence);
  }

  /** One run is one document, as the service has it; of several they are a list. */
  async #takeJson(event) {
    event.preventDefault();
    const { panels, tools: { messages } } = this.#stage;
    try {
      const runs = await Promise.all(panels.map(({ ride }) => wholeRun(ride.spec)));
      const text = JSON.stringify(runs.length === 1 ? runs[0] : runs, null, 1);
      save('downhill.json', new Blob([text], { type: 'application/json' }));
    } catch {
      this.#stage.notice(messages.text('unreachable'));
    }
  }
}
