package downhill.formula;

import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;

/**
 * What a formula computes with: the value of each operation and its partial derivatives. {@code a}
 * and {@code b} are the operands and {@code y} is the value.
 */
enum Operation {
  NEGATE(a -> -a, (a, y) -> -1),
  SIN(StrictMath::sin, (a, y) -> StrictMath.cos(a)),
  COS(StrictMath::cos, (a, y) -> -StrictMath.sin(a)),
  TAN(StrictMath::tan, (a, y) -> 1 + y * y),
  // (1 - a)(1 + a) and not 1 - a²: nothing cancels near ±1.
  ASIN(StrictMath::asin, (a, y) -> 1 / StrictMath.sqrt((1 - a) * (1 + a))),
  ACOS(StrictMath::acos, (a, y) -> -1 / StrictMath.sqrt((1 - a) * (1 + a))),
  ATAN(StrictMath::atan, (a, y) -> 1 / (1 + a * a)),
  SINH(StrictMath::sinh, (a, y) -> StrictMath.cosh(a)),
  COSH(StrictMath::cosh, (a, y) -> StrictMath.sinh(a)),
  // 1/cosh² and not 1 - tanh²: nothing cancels where tanh is nearly ±1.
  TANH(StrictMath::tanh, (a, y) -> square(1 / StrictMath.cosh(a))),
  EXP(StrictMath::exp, (a, y) -> y),
  LN(StrictMath::log, (a, y) -> 1 / a),
  LOG2(Operation::log2, (a, y) -> 1 / (a * Ln.OF_2)),
  LOG10(StrictMath::log10, (a, y) -> 1 / (a * Ln.OF_10)),
  SQRT(StrictMath::sqrt, (a, y) -> 0.5 / y),
  CBRT(StrictMath::cbrt, (a, y) -> 1 / (3 * y * y)),
  ABS(StrictMath::abs, (a, y) -> Math.signum(a)),
  SIGN(Math::signum, (a, y) -> 0),
  PLUS((a, b) -> a + b, (a, b, y) -> 1, (a, b, y) -> 1),
  MINUS((a, b) -> a - b, (a, b, y) -> 1, (a, b, y) -> -1),
  TIMES((a, b) -> a * b, (a, b, y) -> b, (a, b, y) -> a),
  DIVIDE((a, b) -> a / b, (a, b, y) -> 1 / b, (a, b, y) -> -y / b),
  POWER(StrictMath::pow, Operation::powerByBase, Operation::powerByExponent),
  MIN(StrictMath::min, (a, b, y) -> share(b - a), (a, b, y) -> share(a - b)),
  MAX(StrictMath::max, (a, b, y) -> share(a - b), (a, b, y) -> share(b - a));

  private final int arity;
  private final DoubleBinaryOperator value;
  private final Partial left;
  private final Partial right;

  Operation(DoubleUnaryOperator value, Slope slope) {
    this.arity = 1;
    this.value = (a, b) -> value.applyAsDouble(a);
    this.left = (a, b, y) -> slope.at(a, y);
    this.right = (a, b, y) -> 0;
  }

  Operation(DoubleBinaryOperator value, Partial left, Partial right) {
    this.arity = 2;
    this.value = value;
    this.left = left;
    this.right = right;
  }

  int arity() {
    return arity;
  }

  /** The value; {@code b} is ignored by an operation of one operand. */
  double value(double a, double b) {
    return value.applyAsDouble(a, b);
  }

  /** The derivative by the first operand. */
  double left(double a, double b, double y) {
    return left.at(a, b, y);
  }

  /** The derivative by the second operand. */
  double right(double a, double b, double y) {
    return right.at(a, b, y);
  }

  /**
   * Whether a partial derivative of zero means that the operand is not looked at, however steep it
   * may be: the one that {@code min} does not choose can be infinitely steep and changes nothing.
   */
  boolean ignoresWhatIsFlat() {
    return this == MIN || this == MAX || this == SIGN;
  }

  /** All of the gradient goes to the one chosen by its lead, and half to each where they tie. */
  private static double share(double lead) {
    return lead > 0 ? 1 : lead < 0 ? 0 : 0.5;
  }

  private static double powerByBase(double a, double b, double y) {
    return b == 0 ? 0 : b * StrictMath.pow(a, b - 1);
  }

  /** 0^b is 0 for every b above 0, so it does not change with b although ln 0 is not finite. */
  private static double powerByExponent(double a, double b, double y) {
    return a == 0 && b >= 0 ? 0 : y * StrictMath.log(a);
  }

  private static double square(double a) {
    return a * a;
  }

  /** Exact for the powers of two: the exponent apart, and the logarithm of a number near 1. */
  private static double log2(double a) {
    if (!(a >= Double.MIN_NORMAL && a <= Double.MAX_VALUE)) {
      return StrictMath.log(a) / Ln.OF_2;
    }
    int exponent = Math.getExponent(a);
    double rest = Math.scalb(a, -exponent);
    if (rest > 1.4142135623730951) {
      rest /= 2;
      exponent++;
    }
    return exponent + StrictMath.log(rest) / Ln.OF_2;
  }

  /** Apart, since the constants of an enum come before its own fields. */
  private static final class Ln {
    static final double OF_2 = StrictMath.log(2);
    static final double OF_10 = StrictMath.log(10);
  }

  /** The derivative of an operation of one operand. */
  private interface Slope {
    double at(double a, double y);
  }

  /** One of the two derivatives of an operation of two operands. */
  private interface Partial {
    double at(double a, double b, double y);
  }
}
