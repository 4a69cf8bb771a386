import { History } from './history.js';
import { Lane } from './lane.js';
import { Stage } from './stage.js';
import { Standings } from './standings.js';
import { tellAll } from './telling.js';
import { LOOKS } from '../view/markers.js';

/**
 * Several rules from one start over one ground: a lane for each, who is down first, and the losses
 * of all. The picture that they share is the sim's to add.
 * @param {HTMLElement} element of the sim
 * @param {{state: Object, surface: Object, start: string}} race what the server says of it, the
 *     ground as `Lane` asks it, and the message for step 0
 * @returns {{stage: Stage, looks: Object[], standings: Standings, history: History}}
 */
export function race(element, { state, surface, start }) {
  const roots = [...element.querySelectorAll('[data-panel]')];
  const verdicts = element.querySelectorAll('[data-part="verdict"]');
  const stage = new Stage(element, {
    state,
    Panel: Lane,
    panels: roots.map((root, i) => ({ root, spec: state.specs[i], surface,
      title: root.dataset.title, verdict: verdicts[i] })),
    say: tellAll(start, 'race.over'),
  });
  const looks = LOOKS.slice(0, roots.length);
  const history = new History(stage, looks.map((look, i) => ({ ...look,
    label: roots[i].dataset.title })), { view: 'log' });
  return { stage, looks, history, standings: new Standings(stage, surface.minima) };
}
