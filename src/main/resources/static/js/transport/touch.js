const TOUCHES = ['pointerover', 'pointerdown', 'keydown', 'focusin', 'click'];

/**
 * In the page of another a sim asks the service for nothing before the reader turns to it: one page
 * may frame many. Null on a page of our own, else kept once the reader does.
 * @type {Promise<void>|null}
 */
export const touched = globalThis.document?.documentElement.hasAttribute('data-embed')
  ? new Promise((touch) => {
    TOUCHES.forEach((name) => window.addEventListener(name, () => touch(),
      { capture: true, once: true, passive: true }));
  }) : null;
