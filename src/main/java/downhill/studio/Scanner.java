package downhill.studio;

import downhill.formula.Spelling;
import downhill.studio.Token.Kind;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Cuts a line into tokens, one at a time, so that the first thing wrong is what is reported. */
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
          Map.entry(',', Kind.COMMA),
          Map.entry(':', Kind.COLON),
          Map.entry('=', Kind.EQUALS));

  /** What people write for something that programs write otherwise. */
  private static final Map<String, String> INSTEAD =
      Map.ofEntries(
          Map.entry("**", "^"),
          Map.entry("²", "^2"),
          Map.entry("³", "^3"),
          Map.entry("'", "\""),
          Map.entry("‘", "\""),
          Map.entry("’", "\""),
          Map.entry("`", "\""),
          Map.entry("[", "("),
          Map.entry("]", ")"),
          Map.entry("{", "("),
          Map.entry("}", ")"),
          Map.entry("%", "/ 100"));

  /** Any of them opens and closes a text: word processors turn the straight ones into pairs. */
  private static final String QUOTES = "\"“”„‟«»＂";

  /** Some editors write it at the head of a file, where it is not seen. */
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final int number;
  private final String line;
  private int at;
  private int end;

  Scanner(int number, String line) {
    this.number = number;
    this.line = line;
  }

  Token next() {
    while (at < line.length() && isSpace(line.charAt(at))) {
      at++;
    }
    if (at == line.length() || line.charAt(at) == '#') {
      return new Token(Kind.END, place(end, end), "");
    }
    Token token = token(line.charAt(at));
    end = at;
    return token;
  }

  private Token token(char first) {
    if (Spelling.isDigit(first) || first == '.') {
      return number();
    }
    if (isOfName(first)) {
      return name();
    }
    return QUOTES.indexOf(first) >= 0 ? text() : sign(first);
  }

  private Token number() {
    int start = at;
    at = Spelling.endOfNumber(line, at);
    return cut(Kind.NUMBER, start);
  }

  private Token name() {
    int start = at;
    while (isOfName(peek(0))) {
      at++;
    }
    return cut(Kind.NAME, start);
  }

  private Token text() {
    int start = at++;
    while (at < line.length() && QUOTES.indexOf(line.charAt(at)) < 0) {
      at++;
    }
    if (at == line.length()) {
      throw place(start, line.stripTrailing().length()).mistake(Problem.UNCLOSED_TEXT);
    }
    at++;
    return new Token(Kind.TEXT, place(start, at), line.substring(start + 1, at - 1));
  }

  private Token sign(char first) {
    @Nullable Kind kind = SIGNS.get(Spelling.plain(first));
    boolean power = line.startsWith("**", at);
    if (kind == null || power) {
      int length = power ? 2 : Character.charCount(line.codePointAt(at));
      Place found = place(at, at + length);
      throw found.meant(instead(found.found()), Problem.UNKNOWN_CHARACTER);
    }
    at++;
    return cut(kind, at - 1);
  }

  /** A percent sign right after a number means hundredths; with a space before it, who knows. */
  private @Nullable String instead(String found) {
    boolean hundredths = at > 0 && Spelling.isDigit(line.charAt(at - 1));
    return found.equals("%") && !hundredths ? null : INSTEAD.get(found);
  }

  private Token cut(Kind kind, int start) {
    return new Token(kind, place(start, at), line.substring(start, at));
  }

  private Place place(int from, int to) {
    return new Place(number, line, from, to);
  }

  /** The char that many places on, or a blank past the end. */
  private char peek(int ahead) {
    return at + ahead < line.length() ? line.charAt(at + ahead) : ' ';
  }

  private static boolean isOfName(char c) {
    return Character.isLetterOrDigit(c) || c == '_';
  }

  private static boolean isSpace(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == BYTE_ORDER_MARK;
  }
}
