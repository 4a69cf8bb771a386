package downhill.studio;

import java.math.BigDecimal;
import java.math.MathContext;

/** Numbers as the language writes them: a point, no marks between thousands. */
final class Numbers {

  /** Enough for what a beginner computes, and few enough that 0.1 + 0.2 is 0.3. */
  private static final MathContext FIGURES = new MathContext(12);

  private Numbers() {}

  static String written(double x) {
    double size = Math.abs(x);
    if (size == 0) {
      return "0";
    }
    BigDecimal rounded = new BigDecimal(x).round(FIGURES).stripTrailingZeros();
    if (size >= 1e-4 && size < 1e15) {
      return rounded.toPlainString();
    }
    int power = rounded.precision() - rounded.scale() - 1;
    return rounded.scaleByPowerOfTen(-power).toPlainString() + "e" + power;
  }
}
