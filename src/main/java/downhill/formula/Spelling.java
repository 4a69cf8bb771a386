package downhill.formula;

import java.util.regex.Pattern;

/** How people write numbers and signs, in formulas and in programs alike. */
public final class Spelling {

  private static final Pattern NUMBER =
      Pattern.compile("(?:\\d++\\.?+\\d*+|\\.\\d++)(?:[eE][+-]?+\\d++)?+");

  private Spelling() {}

  /**
   * The sign that is meant by one that keyboards and word processors put in its place.
   *
   * @param written a character
   * @return the plain sign; any other character as it is
   */
  public static char plain(char written) {
    return switch (written) {
      case '−', '–' -> '-';
      case '×', '·' -> '*';
      case '÷' -> '/';
      default -> written;
    };
  }

  /** Whether a character is one of the ten digits that numbers are written with. */
  public static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /**
   * Where a number ends, be it well written or not. Without digits after it an e is none of its
   * own: {@code 2e} is a number and a name.
   *
   * @param text what is read
   * @param start where the number begins
   * @return where it has ended
   */
  public static int endOfNumber(String text, int start) {
    int end = afterDigitsAndPoints(text, start);
    if (at(text, end) != 'e' && at(text, end) != 'E') {
      return end;
    }
    boolean signed = at(text, end + 1) == '+' || plain(at(text, end + 1)) == '-';
    return isDigit(at(text, end + (signed ? 2 : 1))) ? afterDigitsAndPoints(text, end + 2) : end;
  }

  private static int afterDigitsAndPoints(String text, int start) {
    int end = start;
    while (isDigit(at(text, end)) || at(text, end) == '.') {
      end++;
    }
    return end;
  }

  private static char at(String text, int index) {
    return index < text.length() ? text.charAt(index) : ' ';
  }

  /**
   * The number that is written.
   *
   * @param written what {@link #endOfNumber} cut out
   * @return the number; NaN where it has two points or no digit, infinite where it is too large
   */
  public static double number(String written) {
    String digits = written.replace('−', '-').replace('–', '-');
    return NUMBER.matcher(digits).matches() ? Double.parseDouble(digits) : Double.NaN;
  }
}
