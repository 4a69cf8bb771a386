import { readFileSync } from 'node:fs';

/** What a test of the service reads too, so that both sides are held to the same. */
export function shared(name) {
  return JSON.parse(readFileSync(new URL(`../resources/shared/${name}.json`, import.meta.url),
    'utf8'));
}

export const valley = {
  domain: [-5, 5],
  curve: (w) => 2 * w * w,
  slope: (w) => 4 * w,
};

/** The answer of /api/landscape for a curve. */
export function drawn({ domain: [lo, hi], curve }, minima = [{ w: 0, loss: 0, lowest: true }]) {
  const w = Array.from({ length: 481 }, (_, i) => lo + (hi - lo) * i / 480);
  return { domain: [lo, hi], w, loss: w.map(curve), minima };
}

/** A filled spec. */
export function specOf(learningRate, changes = []) {
  return {
    objective: { curve: 'steep-valley' },
    start: [4],
    optimizer: { name: 'sgd', learningRate },
    schedule: { name: 'constant' },
    batch: 'all',
    noise: 0,
    seed: 1,
    steps: 200,
    tolerance: 1e-6,
    changes,
  };
}

/** A tiny descent of 2w², with the changes of the spec: all steps that the spec allows. */
export function descend(spec, { curve, slope } = valley) {
  const steps = [];
  let w = spec.start[0];
  let rate = spec.optimizer.learningRate;
  for (let k = 0; k <= spec.steps; k++) {
    const before = spec.changes.filter((change) => change.at < k).at(-1);
    rate = before ? before.learningRate : spec.optimizer.learningRate;
    if (k > 0) {
      w -= rate * slope(w);
    }
    steps.push({ k, w: [w], loss: curve(w), gradient: [slope(w)], learningRate: rate });
    if (Math.abs(slope(w)) < spec.tolerance) {
      return { steps, verdict: 'converged' };
    }
    if (curve(w) > 1e12) {
      return { steps, verdict: 'diverged' };
    }
  }
  return { steps, verdict: 'unfinished' };
}

/** A service in memory: sockets that answer as the run contract says, when told to. */
export class Service {
  sockets = [];
  starts = [];
  asked = 0;
  sent = 0;

  open = () => {
    const socket = new FakeSocket(this);
    this.sockets.push(socket);
    return socket;
  };

  get socket() {
    return this.sockets.at(-1);
  }
}

class FakeSocket {
  readyState = 0;
  runs = new Map();
  outbox = [];
  #listeners = { open: [], message: [], close: [] };

  constructor(service) {
    this.service = service;
  }

  addEventListener(type, listener) {
    this.#listeners[type].push(listener);
  }

  accept() {
    this.readyState = 1;
    this.#emit('open', {});
  }

  /** Delivers everything answered so far. */
  flush() {
    this.outbox.splice(0).forEach((message) => {
      if (this.readyState === 1) {
        this.#emit('message', { data: JSON.stringify(message) });
      }
    });
  }

  cut(code = 1006) {
    this.readyState = 3;
    this.outbox.length = 0;
    this.#emit('close', { code, reason: '' });
  }

  close() {
    this.readyState = 3;
  }

  send(text) {
    const message = JSON.parse(text);
    const handle = { start: 'start', request: 'request', cancel: 'cancel' }[message.type];
    this[handle](message);
  }

  start({ run, spec, from }) {
    this.service.starts.push({ run, spec, from });
    const { steps, verdict } = descend(spec);
    this.runs.set(run, { steps, verdict, k: from });
    this.outbox.push({ type: 'started', run, spec, step: steps[from] });
  }

  request({ run, n }) {
    const state = this.runs.get(run);
    const steps = state.steps.slice(state.k + 1, state.k + 1 + n);
    this.service.asked += n;
    this.service.sent += steps.length;
    if (steps.length > 0) {
      state.k += steps.length;
      this.outbox.push({ type: 'steps', run, steps });
    }
    if (state.k === state.steps.at(-1).k) {
      this.outbox.push({ type: 'ended', run, verdict: state.verdict, k: state.k, message: 'So.' });
    }
  }

  cancel({ run }) {
    if (!this.runs.delete(run)) {
      this.outbox.push({ type: 'error', run, code: 'unknown-run', message: 'There is none.' });
    }
  }

  #emit(type, event) {
    this.#listeners[type].forEach((listener) => listener(event));
  }
}
