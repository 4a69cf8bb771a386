import { EVENTS } from './announcing.js';
import { Around } from '../hosting/around.js';
import { Heights } from '../hosting/heights.js';
import { Waking } from '../hosting/waking.js';
import { part } from '../view/parts.js';

/** Tells how high the content is, at first, at each change, and to who asks. */
function tellHeights(around) {
  const content = document.documentElement;
  const heights = new Heights((height) => around.size({ width: content.clientWidth, height }));
  // The height of what is in the document: it must never hang on the frame's own.
  const measure = () => heights.set(content.getBoundingClientRect().height);
  around.onAsked(() => heights.again());
  new ResizeObserver(measure).observe(content);
  measure();
}

/**
 * Tells what happens in the sim. It can be played from the first, if asleep; that is told at once,
 * and to who asks.
 */
function tellEvents(around, sim) {
  const ready = () => around.say({ type: 'downhill:ready',
    sim: sim.localName.replace('downhill-', ''), address: part(sim, 'permalink').href });
  EVENTS.filter((name) => name !== 'ready').forEach((name) => sim.addEventListener(
    `downhill:${name}`, ({ type, detail }) => around.say({ type, ...detail })));
  around.onAsked((said) => said?.type === 'downhill:ask' && ready());
  ready();
}

const sim = document.querySelector('[data-sim]');
if (window.parent !== window) {
  const around = new Around();
  tellHeights(around);
  if (document.body.dataset.events === 'on') {
    tellEvents(around, sim);
  }
  around.followLinks();
}
new Waking(sim, part(document, 'awake'));
