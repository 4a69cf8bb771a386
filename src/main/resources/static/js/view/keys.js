import { isWithout, part } from './parts.js';

/** The button that a key presses, whatever a press of that means on the page. */
const BUTTONS = { ' ': 'roll', '.': 'step', ',': 'step-back' };

/** Where Space already means something. */
const SPACE_IS_TAKEN = 'button, a, summary, select, textarea, [contenteditable], '
  + 'input:not([type="range"])';

/** Where a full stop or a comma is text. */
const TEXT = 'textarea, select, [contenteditable], '
  + 'input:not([type="range"], [type="radio"], [type="checkbox"], [type="button"])';

/** Every sim; a page with several leaves it to the focus which of them a key is for. */
const SIMS = '[data-sim]';

/**
 * Space rolls and pauses, `.` steps, `,` steps back: anywhere in the sim, and where nothing has the
 * focus if the page has no other sim, but not in text and not where a control has the key for
 * itself.
 * @param {HTMLElement} root
 */
export function listenToKeys(root) {
  const page = root.ownerDocument;
  page.addEventListener('keydown', (event) => {
    const { target } = event;
    const nowhere = target === page.body || target === page.documentElement;
    const alone = root.isConnected && page.querySelectorAll(SIMS).length === 1;
    const ours = nowhere ? alone : root.contains(target);
    const taken = target.closest(event.key === ' ' ? SPACE_IS_TAKEN : TEXT);
    const shown = !isWithout(root, BUTTONS[event.key]);
    const chord = event.altKey || event.ctrlKey || event.metaKey;
    if (event.key in BUTTONS && shown && ours && !taken && !chord && !event.defaultPrevented) {
      event.preventDefault();
      if (!(event.repeat && event.key === ' ')) {
        part(root, BUTTONS[event.key])?.click();
      }
    }
  });
}
