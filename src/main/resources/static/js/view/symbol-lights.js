import { mark } from './parts.js';

/**
 * A symbol, its mark in the picture and its number light up together when one of them has the
 * pointer or the focus.
 * @param {HTMLElement} root every place of the symbol in it gets `data-lit`, and so does the root
 * @param {function(string|null): void} onSymbol for marks that are painted
 */
export function lightSymbols(root, onSymbol) {
  const light = (target) => {
    const symbol = target?.closest?.('[data-symbol]')?.dataset.symbol ?? null;
    if (symbol !== (root.dataset.lit ?? null)) {
      mark(root, 'data-lit', symbol);
      root.querySelectorAll('[data-symbol]').forEach((place) =>
        mark(place, 'data-lit', place.dataset.symbol === symbol ? '' : null));
      onSymbol(symbol);
    }
  };
  root.addEventListener('pointerover', (event) => light(event.target));
  root.addEventListener('pointerleave', () => light(document.activeElement));
  root.addEventListener('focusin', (event) => light(event.target));
  root.addEventListener('focusout', (event) => light(event.relatedTarget));
}
