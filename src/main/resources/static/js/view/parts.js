/**
 * The part of a sim that has this name; null where this sim has none.
 * @param {ParentNode} root
 * @param {string} name
 * @returns {HTMLElement|null}
 */
export function part(root, name) {
  return root.querySelector(`[data-part="${name}"]`);
}

/** Writes text where it has changed, and touches nothing where it has not. */
export function write(element, text) {
  if (element && element.textContent !== text) {
    element.textContent = text;
  }
}

/** Sets an attribute where it has changed; null takes it away. */
export function mark(element, name, value) {
  if (!element || element.getAttribute(name) === value) {
    return;
  }
  if (value === null) {
    element.removeAttribute(name);
  } else {
    element.setAttribute(name, value);
  }
}

/** Writes a sentence in pieces, each symbol in a span that can light up. */
export function writePieces(element, pieces) {
  const text = pieces.map((piece) => piece.text).join('');
  if (!element || element.textContent === text) {
    return;
  }
  element.replaceChildren(...pieces.map((piece) => {
    if (!piece.symbol) {
      return piece.text;
    }
    const span = document.createElement('span');
    span.dataset.symbol = piece.symbol;
    span.className = `said-${piece.symbol}`;
    span.textContent = piece.text;
    return span;
  }));
}

/** Enter in a field takes its value, and does not send the form that serves without a script. */
export function keepEnter(field) {
  field?.addEventListener('keydown', (event) => {
    if (event.key === 'Enter') {
      event.preventDefault();
      field.dispatchEvent(new Event('change', { bubbles: true }));
    }
  });
}

/**
 * Whether the page shows its sims without a control, as an embed may.
 * @param {Element} element within the sim
 * @param {string} control
 */
export function isWithout(element, control) {
  return element.closest(`[data-hide~="${control}"]`) !== null;
}
