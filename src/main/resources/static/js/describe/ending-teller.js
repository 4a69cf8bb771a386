/** Says how a run ended, why, and how the guess about it did. */
export class EndingTeller {
  #messages;
  #numbers;

  /**
   * @param {import('./messages.js').Messages} messages
   * @param {import('../model/numbers.js').Numbers} numbers
   */
  constructor(messages, numbers) {
    this.#messages = messages;
    this.#numbers = numbers;
  }

  /**
   * Why it flew off, by the bend of the ground under its last jump; '' where that is not why.
   * @param {{rate: number, bend: number}|null} cause
   */
  why(cause) {
    return cause
      ? this.#messages.text('diverged.why', this.#numbers.rate(cause.rate),
        this.#numbers.rate(cause.bend), this.#numbers.rate(2 / cause.bend))
      : '';
  }

  /** What the button says that offers a calmer rate. @param {{rate, nearBest}} calmer */
  offer({ rate, nearBest }) {
    return this.#messages.text(nearBest ? 'diverged.offer.best' : 'diverged.offer',
      this.#numbers.rate(rate));
  }

  /**
   * @param {ReturnType<import('../model/prediction.js').grade>} graded
   * @param {{what: string|null, steps: number|null}} guess
   * @returns {string} '' where nothing was guessed
   */
  guess(graded, guess) {
    const m = this.#messages;
    const sentences = [];
    if (graded.right !== null) {
      const did = m.text(`did.${graded.did}`);
      sentences.push(graded.right
        ? m.text('guess.right', did)
        : m.text('guess.other', m.text(`did.${guess.what}`), did));
    }
    return [...sentences, ...this.#count(graded, guess)].join(' ');
  }

  /**
   * @param {ReturnType<import('../model/prediction.js').gradeFirst>} graded
   * @param {{what: string|null, steps: number|null}} guess
   * @param {string[]} names of the runs
   * @param {string} [kind] of the messages that say which of them was first
   * @returns {string} '' where nothing was guessed
   */
  guessFirst(graded, guess, names, kind = 'rates') {
    const m = this.#messages;
    const winners = [...new Set(graded.winners.map((i) => names[i]))];
    const first = winners.reduce(
      (said, rate) => (said ? m.text('guess.and', said, rate) : rate), '');
    const sentences = [];
    if (graded.right !== null) {
      const which = graded.k === null ? 'none' : winners.length > 1 ? 'tie' : 'one';
      sentences.push(m.text(graded.right ? 'guess.first.right' : 'guess.first.other'),
        m.text(`first.${kind}.${which}`, first, this.#numbers.count(graded.k ?? 0)));
    }
    return [...sentences, ...this.#count(graded, guess)].join(' ');
  }

  #count({ count, k }, { steps }) {
    return count === null ? [] : [this.#messages.text(`guess.count.${count}`,
      this.#numbers.count(steps), this.#numbers.count(k))];
  }

  /** @param {number|null} steps @param {boolean} ended @param {number} share of the distance */
  score(steps, ended, share) {
    const m = this.#messages;
    const near = this.#numbers.percent(share);
    if (steps !== null) {
      return m.counted('score', steps, this.#numbers.count(steps), near);
    }
    return m.text(ended ? 'score.never' : 'score.open', near);
  }
}
