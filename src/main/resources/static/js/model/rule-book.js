/**
 * A formula as the service writes it (`Term.java`): a number, a symbol, or a list of an operation
 * and what it works on.
 * @typedef {number|string|Array} Term
 */

/** What is remembered, as it was when the update began. */
export const BEFORE = '-before';

const DOES = {
  '+': (a, b) => a + b,
  '-': (a, b) => (b === undefined ? -a : a - b),
  '*': (a, b) => a * b,
  '/': (a, b) => a / b,
  '^': (a, b) => a ** b,
  sqrt: Math.sqrt,
  abs: Math.abs,
  sign: Math.sign,
  max: Math.max,
  min: Math.min,
};

/**
 * What a formula comes to.
 * @param {Term} term
 * @param {Object<string, number>} known its symbols
 */
export function valueOf(term, known) {
  if (typeof term === 'number') {
    return term;
  }
  if (typeof term === 'string') {
    return known[term];
  }
  const [does, ...others] = term;
  return does === 'cases' ? valueOf(others[2 + caseOf(term, known)], known)
    : DOES[does](...others.map((each) => valueOf(each, known)));
}

/** Which holds where there are cases: 0 for above, 1 for below, 2 for neither. */
export function caseOf([, a, b], known) {
  const difference = valueOf(a, known) - valueOf(b, known);
  return difference > 0 ? 0 : difference < 0 ? 1 : 2;
}

/** The update of a rule, quantity by quantity. */
export class RuleBook {
  /**
   * @param {{memory: string, rate: string, settings: Object<string, number>,
   *     begins: Object<string, Term>, remembers: string[], lines: [string, Term][]}} rule of the
   *     page's state; `memory` is what it remembers that points somewhere, '' for none; `rate` is
   *     the line that is each parameter's own rate; `begins` is what something remembered is at
   *     the start, where that is not nought
   */
  constructor(rule) {
    Object.assign(this, rule);
  }

  /**
   * Every number of an update by its symbol, for one parameter: what is remembered as the engine
   * has it, all else worked out from that. Without the step that the update leads to there is only
   * what was there before.
   * @param {import('./journey.js').Step} now
   * @param {import('./journey.js').Step|undefined} after
   * @param {number} i the parameter
   * @returns {Object<string, number>}
   */
  numbers(now, after, i) {
    const known = { ...this.settings, w: now.w[i], gradient: now.gradient[i],
      alpha: after?.learningRate ?? now.learningRate, t: now.k + 1 };
    this.remembers.forEach((symbol) => {
      const begins = now.k === 0 ? this.begins[symbol] ?? 0 : null;
      known[symbol + BEFORE] = begins === null ? now.state[symbol][i] : valueOf(begins, known);
    });
    if (after) {
      this.lines.forEach(([symbol, term]) => {
        known[symbol] = this.remembers.includes(symbol) ? after.state[symbol][i]
          : valueOf(term, known);
      });
    }
    return known;
  }

  /** What it remembers at a step that points somewhere; null where nothing does, or not yet. */
  memoryAt(step) {
    return this.memory === '' || step.k === 0 ? null : step.state[this.memory];
  }
}
