/** The most words that are kept painted. */
const KEPT = 60;

/** Room around words for what reaches beyond their box, in pixels. */
const MARGIN = 4;

const stamps = new Map();
const widths = new Map();

/**
 * How much room words take.
 *
 * @param {{ text: string, font: string }} words what is written and how
 * @return {number} their width in pixels
 */
export function wide({ text, font }) {
  const name = `${font}|${text}`;
  let width = widths.get(name);
  if (width === undefined) {
    rule.font = font;
    width = rule.measureText(text).width;
  }
  return keep(widths, name, width);
}

/**
 * Writes words with a halo. To stroke the outlines of letters is by far the dearest thing in a
 * picture; so they are painted once, and from then on copied, at whole pixels to stay sharp.
 *
 * @param {CanvasRenderingContext2D} ctx where to write
 * @param {{ text: string, font: string, colour: string, halo?: string }} words what and how
 * @param {number} left where the words begin
 * @param {number} middle the height of their middle
 */
export function stamp(ctx, words, left, middle) {
  const { a: ratio } = ctx.getTransform();
  const name = [words.text, words.font, words.colour, words.halo, ratio].join('|');
  const { sheet, width, height } = keep(stamps, name, stamps.get(name) ?? paint(words, ratio));
  const whole = (at) => Math.round(at * ratio) / ratio;
  ctx.drawImage(sheet, whole(left - MARGIN), whole(middle - height / 2), width, height);
}

const rule = document.createElement('canvas').getContext('2d');

/** Keeps what was used last. */
function keep(all, name, value) {
  all.delete(name);
  all.set(name, value);
  if (all.size > KEPT) {
    all.delete(all.keys().next().value);
  }
  return value;
}

function paint({ text, font, colour, halo }, ratio) {
  const across = Math.ceil((wide({ text, font }) + 2 * MARGIN) * ratio);
  // A picture, where the browser can: of a canvas a copy would be taken each time it is drawn.
  const offscreen = typeof OffscreenCanvas === 'function';
  const canvas = offscreen ? new OffscreenCanvas(1, 1) : document.createElement('canvas');
  Object.assign(canvas, { width: across, height: Math.ceil(24 * ratio) });
  const [width, height] = [canvas.width / ratio, canvas.height / ratio];
  const ctx = canvas.getContext('2d');
  ctx.scale(ratio, ratio);
  Object.assign(ctx, { font, textBaseline: 'middle', lineWidth: 4, lineJoin: 'round' });
  if (halo) {
    ctx.strokeStyle = halo;
    ctx.strokeText(text, MARGIN, height / 2);
  }
  ctx.fillStyle = colour;
  ctx.fillText(text, MARGIN, height / 2);
  return { sheet: offscreen ? canvas.transferToImageBitmap() : canvas, width, height };
}
