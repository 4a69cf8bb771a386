/**
 * Does something once the page has been painted: what the server drew is seen before any work
 * begins, and a page that nobody looks at waits.
 *
 * @param {function(): void} act
 */
export function onceSeen(act) {
  requestAnimationFrame(() => setTimeout(act));
}
