/**
 * A colour of a row of colours, a share of the way along it.
 *
 * @param {string[]} colours as a browser works them out: `rgb(1 2 3)`
 * @param {number} share 0 to 1
 * @return {string} a colour
 */
export function mix(colours, share) {
  const at = Math.min(share, 1) * (colours.length - 1);
  const i = Math.min(Math.floor(at), colours.length - 2);
  const [from, to] = [colours[i], colours[i + 1]].map((each) => each.match(/[\d.]+/g).map(Number));
  return `rgb(${from.slice(0, 3).map((value, c) =>
    Math.round(value + (at - i) * (to[c] - value))).join(' ')})`;
}

/**
 * What is better read on a colour: black or white, one of which always stands out 4.5 to 1.
 *
 * @param {string} colour `rgb(1 2 3)`
 * @return {string} a colour
 */
export function inkOn(colour) {
  const [red, green, blue] = colour.match(/[\d.]+/g).map((value) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  // WCAG 2.2, relative luminance: both contrasts are the same where it is the root of 1.05 · 0.05.
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05 > Math.sqrt(0.0525) ? '#000' : '#fff';
}
