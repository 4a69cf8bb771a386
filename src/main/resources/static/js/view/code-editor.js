import { isEditorMarkup } from '../model/editor-markup.js';
import { grammar } from '../model/studio-words.js';

/** The name that the editor knows our language by. */
const LANGUAGE = 'downhill';

/**
 * The program as it is written. It begins as the textarea that the server rendered, which serves
 * without any of this; the editor takes its place when it has come, with a textarea of its own, so
 * that undo, the keyboard of a phone and a screen reader stay what they are. Tab leaves it.
 */
export class CodeEditor {
  #host;
  #field;
  #options;
  #kit = null;
  #editor = null;
  #mistakes = [];
  #marks;

  /**
   * @param {HTMLElement} host holds the textarea, and has its size from the stylesheet
   * @param {{complete: function(string): ?{from: number, options: Object[]}, label: string,
   *     onInput: function(): void, onRun: function(): void}} options `complete` says what may stand
   *     at the end of a text; `label` names that list
   */
  constructor(host, options) {
    this.#host = host;
    this.#field = host.querySelector('textarea');
    this.#options = options;
    this.#listen(this.#field);
  }

  /** The program. */
  get text() {
    return this.#field.value;
  }

  /** Gets the editor; where it does not come, the textarea stays. */
  async load() {
    allowMarkup();
    try {
      this.#kit = await import('../vendor/prism-code-editor.js');
    } catch {
      return;
    }
    const { languages, languageMap, registerCompletions } = this.#kit;
    languages[LANGUAGE] = grammar;
    languageMap[LANGUAGE] = {
      comments: { line: '#' },
      autoIndent: [([start], text) => opens(text, start), null],
    };
    registerCompletions([LANGUAGE], {
      sources: [({ before }) => this.#options.complete(before)],
    });
    this.#replaceField();
    this.markMistakes(this.#mistakes);
  }

  /** Puts text in place of what is there, within reach of undo. */
  replace(text, from = 0, to = this.text.length) {
    if (this.#editor) {
      this.#kit.insertText(this.#editor, text, from, to);
    } else {
      this.#field.setRangeText(text, from, to, 'end');
      this.#options.onInput();
    }
  }

  /** Goes to a stretch of the program, so that it can be mended. */
  goTo(from, to) {
    this.#field.focus();
    if (this.#editor) {
      this.#kit.setSelection(this.#editor, from, to);
    } else {
      this.#field.setSelectionRange(from, to);
    }
    this.#editor?.extensions.cursor?.scrollIntoView();
  }

  /** @param {{line: number, from: number, to: number}[]} mistakes lines from 1, places from 0 */
  markMistakes(mistakes) {
    this.#mistakes = mistakes;
    this.#field.setAttribute('aria-invalid', String(mistakes.length > 0));
    if (this.#editor) {
      const { text } = this;
      let at = 0;
      const pieces = mistakes.toSorted((a, b) => a.from - b.from).flatMap(({ from, to }) => {
        const before = text.slice(at, Math.max(at, from));
        const wavy = document.createElement('span');
        wavy.textContent = text.slice(Math.max(at, from), Math.max(from + 1, to)) || ' ';
        at = Math.max(at, from + 1, to);
        return [before, wavy];
      });
      this.#marks.replaceChildren(...pieces);
      [...this.#editor.lines].forEach((line, i) =>
        line.classList.toggle('mistaken', mistakes.some((mistake) => mistake.line === i)));
    }
  }

  #replaceField() {
    const kit = this.#kit;
    const before = this.#field;
    const focused = document.activeElement === before;
    const { selectionStart: from, selectionEnd: to, scrollTop } = before;
    const editor = kit.createEditor(null, {
      readOnly: this.#field.readOnly,
      language: LANGUAGE,
      value: before.value,
      tabSize: 2,
      class: 'code',
    }, kit.editorCommands(this.#keys(), ['""', '()']), kit.cursorPosition(), kit.matchBrackets(),
    kit.highlightBracketPairs(), kit.autoComplete({ filter: kit.fuzzyFilter }));
    ['id', 'name', 'aria-describedby', 'aria-invalid', 'data-part', 'maxlength'].forEach((name) => {
      if (before.hasAttribute(name)) {
        editor.textarea.setAttribute(name, before.getAttribute(name));
      }
    });
    this.#marks = document.createElement('div');
    this.#marks.className = 'mistake-marks';
    this.#marks.setAttribute('aria-hidden', 'true');
    kit.addOverlay(editor, this.#marks);
    before.replaceWith(editor.container);
    this.#field = editor.textarea;
    this.#editor = editor;
    this.#listen(editor.textarea);
    editor.on('selectionChange', () => this.#nameList());
    editor.container.scrollTop = scrollTop;
    if (focused) {
      this.goTo(from, to);
    }
    this.#host.dataset.live = '';
  }

  /** Tab has no command: it goes on to what is next on the page. */
  #keys() {
    const { insertLineAndIndent, moveSelectedLines, toggleComment, indentSelectedLines } =
      this.#kit;
    return {
      Enter: (editor) => insertLineAndIndent(editor),
      '1+ArrowUp': (editor) => moveSelectedLines(editor, true),
      '1+ArrowDown': (editor) => moveSelectedLines(editor),
      'Mod+/': (editor) => toggleComment(editor),
      'Mod+]': (editor) => indentSelectedLines(editor),
      'Mod+[': (editor) => indentSelectedLines(editor, true),
    };
  }

  #listen(field) {
    field.addEventListener('input', () => {
      if (this.#mistakes.length > 0) {
        this.markMistakes([]);
      }
      this.#options.onInput();
    });
    field.addEventListener('keydown', (event) => {
      if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
        event.preventDefault();
        event.stopImmediatePropagation();
        this.#options.onRun();
      }
      this.#nameList();
    }, { capture: true });
    field.addEventListener('keyup', () => this.#nameList());
  }

  /** A list longer than its box can be reached, to be scrolled. */
  #nameList() {
    const list = this.#host.querySelector('[role="listbox"]:not([aria-label])');
    if (list) {
      list.setAttribute('aria-label', this.#options.label);
      list.parentElement.tabIndex = 0;
    }
  }
}

/**
 * The editor is not ours and writes markup as text, which the policy of our pages forbids: what it
 * makes passes here, and nothing else does.
 */
function allowMarkup() {
  const { trustedTypes } = window;
  if (trustedTypes && !trustedTypes.defaultPolicy) {
    trustedTypes.createPolicy('default', {
      createHTML: (markup) => (isEditorMarkup(markup) ? markup : null),
    });
  }
}

/** Whether the line before a place opens a block that is then written further in. */
function opens(text, place) {
  return /(?:^|\n)[^\n#"]*\bmake_network[ \t]*$/.test(text.slice(0, place));
}
