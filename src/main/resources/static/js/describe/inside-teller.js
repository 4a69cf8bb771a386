import { wayDown } from './map-teller.js';
import { BEFORE } from '../model/rule-book.js';

/** The cosine beyond which two ways are much the same: less than 60° apart. */
const SAME = 0.5;

/** Two rates closer to each other than this share are alike. */
const ALIKE = 0.02;

/** Says what an optimizer feels, what it remembers, and what it makes of both. */
export class InsideTeller {
  #messages;
  #numbers;
  #steps;
  #book;

  /**
   * @param {{messages: import('./messages.js').Messages,
   *     numbers: import('../model/numbers.js').Numbers,
   *     teller: import('./step-teller.js').StepTeller}} tools
   * @param {import('../model/rule-book.js').RuleBook} book
   */
  constructor({ messages, numbers, teller }, book) {
    this.#messages = messages;
    this.#numbers = numbers;
    this.#steps = teller;
    this.#book = book;
  }

  /**
   * "Step 7: it went to the right, 1.11 long, loss down 36 %. Downhill is to the right, with a
   * slope of 4.20. The velocity pushes to the right, 12.30 strong, and agrees with the slope."
   * @param {import('../model/journey.js').Journey} journey
   * @param {number} k
   * @returns {import('./messages.js').Piece[]}
   */
  sentence(journey, k) {
    const m = this.#messages;
    const [before, now] = [journey.step(k - 1), journey.step(k)];
    const loss = this.#steps.loss(now.loss, before?.loss);
    const count = this.#numbers.count(k);
    const first = before
      ? m.pieces('inside.step', count, this.#went(before, now), loss, this.#downhill(now))
      : m.pieces('inside.start', count, loss, this.#downhill(now));
    return [first, this.#memory(now), this.#stretch(before, now)].filter(Boolean)
      .flatMap((pieces, i) => (i === 0 ? pieces : [{ text: ' ' }, ...pieces]));
  }

  #went(before, now) {
    const step = now.w.map((value, i) => before.w[i] - value);
    const long = Math.hypot(...step);
    return long === 0 ? this.#messages.about('step', 'inside.stayed')
      : this.#messages.about('step', 'inside.went', this.#way(step), this.#numbers.said(long));
  }

  #downhill({ gradient }) {
    const flat = Math.hypot(...gradient) < 5e-4;
    return this.#messages.about('gradient', flat ? 'inside.flat' : 'inside.downhill',
      this.#way(gradient), this.#numbers.said(Math.hypot(...gradient)));
  }

  #memory(now) {
    const { memory, remembers } = this.#book;
    const slope = this.#book.memoryAt(now);
    if (memory === '') {
      return remembers.length > 0 ? null : this.#messages.pieces('inside.memory.never');
    }
    const long = slope ? Math.hypot(...slope) : 0;
    const symbol = memory + BEFORE;
    return [long === 0 ? this.#messages.about(symbol, 'inside.memory.none')
      : this.#messages.about(symbol, `inside.memory.${memory}`, this.#way(slope),
        this.#numbers.said(long), this.#messages.text(`inside.${agreement(now.gradient, slope)}`))];
  }

  /** Whether the same push makes a longer step in one parameter than in the other. */
  #stretch(before, now) {
    if (!before) {
      return null;
    }
    const [x, y] = [0, 1].map((i) => this.#book.numbers(before, now, i)[this.#book.rate]);
    if (!(x > 0 && y > 0) || Math.abs(x - y) <= ALIKE * Math.max(x, y)) {
      return null;
    }
    return [this.#messages.about('rate', x > y ? 'inside.stretch.x' : 'inside.stretch.y',
      this.#numbers.said(Math.max(x, y) / Math.min(x, y)))];
  }

  #way(slope) {
    return this.#messages.text(`map.way.${wayDown(slope)}`);
  }
}

/** Whether what is remembered pushes the way that the ground falls. */
export function agreement(slope, memory) {
  const dot = slope.reduce((sum, value, i) => sum + value * memory[i], 0);
  const cosine = dot / (Math.hypot(...slope) * Math.hypot(...memory));
  return cosine > SAME ? 'agrees' : cosine < -SAME ? 'against' : 'across';
}
