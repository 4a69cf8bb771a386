/** Animation frames while something moves, and none while nothing does. */
export class Frames {
  #onFrame;
  #handle = 0;
  #before = null;
  #asleep = false;

  /** @param {function(number): boolean} onFrame gets the time elapsed; says whether to go on */
  constructor(onFrame) {
    this.#onFrame = onFrame;
  }

  /** One frame is needed, or many. */
  wake() {
    if (this.#handle === 0 && !this.#asleep) {
      this.#handle = requestAnimationFrame((now) => this.#frame(now));
    }
  }

  /** No frames while nobody looks. @param {boolean} asleep */
  set asleep(asleep) {
    this.#asleep = asleep;
    if (asleep) {
      cancelAnimationFrame(this.#handle);
      this.#handle = 0;
      this.#before = null;
    } else {
      this.wake();
    }
  }

  #frame(now) {
    this.#handle = 0;
    const elapsed = this.#before === null ? 0 : now - this.#before;
    this.#before = now;
    if (this.#onFrame(elapsed)) {
      this.wake();
    } else {
      this.#before = null;
    }
  }
}
