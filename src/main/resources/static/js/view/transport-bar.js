import { mark, part, write } from './parts.js';

/** Step, Step back, Roll / Pause, Reset, New start, Pace and the timeline. */
export class TransportBar {
  #roll;
  #stepBack;
  #timeline;
  #messages;
  #numbers;
  #root;

  /**
   * @param {ParentNode} root
   * @param {{messages: import('../describe/messages.js').Messages,
   *     numbers: import('../model/numbers.js').Numbers,
   *     on: Object<string, function(*): void>}} options `on` has roll, step, stepBack, reset,
   *     newStart, pace, seek, and press: a step is about to be asked for
   */
  constructor(root, { messages, numbers, on }) {
    this.#root = root;
    this.#messages = messages;
    this.#numbers = numbers;
    this.#roll = part(root, 'roll');
    this.#stepBack = part(root, 'step-back');
    this.#timeline = part(root, 'timeline');
    const listen = (name, type, handle) => part(root, name)?.addEventListener(type, handle);
    listen('roll', 'click', () => on.roll());
    listen('step', 'click', () => on.step());
    listen('step-back', 'click', () => on.stepBack());
    listen('reset', 'click', () => on.reset());
    listen('new-start', 'click', () => on.newStart());
    listen('pace', 'change', (event) => on.pace(Number(event.target.value)));
    listen('timeline', 'input', (event) => on.seek(Number(event.target.value)));
    // Whoever reaches for a button is likely to press it: by then the connection stands.
    ['pointerenter', 'pointerdown', 'focus'].forEach((sign) =>
      ['roll', 'step'].forEach((name) => listen(name, sign, () => on.press())));
    ['roll', 'step', 'step-back', 'reset', 'new-start', 'pace', 'timeline']
      .forEach((name) => part(root, name)?.removeAttribute('disabled'));
  }

  /** The pace that the page shows. */
  get pace() {
    return Number(part(this.#root, 'pace')?.value ?? 1) || 1;
  }

  /** @param {{rolling: boolean, k: number, reached: number}} state */
  render({ rolling, k, reached }) {
    mark(this.#roll, 'data-rolling', rolling ? '' : null);
    write(part(this.#roll, 'roll-label') ?? this.#roll,
      this.#messages.text(rolling ? 'pause' : 'roll'));
    mark(this.#stepBack, 'aria-disabled', k === 0 ? 'true' : null);
    if (this.#timeline) {
      mark(this.#timeline, 'max', String(Math.max(1, reached)));
      this.#timeline.value = String(k);
      mark(this.#timeline, 'aria-valuetext', this.#messages.text('timeline.value',
        this.#numbers.count(k), this.#numbers.count(reached)));
    }
    write(part(this.#root, 'timeline-end'), this.#numbers.count(reached));
  }
}
