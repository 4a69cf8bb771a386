/** How many places are tried before one is taken as it is. */
const TRIES = 40;

/** The share of the width that a hidden start keeps from the edges, and from every minimum. */
const EDGE = 0.06;
const AWAY = 0.08;

/**
 * A number from 0 to 1 for each seed, the same on every machine (Steele and Vigna's mixing of a
 * counter, in 32 bits).
 * @param {number} seed
 * @param {number} [i] which of its numbers
 */
export function chance(seed, i = 0) {
  let x = (seed + Math.imul(i + 1, 0x9e3779b9)) | 0;
  x = Math.imul(x ^ (x >>> 16), 0x21f0aaad);
  x = Math.imul(x ^ (x >>> 15), 0x735a2d97);
  return ((x ^ (x >>> 15)) >>> 0) / 2 ** 32;
}

/**
 * A place to begin at: by chance, but the same for a seed, and at no bottom.
 * @param {import('./landscape.js').Landscape} ground
 * @param {number} seed
 * @returns {number}
 */
export function hiddenStart({ domain: [lo, hi], minima }, seed) {
  const width = hi - lo;
  const found = (i) =>
    Number((lo + width * (EDGE + (1 - 2 * EDGE) * chance(seed, i))).toPrecision(3));
  for (let i = 0; i < TRIES; i++) {
    if (minima.every(({ w }) => Math.abs(found(i) - w) > AWAY * width)) {
      return found(i);
    }
  }
  return found(0);
}
