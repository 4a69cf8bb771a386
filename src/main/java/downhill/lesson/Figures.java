package downhill.lesson;

import downhill.run.Tongue;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Numbers as the pages show them, by the same rules as the script's {@code numbers.js}: rounded as
 * the exact value of the double says, ties away from zero, without a negative zero, and with the
 * decimal sign of the language that is spoken.
 */
final class Figures {

  private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";
  private static final String SUBSCRIPTS = "₀₁₂₃₄₅₆₇₈₉";

  private Figures() {}

  /** For a sentence: two decimals, or more where that says more. */
  static String said(double x) {
    return fixed(x, 2);
  }

  /** For a table and a line of arithmetic: three decimals. */
  static String exact(double x) {
    return fixed(x, 3);
  }

  /** The same where there is little room: powers of ten without spaces, and sooner. */
  static String tight(double x) {
    return (Math.abs(x) >= 1e4 ? scientific(x, 1) : exact(x)).replace(" ", "");
  }

  /** A learning rate: three significant digits at most, no idle zeros. */
  static String rate(double x) {
    return (x != 0 && x < 1e-5) || !(x < 1e6) ? scientific(x, 2) : plain(x, 3);
  }

  /** For a field: as many digits as read back as the same number. */
  static String field(double x) {
    return new BigDecimal(Double.toString(x)).stripTrailingZeros().toPlainString();
  }

  /** The same for reading. */
  static String whole(double x) {
    return minus(field(x));
  }

  /** A share as a percentage, with one decimal. */
  static String percent(double share) {
    BigDecimal percent = new BigDecimal(share * 100).setScale(1, RoundingMode.HALF_UP);
    return Tongue.number(percent.toPlainString()) + Tongue.percentSign();
  }

  /** Beside an axis: no idle zeros. */
  static String tick(double x) {
    double size = Math.abs(x);
    return size != 0 && (size < 1e-4 || size >= 1e6) ? scientific(x, 0) : plain(x, 6);
  }

  /** A whole number written small and low, as an index. */
  static String index(int k) {
    return digits(k, SUBSCRIPTS);
  }

  private static String plain(double x, int digits) {
    BigDecimal rounded = new BigDecimal(x).round(new MathContext(digits, RoundingMode.HALF_UP));
    return minus(rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString());
  }

  private static String fixed(double x, int decimals) {
    double size = Math.abs(x);
    if (x == 0 || (size >= 0.5 * Math.pow(10, -decimals) && size < 1e5)) {
      int places = size >= 0.1 || x == 0 ? decimals : decimals + 1;
      return minus(new BigDecimal(x).setScale(places, RoundingMode.HALF_UP).toPlainString());
    }
    return scientific(x, decimals - 1);
  }

  private static String scientific(double x, int decimals) {
    if (!Double.isFinite(x)) {
      return "–";
    }
    BigDecimal rounded =
        new BigDecimal(x).round(new MathContext(decimals + 1, RoundingMode.HALF_UP));
    int power = rounded.precision() - rounded.scale() - 1;
    String lead = rounded.movePointLeft(power).setScale(decimals).toPlainString();
    return minus(lead) + " × 10" + (power < 0 ? "⁻" : "") + digits(Math.abs(power), SUPERSCRIPTS);
  }

  private static String minus(String number) {
    return Tongue.number(number.replace('-', '−'));
  }

  private static String digits(int whole, String alphabet) {
    StringBuilder text = new StringBuilder();
    Integer.toString(whole).chars().forEach(digit -> text.append(alphabet.charAt(digit - '0')));
    return text.toString();
  }
}
