package downhill.formula;

import java.math.BigDecimal;
import java.math.MathContext;

/** Numbers in as few digits as read back as the same double. */
final class Decimals {

  /** As many digits as every double keeps, and as many as tell any two of them apart. */
  private static final int KEPT = 15;

  private static final int ENOUGH = 17;

  private Decimals() {}

  /** A finite number as a short decimal, the same on every Java. */
  static BigDecimal of(double value) {
    if (value == Math.rint(value) && Math.abs(value) < 1e15) {
      return new BigDecimal((long) value).stripTrailingZeros();
    }
    BigDecimal exact = new BigDecimal(value);
    BigDecimal near = exact;
    for (int digits = KEPT; digits <= ENOUGH; digits++) {
      near = exact.round(new MathContext(digits));
      if (near.doubleValue() == value) {
        break;
      }
    }
    return near.stripTrailingZeros();
  }

  /** Its text, as formulas, Python and Java read it alike: 2, 0.1, 1.5e-8. */
  static String text(double value) {
    BigDecimal decimal = of(value);
    int exponent = decimal.precision() - decimal.scale() - 1;
    if (decimal.signum() == 0 || exponent >= -5 && exponent < KEPT) {
      return decimal.toPlainString();
    }
    return decimal.scaleByPowerOfTen(-exponent).toPlainString() + "e" + exponent;
  }

  /** The same, never to be taken for a whole number: 2.0. */
  static String decimal(double value) {
    String text = text(value);
    return text.contains(".") || text.contains("e") ? text : text + ".0";
  }
}
