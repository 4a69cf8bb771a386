import { backoff } from './backoff.js';
import { inOurTongue } from './tongue.js';
import { Vigil } from './vigil.js';

const CONNECTING = 0;
const OPEN = 1;

/** The close code of a line that failed without one. */
const FAILED = 1006;

/** No run has this name, so that to cancel it is answered at once and changes nothing. */
const NOBODY = '?';

/** The close code for a frame over the limit: to send it again would not help. */
const TOO_LARGE = 1009;

/**
 * The page's one connection to the service. It opens when a run first wants something and not
 * before; when it is lost it comes back by itself, and every run goes on from the step it has.
 */
export class Wire {
  #open;
  #later;
  #random;
  #socket = null;
  #feeds = new Set();
  #attempt = 0;
  #isLost = false;
  #waiting = false;
  #asleep = false;
  #listeners = new Set();
  #vigil;

  /**
   * @param {{open: function(): WebSocket, later?: function(function(): void, number): *,
   *     watch?: function(function(): void, number): *, random?: function(): number}} ground what it
   *     stands on; a test brings its own
   */
  constructor({ open, later = (task, ms) => setTimeout(task, ms), watch = later,
    random = Math.random }) {
    this.#open = open;
    this.#later = later;
    this.#random = random;
    this.#vigil = new Vigil({
      waits: () => this.#waitsForAnswer(),
      ask: () => this.send({ type: 'cancel', run: NOBODY }),
      giveUp: () => this.#giveUp(),
    }, watch);
  }

  /**
   * @param {function(boolean): void} listener told when the connection is lost or is back
   * @returns {function(): void} ends it
   */
  listen(listener) {
    this.#listeners.add(listener);
    if (this.#isLost) {
      listener(true);
    }
    return () => this.#listeners.delete(listener);
  }

  /** @param {import('./feed.js').Feed} feed to hand messages to, and to resume */
  add(feed) {
    this.#feeds.add(feed);
  }

  /** @param {import('./feed.js').Feed} feed that wants no more messages */
  remove(feed) {
    this.#feeds.delete(feed);
  }

  /** Opens the connection if it is not open, so that the next message need not wait. */
  connect() {
    if (this.#socket || this.#waiting || this.#asleep) {
      return;
    }
    const socket = this.#open();
    this.#socket = socket;
    socket.addEventListener('open', () => this.#opened(socket));
    socket.addEventListener('message', (event) => this.#received(socket, event.data));
    socket.addEventListener('close', (event) => this.#closed(socket, event));
    this.#vigil.heard();
    this.#vigil.begin();
  }

  /** Sends now, or has the run resumed once the connection is open. @param {Object} message */
  send(message) {
    if (this.#socket?.readyState === OPEN) {
      this.#socket.send(JSON.stringify(message));
      this.#vigil.begin();
    } else if (message.type !== 'cancel') {
      this.connect();
    }
  }

  /** Lets go while the page is away. */
  sleep() {
    this.#asleep = true;
    const socket = this.#socket;
    this.#socket = null;
    socket?.close(1000);
  }

  /** Takes up again, if any run had been begun. */
  wake() {
    const slept = this.#asleep;
    this.#asleep = false;
    if (slept && this.#feeds.size > 0) {
      this.connect();
    }
  }

  #opened(socket) {
    if (socket !== this.#socket) {
      return;
    }
    this.#tellLost(false);
    this.#feeds.forEach((feed) => feed.resume());
  }

  #received(socket, data) {
    if (socket !== this.#socket) {
      return;
    }
    this.#vigil.heard();
    // Only now: a server that opens and closes at once is not asked again and again.
    this.#attempt = 0;
    const message = JSON.parse(data);
    this.#feeds.forEach((feed) => {
      if (message.run === feed.run) {
        feed.receive(message);
      }
    });
  }

  #closed(socket, { code, reason }) {
    if (socket !== this.#socket) {
      return;
    }
    this.#socket = null;
    if (code === TOO_LARGE) {
      this.#feeds.forEach((feed) =>
        feed.receive({ type: 'error', code: 'too-large', message: reason }));
      return;
    }
    if (this.#feeds.size === 0) {
      return;
    }
    this.#waiting = true;
    this.#tellLost(true);
    this.#later(() => {
      this.#waiting = false;
      this.connect();
    }, backoff(this.#attempt++, this.#random));
  }

  #waitsForAnswer() {
    const asked = [...this.#feeds].some((feed) => feed.pending > 0);
    return this.#socket !== null && (asked || this.#socket.readyState === CONNECTING);
  }

  #giveUp() {
    const socket = this.#socket;
    socket.close();
    this.#closed(socket, { code: FAILED, reason: '' });
  }

  #tellLost(lost) {
    if (lost !== this.#isLost) {
      this.#isLost = lost;
      this.#listeners.forEach((listener) => listener(lost));
    }
  }
}

let shared = null;

/** The connection that all sims of this page share. @returns {Wire} */
export function sharedWire() {
  if (!shared) {
    const url = new URL(inOurTongue('/ws/runs'), window.location.href);
    url.protocol = url.protocol.replace('http', 'ws');
    shared = new Wire({ open: () => new WebSocket(url) });
    window.addEventListener('pagehide', () => shared.sleep());
    window.addEventListener('pageshow', () => shared.wake());
  }
  return shared;
}
