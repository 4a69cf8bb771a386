/**
 * A piece of a sentence; `symbol` names the mark that it speaks of.
 * @typedef {{text: string, symbol?: string}} Piece
 */

/** The sentences of messages.properties, filled in. */
export class Messages {
  #patterns;
  #split = new Map();
  #forms;

  /**
   * @param {Object<string, string>} patterns with {0}, {1} … where the values go
   * @param {string} [locale] a BCP 47 tag: the language that they are in
   */
  constructor(patterns, locale = 'en') {
    this.#patterns = patterns;
    this.#forms = new Intl.PluralRules(locale);
  }

  /** A sentence as text. @param {string} key @param {...(string|Piece|Piece[])} values */
  text(key, ...values) {
    return this.pieces(key, ...values).map((piece) => piece.text).join('');
  }

  /**
   * A sentence about n of something: that of the language's form for so many, `key.one` or
   * `key.few`, where it has one of its own.
   */
  counted(key, n, ...values) {
    const own = `${key}.${this.#forms.select(n)}`;
    return this.text(own in this.#patterns ? own : key, ...values);
  }

  /** A sentence in pieces, so that each symbol in it can be marked. @returns {Piece[]} */
  pieces(key, ...values) {
    return this.#parts(key).flatMap((part) => {
      const value = typeof part === 'number' ? values[part] : part;
      return typeof value === 'object' ? value : { text: String(value) };
    });
  }

  /** The fixed text of a sentence, and between it the numbers of the values that go there. */
  #parts(key) {
    const pattern = this.#patterns[key];
    if (pattern === undefined) {
      throw new Error(`There is no message js.${key}.`);
    }
    if (!this.#split.has(key)) {
      this.#split.set(key, pattern.split(/(\{\d\})/).filter((part) => part !== '')
        .map((part) => (/^\{\d\}$/.test(part) ? Number(part[1]) : part)));
    }
    return this.#split.get(key);
  }

  /** A sentence that speaks of one symbol as a whole. @returns {Piece} */
  about(symbol, key, ...values) {
    return { text: this.text(key, ...values), symbol };
  }
}
