package downhill.studio;

import downhill.studio.Token.Kind;

/** A line as the parser walks along it, a token at a time. */
final class Line {

  private final Scanner scanner;
  private Token previous;
  private Token token;

  Line(int number, String text) {
    this.scanner = new Scanner(number, text);
    this.token = scanner.next();
    this.previous = token;
  }

  /** The token that it has come to. */
  Token token() {
    return token;
  }

  boolean at(Kind kind) {
    return token.is(kind);
  }

  /** Goes on, and gives the token that it has left. */
  Token advance() {
    Token before = previous;
    previous = token;
    token = scanner.next();
    if (previous.is(Kind.COMMA) && before.is(Kind.NUMBER) && isDecimal(before)) {
      throw decimalComma(before);
    }
    return previous;
  }

  private boolean isDecimal(Token before) {
    return token.is(Kind.NUMBER)
        && before.place().to() == previous.place().from()
        && previous.place().to() == token.place().from();
  }

  /** Where a comma is too much, it may be that of a number. */
  private void refuseDecimalComma() {
    Token comma = token;
    if (at(Kind.COMMA)) {
      advance();
      throw comma.place().mistake(Problem.TOO_MUCH);
    }
  }

  /** Much of the world writes 0,1 for a tenth; and 1,000 is more often a thousand than one. */
  private Mistaken decimalComma(Token before) {
    String whole = before.text();
    String rest = token.text();
    boolean thousand = rest.matches("\\d{3}") && whole.matches("[1-9]\\d{0,2}");
    return before
        .place()
        .to(token.place())
        .meant(whole + (thousand ? "" : ".") + rest, Problem.DECIMAL_COMMA);
  }

  /** A name that is set or used. */
  Word name() {
    if (!at(Kind.NAME)) {
      throw token.place().mistake(Problem.MISSING_NAME);
    }
    return Word.of(advance());
  }

  /** A certain word of the language. */
  void word(String wanted) {
    if (!token.is(wanted)) {
      refuseDecimalComma();
      boolean slip = at(Kind.NAME) && Vocabulary.near(token.text(), wanted);
      throw token.place().meant(slip ? wanted : null, Problem.MISSING_WORD, wanted);
    }
    advance();
  }

  /** The end of the statement. */
  void end() {
    if (at(Kind.END)) {
      return;
    }
    if (at(Kind.CLOSING)) {
      throw token.place().mistake(Problem.MISSING_OPENING_PARENTHESIS);
    }
    refuseDecimalComma();
    boolean sideBySide = previous.endsValue() && token.beginsValue();
    throw token.place().mistake(sideBySide ? Problem.MISSING_SIGN : Problem.TOO_MUCH);
  }
}
