import { rateAfter } from '../model/spec.js';

/**
 * Tells a step of several runs: "Step 7: Adam has loss 13.08; Momentum ended at step 5; …"; aloud
 * only what still steps.
 * @param {string} start the message for step 0
 * @param {string} [over] the message for the end of all, where the ends are told elsewhere
 * @returns {function(import('./stage.js').Stage, number, {aloud: boolean}=):
 *     import('../describe/messages.js').Piece[]}
 */
export function tellAll(start, over) {
  return ({ panels, tools: { messages, numbers }, outing }, k, { aloud = false } = {}) => {
    if (k === 0) {
      return messages.pieces(start);
    }
    if (over && outing.finished && k >= outing.reached) {
      return messages.pieces(over, numbers.count(k));
    }
    const gone = ({ ended, journey }) => ended && journey.last.k < k;
    const each = panels.filter(({ ride }) => !(aloud && gone(ride)));
    const told = each.map((panel) => {
      const { ride } = panel;
      const at = Math.floor(outing.positionOf(ride));
      const name = panel.name(rateAfter(ride.spec, at));
      return gone(ride)
        ? [{ text: messages.text('panel.stopped', name, numbers.count(at)) }]
        : [messages.about('loss', 'panel.step', name, numbers.said(ride.journey.step(at).loss))];
    });
    return messages.pieces('step.many', numbers.count(k),
      told.reduce((said, piece) => messages.pieces('panel.join', said, piece)));
  };
}
