import { played, seen } from '../model/sign.js';

/** The most steps that one request may ask for. */
const MOST = 1000;

/** The share of an earlier wait that is still reckoned with after one more answer. */
const FADING = 0.8;

/**
 * The steps of one run, pulled over the page's connection. It survives a cut: what it has it keeps,
 * and the rest it asks for again from the last step it has.
 *
 * Each start is a new run for the server, under a name of its own; so whatever still arrives of a
 * run that was replaced is told apart and dropped.
 */
export class Feed {
  #wire;
  #name;
  #listener;
  #generation = 0;
  #spec = null;
  #from = 0;
  #pending = 0;
  #known = false;
  #asked = 0;
  #wait = 0;

  /**
   * @param {import('./wire.js').Wire} wire
   * @param {string} name
   * @param {{started: function(Object, Object): void, steps: function(Object[]): void,
   *     ended: function(Object): void, refused: function(Object): void}} listener
   */
  constructor(wire, name, listener) {
    this.#wire = wire;
    this.#name = name;
    this.#listener = listener;
  }

  /** The steps asked for and not yet here. */
  get pending() {
    return this.#pending;
  }

  /** How long answers take, in milliseconds: the longest of late counts, and is soon forgotten. */
  get wait() {
    return this.#wait;
  }

  /** The name under which the server knows the run. */
  get run() {
    return `${this.#name}.${this.#generation}`;
  }

  /** Begins a run, in place of the one before, after step `from`. */
  start(spec, from) {
    this.cancel();
    this.#generation += 1;
    this.#spec = spec;
    this.#from = from;
    this.#wire.add(this);
    this.#sendStart();
  }

  /** Asks for n more steps. @param {number} n */
  request(n) {
    const more = Math.min(n, MOST - this.#pending);
    if (this.#spec && more > 0) {
      this.#asked = this.#pending === 0 ? performance.now() : this.#asked;
      this.#pending += more;
      this.#wire.send({ type: 'request', run: this.run, n: more });
    }
  }

  /** Forgets the run. */
  cancel() {
    if (this.#known) {
      this.#wire.send({ type: 'cancel', run: this.run });
    }
    this.#known = false;
    this.#spec = null;
    this.#pending = 0;
  }

  /** Forgets the run, and is not resumed until another is started. */
  leave() {
    this.cancel();
    this.#wire.remove(this);
  }

  /** The connection is open (again): take up where the steps end. */
  resume() {
    if (this.#spec) {
      this.#sendStart();
      if (this.#pending > 0) {
        this.#wire.send({ type: 'request', run: this.run, n: this.#pending });
      }
    }
  }

  /** @param {Object} message of the server, about this run */
  receive(message) {
    switch (message.type) {
      case 'started':
        this.#listener.started(message.spec, seen(this.#spec, message.step));
        break;
      case 'steps':
        this.#pending = Math.max(0, this.#pending - message.steps.length);
        this.#noteWait();
        this.#from = message.steps[message.steps.length - 1].k;
        this.#listener.steps(message.steps.map((step) => seen(this.#spec, step)));
        break;
      case 'ended':
        this.#pending = 0;
        this.#listener.ended(message);
        break;
      case 'error':
        this.#known = false;
        this.#spec = null;
        this.#pending = 0;
        this.#listener.refused(message);
        break;
      default:
    }
  }

  #noteWait() {
    if (this.#pending === 0) {
      this.#wait = Math.max(performance.now() - this.#asked, FADING * this.#wait);
    }
  }

  #sendStart() {
    this.#known = true;
    this.#wire.send({ type: 'start', run: this.run, spec: played(this.#spec), from: this.#from });
  }
}
