import { qrCode } from './qr-code.js';

/** A change is asked for once the fields have stood still so long, in milliseconds. */
const STILL = 200;

/** No preview is taller, whatever it says of itself. */
const TALLEST = 4000;

/**
 * What is copied into another page, and how it looks there; both are asked for anew as choices
 * change.
 */
export class ShareForm {
  #root;
  #timer = 0;
  #asked = 0;
  #drawn = '';

  /** @param {HTMLElement} root as the page of sharing has it */
  constructor(root) {
    this.#root = root;
    const form = this.#part('share-form');
    form.addEventListener('input', () => this.#later());
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#ask();
    });
    root.querySelectorAll('[data-part="copy"]').forEach((button) =>
      button.addEventListener('click', () => this.#copy(button.previousElementSibling)));
    this.#part('share-qr').addEventListener('toggle', () => this.#code());
    this.listen = ({ source, data }) => this.#fit(source, data);
    window.addEventListener('message', this.listen);
  }

  /** Hears no more of the preview. */
  close() {
    clearTimeout(this.#timer);
    window.removeEventListener('message', this.listen);
  }

  #part(name) {
    return this.#root.querySelector(`[data-part="${name}"]`);
  }

  #later() {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#ask(), STILL);
  }

  /** The latest choice wins, whichever answer comes last. */
  async #ask() {
    this.#asked += 1;
    const turn = this.#asked;
    const form = this.#part('share-form');
    const query = new URLSearchParams(new FormData(form));
    query.set('lang', document.documentElement.lang);
    const answer = await fetch(`${form.dataset.snippets}?${query}`).catch(() => null);
    if (!answer?.ok || turn !== this.#asked) {
      return;
    }
    const { snippets, frame, height } = await answer.json();
    snippets.forEach(({ kind, text }) => {
      this.#root.querySelector(`[data-kind="${kind}"]`).value = text;
    });
    this.#show(new URL(frame), height);
    this.#code();
  }

  /** A frame that is replaced and not led elsewhere leaves the reader's way back as it is. */
  #show({ pathname, search }, height) {
    const old = this.#part('share-preview-frame');
    const next = old.cloneNode();
    next.src = pathname + search;
    next.style.height = '';
    next.height = height;
    old.replaceWith(next);
  }

  #fit(source, data) {
    const frame = this.#part('share-preview-frame');
    if (source === frame?.contentWindow && data?.type === 'downhill:height' && data.height > 0) {
      frame.style.height = `${Math.min(TALLEST, Math.ceil(data.height))}px`;
    }
  }

  async #copy(field) {
    const { copied, uncopied } = this.#root.dataset;
    const said = this.#part('share-said');
    said.textContent = '';
    try {
      await navigator.clipboard.writeText(field.value);
      said.textContent = copied;
    } catch {
      field.focus();
      field.select();
      said.textContent = uncopied;
    }
  }

  async #code() {
    const link = this.#root.querySelector('[data-kind="link"]').value;
    if (!this.#part('share-qr').open || this.#drawn === link) {
      return;
    }
    this.#drawn = link;
    const { qr, long } = this.#root.dataset;
    this.#part('share-qr-code').replaceChildren(await qrCode(link, qr) ?? long);
  }
}
