package downhill.formula;

/**
 * A piece of a formula's text.
 *
 * @param start the index of its first char in the text
 * @param text what is written there; empty at the end
 */
record Token(Kind kind, int start, String text) {

  boolean is(Kind other) {
    return kind == other;
  }

  /** Whether a value begins here. */
  boolean beginsValue() {
    return kind == Kind.NUMBER || kind == Kind.NAME || kind == Kind.OPENING;
  }

  enum Kind {
    NUMBER,
    NAME,
    PLUS,
    MINUS,
    TIMES,
    DIVIDE,
    POWER,
    OPENING,
    CLOSING,
    COMMA,
    END
  }
}
