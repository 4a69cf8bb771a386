/**
 * How each kind of page wants to be told how high its frame should be. Each of these says a size in
 * its own words, or says nothing until the page has shown that it is of that kind; and each knows
 * by which message such a page asks to hear it again.
 *
 * @typedef {Object} Host
 * @property {function({width: number, height: number}): *} size the message; null for none
 * @property {function(*): boolean} hears whether a page that says this wants to be told the size
 */

/** Ours, for everybody: who does not know it lets it pass. @returns {Host} */
export function anyPage() {
  return {
    size: ({ height }) => ({ type: 'downhill:height', height }),
    hears: (said) => said?.type === 'downhill:ask',
  };
}

/**
 * Canvas gives no sign and waits for a string of JSON; other learning platforms have learned it
 * from there. @returns {Host}
 */
export function canvas() {
  return {
    size: ({ height }) => JSON.stringify({ subject: 'lti.frameResize', height }),
    hears: () => false,
  };
}

/** Open edX gives no sign either. @returns {Host} */
export function openEdx() {
  return {
    size: (payload) => ({ type: 'plugin.resize', payload }),
    hears: () => false,
  };
}

/**
 * WordPress hides a frame until it says the secret that its script has put into the address.
 * @param {function(): string|null} secret
 * @returns {Host}
 */
export function wordPress(secret) {
  return {
    size: ({ height: value }) =>
      (secret() ? { message: 'height', value, secret: secret() } : null),
    hears: (said) => said?.message === 'ready' && secret() !== null && said.secret === secret(),
  };
}

/** @param {string} hash of the address @returns {string|null} WordPress's secret in it */
export function secretIn(hash) {
  return /[?&]secret=([A-Za-z0-9]+)/.exec(hash)?.[1] ?? null;
}

/** How a frame begins to talk with H5P's resizer; it says no more until that answers. */
export const H5P_GREETING = { context: 'h5p', action: 'hello' };

/**
 * H5P, once it has answered our greeting. Its `prepareResize` is not needed: it folds the frame up
 * so that content as high as its frame can be measured, and ours never is. Its older scripts read
 * `height`, its newer ones `scrollHeight`. @returns {Host}
 */
export function h5p() {
  let met = false;
  return {
    size: ({ height }) =>
      (met ? { context: 'h5p', action: 'resize', height, scrollHeight: height } : null),
    hears: (said) => {
      const ours = said?.context === 'h5p';
      met ||= ours && said.action === 'hello';
      return met && ours && ['hello', 'resize'].includes(said.action);
    },
  };
}

const RESIZER = '[iFrameSizer]';

/** The page's first message: the frame's name, a number, and a flag where nothing else has one. */
const RESIZER_BEGINS = /^([^:]+):[^:]*:(?:true|false)(?::|$)/;

/** iframe-resizer, version 4 or 5, once it has said by what name it knows this frame. */
export function iframeResizer() {
  let name = null;
  let answer = 'init';
  return {
    size: ({ width, height }) => {
      const message = name && `${RESIZER}${name}:${height}:${width}:${answer}`;
      answer = name ? 'resize' : answer;
      return message;
    },
    hears: (said) => {
      const words = typeof said === 'string' && said.startsWith(RESIZER)
        ? said.slice(RESIZER.length) : '';
      const begins = RESIZER_BEGINS.exec(words);
      if (begins) {
        [, name] = begins;
        answer = 'init';
      }
      return name !== null && (begins !== null || ['resize', 'reset'].includes(words));
    },
  };
}
