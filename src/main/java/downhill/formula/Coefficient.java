package downhill.formula;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;

/**
 * The number before a product, reckoned as on paper: 0.1 · 3 is 0.3, and a third stays a third. In
 * doubles the one would be 0.30000000000000004 and the other 0.3333333333333333.
 *
 * @param over a decimal number
 * @param under what it is divided by; at least 1, and 1 wherever a short decimal can say it
 */
record Coefficient(BigDecimal over, BigInteger under) {

  static final Coefficient ONE = new Coefficient(BigDecimal.ONE, BigInteger.ONE);
  static final Coefficient ZERO = new Coefficient(BigDecimal.ZERO, BigInteger.ONE);

  /** Digits past those of a double say nothing. */
  private static final int MOST_DIGITS = 17;

  static Coefficient of(double value) {
    return new Coefficient(Decimals.of(value), BigInteger.ONE);
  }

  Coefficient plus(Coefficient other) {
    BigDecimal mine = over.multiply(new BigDecimal(other.under));
    BigDecimal its = other.over.multiply(new BigDecimal(under));
    return reduced(mine.add(its), under.multiply(other.under));
  }

  Coefficient times(Coefficient other) {
    return reduced(over.multiply(other.over), under.multiply(other.under));
  }

  /** One over it; it is not zero. */
  Coefficient inverse() {
    BigDecimal whole = over.movePointRight(Math.max(0, over.scale()));
    BigDecimal rest = new BigDecimal(under).movePointRight(Math.max(0, over.scale()));
    boolean minus = whole.signum() < 0;
    return reduced(minus ? rest.negate() : rest, whole.abs().toBigIntegerExact());
  }

  Coefficient negated() {
    return new Coefficient(over.negate(), under);
  }

  boolean isZero() {
    return over.signum() == 0;
  }

  boolean isNegative() {
    return over.signum() < 0;
  }

  private static Coefficient reduced(BigDecimal over, BigInteger under) {
    BigDecimal top = over.stripTrailingZeros();
    if (top.signum() == 0) {
      return ZERO;
    }
    if (top.scale() > 0) {
      return divided(top, under);
    }
    BigInteger common = top.toBigInteger().gcd(under);
    return limited(top.divide(new BigDecimal(common)).stripTrailingZeros(), under.divide(common));
  }

  /**
   * A decimal stays one where division leaves it short: 0.1 / 2 is 0.05, 0.1 / 3 stays as it is.
   */
  private static Coefficient divided(BigDecimal over, BigInteger under) {
    BigDecimal near = over.divide(new BigDecimal(under), MathContext.DECIMAL64);
    boolean exact = near.multiply(new BigDecimal(under)).compareTo(over) == 0;
    return exact ? limited(near.stripTrailingZeros(), BigInteger.ONE) : limited(over, under);
  }

  private static Coefficient limited(BigDecimal over, BigInteger under) {
    if (Double.isInfinite(over.doubleValue())) {
      throw new Unsayable("a number of it is too large");
    }
    boolean isShort =
        over.precision() <= MOST_DIGITS && new BigDecimal(under).precision() <= MOST_DIGITS;
    return isShort
        ? new Coefficient(over, under)
        : of(over.divide(new BigDecimal(under), MathContext.DECIMAL64).doubleValue());
  }
}
