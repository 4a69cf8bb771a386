/** Where Space already means something. */
const SPACE_IS_TAKEN = 'button, a, summary, select, textarea, [contenteditable], '
  + 'input:not([type="range"])';

/** Where a full stop or a comma is text. */
const TEXT = 'textarea, select, [contenteditable], '
  + 'input:not([type="range"], [type="radio"], [type="checkbox"], [type="button"])';

/**
 * Space rolls and pauses, `.` steps, `,` steps back, anywhere in the sim but in text and where a
 * control has the key for itself.
 * @param {HTMLElement} root
 * @param {{roll: function(): void, step: function(): void, stepBack: function(): void}} on
 */
export function listenToKeys(root, on) {
  const keys = { ' ': on.roll, '.': on.step, ',': on.stepBack };
  root.addEventListener('keydown', (event) => {
    const taken = event.target.closest(event.key === ' ' ? SPACE_IS_TAKEN : TEXT);
    const chord = event.altKey || event.ctrlKey || event.metaKey;
    if (event.key in keys && !taken && !chord && !event.defaultPrevented) {
      event.preventDefault();
      if (!(event.repeat && event.key === ' ')) {
        keys[event.key]();
      }
    }
  });
}
