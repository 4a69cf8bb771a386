/** What tells that the reader has turned to the frame. */
const TURNS = ['pointerover', 'pointerdown', 'keydown', 'focusin', 'click'];

/** What is off only until there is a script; there is no step back from the first. */
const IDLE = '[disabled]:not([data-part="step-back"])';

/** What it takes the sim's script to press. */
const PRESSED = 'button, input:is([type="radio"], [type="checkbox"]), '
  + 'label:has([type="radio"], [type="checkbox"])';

/**
 * A sim that sleeps until the reader turns to it, since one page may frame many: its script is not
 * even loaded before. What is pressed or chosen meanwhile holds once the sim is alive; where its
 * script cannot be had, the form serves as it does without any.
 */
export class Waking {
  #sim;
  #scripts;
  #page;
  #heard = new AbortController();
  #begun = false;
  #pressed = new Set();
  #chosen = new Map();

  /**
   * @param {HTMLElement} sim as the server rendered it; its stage says `downhill:ready`
   * @param {HTMLTemplateElement} scripts what to put into the head to bring it to life; its
   *     `data-failed` is what to say where that fails
   */
  constructor(sim, scripts) {
    this.#sim = sim;
    this.#scripts = scripts;
    this.#page = sim.ownerDocument;
    const { signal } = this.#heard;
    TURNS.forEach((name) => this.#page.addEventListener(name, () => this.#begin(),
      { capture: true, passive: true, signal }));
    this.#page.addEventListener('click', (event) => this.#press(event), { capture: true, signal });
    sim.addEventListener('change', ({ target }) => this.#chosen.set(target, target.value),
      { signal });
    sim.addEventListener('downhill:ready', () => queueMicrotask(() => this.#end()), { signal });
    sim.querySelectorAll(IDLE).forEach((control) => control.removeAttribute('disabled'));
  }

  #begin() {
    if (this.#begun) {
      return;
    }
    this.#begun = true;
    this.#sim.setAttribute('aria-busy', 'true');
    const scripts = this.#scripts.content.cloneNode(true);
    scripts.querySelector('script').addEventListener('error', () => this.#fail());
    this.#page.head.append(scripts);
  }

  #press(event) {
    const pressed = event.target.closest?.(PRESSED);
    if (pressed && this.#sim.contains(pressed)) {
      event.preventDefault();
      event.stopImmediatePropagation();
      this.#pressed.add(pressed);
    }
  }

  #end() {
    this.#rest();
    this.#chosen.forEach((value, control) => {
      control.value = value;
      control.dispatchEvent(new Event('change', { bubbles: true }));
    });
    this.#pressed.forEach((control) => control.click());
  }

  #fail() {
    this.#rest();
    const notice = this.#sim.querySelector('[data-part="notice"]');
    notice.textContent = this.#scripts.dataset.failed;
    notice.hidden = false;
  }

  #rest() {
    this.#heard.abort();
    this.#sim.removeAttribute('aria-busy');
  }
}
