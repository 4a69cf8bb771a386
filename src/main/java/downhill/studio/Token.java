package downhill.studio;

/** The smallest piece of a line that has a meaning. */
record Token(Kind kind, Place place, String text) {

  boolean is(Kind other) {
    return kind == other;
  }

  boolean is(String word) {
    return kind == Kind.NAME && text.equals(word);
  }

  boolean beginsValue() {
    return kind == Kind.NUMBER || kind == Kind.TEXT || kind == Kind.NAME || kind == Kind.OPENING;
  }

  boolean endsValue() {
    return kind == Kind.NUMBER || kind == Kind.TEXT || kind == Kind.NAME || kind == Kind.CLOSING;
  }

  /** What a token can be. */
  enum Kind {
    NAME,
    NUMBER,
    TEXT,
    PLUS,
    MINUS,
    TIMES,
    DIVIDE,
    POWER,
    OPENING,
    CLOSING,
    COMMA,
    COLON,
    EQUALS,
    /** The end of the line, or a comment. */
    END
  }
}
