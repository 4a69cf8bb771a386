/** What the service speaks to those who ask for no language. */
const USUAL = 'en';

/** The language of this page. @returns {string} a BCP 47 tag */
const spoken = () => globalThis.document?.documentElement.lang || USUAL;

/**
 * An address whose answer has words in it, asked for in the language of this page.
 * @param {string} address within the service
 */
export function inOurTongue(address) {
  return spoken() === USUAL ? address : withLanguage(address);
}

/**
 * An address of another page, in this one's language if this one's address names it; where it does
 * not, each reader's browser chooses.
 * @param {string} address within the service
 */
export function inTongueAsked(address) {
  const asked = new URLSearchParams(window.location.search).get('lang');
  return asked === spoken() ? withLanguage(address) : address;
}

function withLanguage(address) {
  return `${address}${address.includes('?') ? '&' : '?'}lang=${spoken()}`;
}
