package downhill.formula;

import downhill.formula.FormulaException.Problem;
import downhill.formula.Token.Kind;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Cuts a text into tokens, one at a time, so that the first thing wrong is what is reported. */
final class Scanner {

  private static final Map<Character, Kind> SIGNS =
      Map.ofEntries(
          Map.entry('+', Kind.PLUS),
          Map.entry('-', Kind.MINUS),
          Map.entry('*', Kind.TIMES),
          Map.entry('/', Kind.DIVIDE),
          Map.entry('^', Kind.POWER),
          Map.entry('(', Kind.OPENING),
          Map.entry(')', Kind.CLOSING),
          Map.entry(',', Kind.COMMA));

  /** What people write for something that formulas write otherwise. */
  private static final Map<String, String> INSTEAD =
      Map.ofEntries(
          Map.entry("**", "^"),
          Map.entry("²", "^2"),
          Map.entry("³", "^3"),
          Map.entry("|", "abs(…)"),
          Map.entry("√", "sqrt(…)"),
          Map.entry("[", "("),
          Map.entry("]", ")"),
          Map.entry("{", "("),
          Map.entry("}", ")"));

  private final String text;
  private int at;

  Scanner(String text) {
    this.text = text;
  }

  Token next() {
    while (at < text.length() && isSpace(text.charAt(at))) {
      at++;
    }
    if (at == text.length()) {
      return new Token(Kind.END, at, "");
    }
    char first = text.charAt(at);
    if (Spelling.isDigit(first) || first == '.') {
      return number();
    }
    if (Character.isLetter(first)) {
      return name();
    }
    return sign(first);
  }

  private Token number() {
    int start = at;
    at = Spelling.endOfNumber(text, at);
    return cut(Kind.NUMBER, start);
  }

  private Token name() {
    int start = at;
    while (Character.isLetterOrDigit(peek(0)) || peek(0) == '_') {
      at++;
    }
    return cut(Kind.NAME, start);
  }

  private Token sign(char first) {
    @Nullable Kind kind = SIGNS.get(Spelling.plain(first));
    if (kind == null || text.startsWith("**", at)) {
      int length = kind == null ? Character.charCount(text.codePointAt(at)) : 2;
      String found = text.substring(at, at + length);
      throw new FormulaException(Problem.UNKNOWN_CHARACTER, at, found, INSTEAD.get(found));
    }
    at++;
    return cut(kind, at - 1);
  }

  private Token cut(Kind kind, int start) {
    return new Token(kind, start, text.substring(start, at));
  }

  /** The char that many places on, or a blank past the end. */
  private char peek(int ahead) {
    return at + ahead < text.length() ? text.charAt(at + ahead) : ' ';
  }

  private static boolean isSpace(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c);
  }
}
