import {
  anyPage, canvas, H5P_GREETING, h5p, iframeResizer, openEdx, secretIn, wordPress,
} from './hosts.js';

/** A link to another page, which a frame opens in a window of its own. */
const LEADS_AWAY = 'a[href]:not([href^="#"], [download], [target="_self"])';

/**
 * The page around this frame. It is told what it asks for in its own words, and can ask for nothing
 * but to be told again: no message of a page changes anything in here.
 */
export class Around {
  #window;
  #hosts;
  #onAsked = [];

  /** @param {Window} [frame] this frame's window; a test brings its own */
  constructor(frame = window) {
    this.#window = frame;
    this.#hosts = [anyPage(), canvas(), openEdx(), wordPress(() => this.secret), h5p(),
      iframeResizer()];
    frame.addEventListener('message', (event) => this.#hear(event));
    // WordPress may add its secret when the frame is there already.
    frame.addEventListener('hashchange', () => this.#ask(null));
    // H5P's resizer answers to the origin of who asks, and a frame without one gets no answer.
    if (frame.origin !== 'null') {
      this.say(H5P_GREETING);
    }
  }

  /** WordPress's secret; null in any other page. */
  get secret() {
    return secretIn(this.#window.location.hash);
  }

  /** @param {function(*): void} act what to do when the page asks, given the words it asked in */
  onAsked(act) {
    this.#onAsked.push(act);
  }

  /**
   * In WordPress a frame may open no page and no window, so that a link there would be dead: its
   * script opens the page that it is told, if it is of the frame's own host.
   */
  followLinks() {
    this.#window.document.addEventListener('click', (event) => {
      const link = event.target.closest?.(LEADS_AWAY);
      const { altKey, ctrlKey, metaKey, shiftKey } = event;
      const plain = event.button === 0 && !(altKey || ctrlKey || metaKey || shiftKey);
      if (link && plain && this.secret !== null && !event.defaultPrevented) {
        event.preventDefault();
        this.say({ message: 'link', value: link.href, secret: this.secret });
      }
    });
  }

  /** @param {{width: number, height: number}} size of the content in CSS pixels */
  size(size) {
    this.#hosts.map((host) => host.size(size)).filter((message) => message !== null)
      .forEach((message) => this.say(message));
  }

  /**
   * Any page may frame us, and a frame cannot know whose it is; so what is said is meant for
   * whoever it is, and is nothing that a page may not know that shows us anyway.
   */
  say(message) {
    this.#window.parent.postMessage(message, '*');
  }

  #hear({ source, data }) {
    if (source === this.#window.parent) {
      const asked = this.#hosts.map((host) => host.hears(data));
      if (asked.includes(true)) {
        this.#ask(data);
      }
    }
  }

  #ask(said) {
    this.#onAsked.forEach((act) => act(said));
  }
}
