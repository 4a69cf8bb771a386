import { EVENTS } from './announcing.js';
import { Around } from '../hosting/around.js';
import { Heights } from '../hosting/heights.js';

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

/** Tells what happens in the sim; what happened before anybody listened, to who asks. */
function tellEvents(around) {
  const ready = () => {
    const sim = document.querySelector('[data-sim][data-live]');
    if (sim) {
      around.say({ type: 'downhill:ready', ...sim.stage.announcing.about });
    }
  };
  EVENTS.forEach((name) => document.addEventListener(`downhill:${name}`,
    ({ type, detail }) => around.say({ type, ...detail })));
  around.onAsked((said) => said?.type === 'downhill:ask' && ready());
  ready();
}

if (window.parent !== window) {
  const around = new Around();
  tellHeights(around);
  if (document.body.dataset.events === 'on') {
    tellEvents(around);
  }
  around.followLinks();
}
