package downhill.formula;

import downhill.formula.Expression.Call;
import downhill.formula.Expression.Constant;
import downhill.formula.Expression.Variable;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The derivative of an expression as an expression: the chain rule, from the partial derivatives of
 * each operation. Simplified on the way, and given up once it is too long to be read.
 *
 * <p>It has the tape's value wherever that is finite, up to rounding, and at kinks too: {@code abs}
 * and {@code sign} are flat at 0, {@code min} and {@code max} of two equal values share alike. Only
 * what formulas cannot say is lost: at a place where one of them is infinitely steep, that the tape
 * does not look at what is not chosen, or at how 0 to a power changes with the exponent.
 */
final class Derivative {

  /** More parts than this, nobody reads; the work of simplifying grows with their square. */
  static final int MOST_PARTS = 2000;

  private static final Expression ZERO = new Constant(0);
  private static final Expression ONE = new Constant(1);

  /** Each operation's partial derivatives, by its operands: x, and y if there are two. */
  private static final Map<Operation, List<Expression>> PARTIALS = new EnumMap<>(Operation.class);

  static {
    partials(Operation.NEGATE, "-1");
    partials(Operation.SIN, "cos(x)");
    partials(Operation.COS, "-sin(x)");
    partials(Operation.TAN, "1/cos(x)^2");
    partials(Operation.ASIN, "1/sqrt(1 - x^2)");
    partials(Operation.ACOS, "-1/sqrt(1 - x^2)");
    partials(Operation.ATAN, "1/(1 + x^2)");
    partials(Operation.SINH, "cosh(x)");
    partials(Operation.COSH, "sinh(x)");
    partials(Operation.TANH, "1/cosh(x)^2");
    partials(Operation.EXP, "exp(x)");
    partials(Operation.LN, "1/x");
    partials(Operation.LOG2, "1/(x*ln(2))");
    partials(Operation.LOG10, "1/(x*ln(10))");
    partials(Operation.SQRT, "1/(2*sqrt(x))");
    partials(Operation.CBRT, "1/(3*cbrt(x)^2)");
    partials(Operation.ABS, "sign(x)");
    partials(Operation.SIGN, "0");
    partials(Operation.TIMES, "y", "x");
    partials(Operation.DIVIDE, "1/y", "-x/y^2");
    partials(Operation.POWER, "y*x^(y - 1)", "x^y*ln(x)");
    partials(Operation.MIN, "(1 + sign(y - x))/2", "(1 + sign(x - y))/2");
    partials(Operation.MAX, "(1 + sign(x - y))/2", "(1 + sign(y - x))/2");
  }

  private final int by;

  private Derivative(int by) {
    this.by = by;
  }

  /**
   * Differentiates.
   *
   * @param expression what
   * @param by the index of the parameter by which
   * @throws Unsayable where the derivative is too long, or has a number too large
   */
  static Expression of(Expression expression, int by) {
    limit(expression);
    return new Derivative(by).follow(expression).slope;
  }

  private static void partials(Operation operation, String... texts) {
    PARTIALS.put(operation, Stream.of(texts).map(text -> new Parser(text).parse()).toList());
  }

  /** An expression made simple, and its derivative. */
  private record Followed(Expression value, Expression slope) {}

  private Followed follow(Expression expression) {
    if (!(expression instanceof Call call)) {
      boolean self = expression instanceof Variable variable && variable.index() == by;
      return new Followed(expression, self ? ONE : ZERO);
    }
    if (isSum(call)) {
      Followed terms = terms(call);
      return new Followed(simplified(terms.value), simplified(terms.slope));
    }
    List<Followed> operands = new ArrayList<>();
    for (Expression operand : call.operands()) {
      operands.add(follow(operand));
    }
    List<Expression> values = operands.stream().map(Followed::value).toList();
    Expression value = simplified(new Call(call.operation(), values));
    Expression slope = ZERO;
    for (int i = 0; i < operands.size(); i++) {
      Expression inner = operands.get(i).slope;
      if (!inner.equals(ZERO) && !isZeroToAPower(call.operation(), values, i)) {
        Expression partial = Simplifier.put(partial(call.operation(), i), values);
        Expression term = simplified(Call.of(Operation.TIMES, partial, inner));
        slope = simplified(Call.of(Operation.PLUS, slope, term));
      }
    }
    return new Followed(value, slope);
  }

  private static Expression partial(Operation operation, int i) {
    List<Expression> partials = PARTIALS.getOrDefault(operation, List.of());
    return partials.get(i);
  }

  /** 0 to a power is 0 whatever the power, as long as there is a value at all. */
  private static boolean isZeroToAPower(Operation operation, List<Expression> values, int i) {
    return operation == Operation.POWER && i == 1 && values.get(0).equals(ZERO);
  }

  /** A whole sum, to be simplified at once: term by term it would take its length squared. */
  private Followed terms(Expression expression) {
    if (!(expression instanceof Call call) || !isSum(call)) {
      return follow(expression);
    }
    Followed left = terms(call.left());
    Followed right = follow(call.right());
    return new Followed(
        Call.of(call.operation(), left.value, right.value),
        Call.of(call.operation(), left.slope, right.slope));
  }

  private static boolean isSum(Call call) {
    return call.operation() == Operation.PLUS || call.operation() == Operation.MINUS;
  }

  private static Expression simplified(Expression expression) {
    Expression simple = expression instanceof Call call ? Simplifier.simplified(call) : expression;
    limit(simple);
    return simple;
  }

  private static void limit(Expression expression) {
    if (partsLeft(expression, MOST_PARTS) < 0) {
      throw new Unsayable("it has more than " + MOST_PARTS + " parts");
    }
  }

  /** How many parts are left of so many when those of an expression are taken; stops below 0. */
  private static int partsLeft(Expression expression, int parts) {
    int left = parts - 1;
    for (Expression operand : expression.operands()) {
      if (left < 0) {
        return left;
      }
      left = partsLeft(operand, left);
    }
    return left;
  }
}
