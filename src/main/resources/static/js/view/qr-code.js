/** The quiet edge that readers of QR codes need, in modules. */
const QUIET = 4;

/**
 * A text as a QR code.
 * @param {string} text
 * @param {string} label for who does not see it
 * @returns {Promise<?SVGElement>} null where the text is too long
 */
export async function qrCode(text, label) {
  const { generate } = await import('../vendor/lean-qr.js');
  try {
    return picture(generate(text), label);
  } catch {
    return null;
  }
}

function picture(code, label) {
  const squares = [];
  for (let y = 0; y < code.size; y++) {
    for (let x = 0; x < code.size; x++) {
      if (code.get(x, y)) {
        squares.push(`M${x},${y}h1v1h-1z`);
      }
    }
  }
  const size = code.size + 2 * QUIET;
  const svg = shape('svg', { viewBox: `${-QUIET} ${-QUIET} ${size} ${size}`, role: 'img',
    'aria-label': label, width: '200', height: '200' });
  svg.append(
    shape('rect', { x: -QUIET, y: -QUIET, width: '100%', height: '100%', fill: '#fff' }),
    shape('path', { d: squares.join(''), fill: '#000' }));
  return svg;
}

function shape(name, attributes) {
  const element = document.createElementNS('http://www.w3.org/2000/svg', name);
  Object.entries(attributes).forEach(([key, value]) => element.setAttribute(key, value));
  return element;
}
