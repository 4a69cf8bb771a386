package downhill.formula;

import downhill.formula.Expression.Call;
import downhill.formula.Expression.Constant;
import downhill.formula.Expression.Variable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A product as one writes it by hand: a number, then what it multiplies, each to a whole power. pi
 * and e are letters here, so that 2·pi stays what it is.
 */
record Term(Coefficient coefficient, Map<Expression, Integer> factors) {

  private static final Constant ONE = new Constant(1);
  private static final Constant ZERO = new Constant(0);

  /** Higher powers stay as they were written. */
  private static final int HIGHEST = 999;

  static Term of(Expression expression) {
    Gathered gathered = new Gathered();
    gathered.put(expression, 1);
    return gathered.term();
  }

  Term negated() {
    return new Term(coefficient.negated(), factors);
  }

  /** The factors of a product, gathered one by one. */
  private static final class Gathered {

    private final Map<Expression, Integer> powers = new LinkedHashMap<>();
    private Coefficient number = Coefficient.ONE;

    void put(Expression factor, int exponent) {
      if (factor instanceof Constant constant && !isLetter(constant)) {
        multiply(constant, exponent);
      } else if (factor instanceof Call call) {
        put(call, exponent);
      } else {
        powers.merge(factor, exponent, Integer::sum);
      }
    }

    /** A product to a power stays together, (x·y)², until it is to the first power. */
    private void put(Call call, int exponent) {
      boolean apart = Math.abs(exponent) == 1;
      int raised = wholeExponent(call);
      if (call.operation() == Operation.NEGATE && apart) {
        number = number.negated();
        put(call.left(), exponent);
      } else if (call.operation() == Operation.TIMES && apart) {
        put(call.left(), exponent);
        put(call.right(), exponent);
      } else if (call.operation() == Operation.DIVIDE && apart) {
        put(call.left(), exponent);
        put(call.right(), -exponent);
      } else if (raised != 0) {
        put(call.left(), raised * exponent);
      } else {
        powers.merge(call, exponent, Integer::sum);
      }
    }

    private void multiply(Constant constant, int exponent) {
      Coefficient size = Coefficient.of(constant.value());
      if (size.isZero() && exponent < 0) {
        powers.merge(ZERO, exponent, Integer::sum);
        return;
      }
      size = exponent < 0 ? size.inverse() : size;
      for (int i = 0; i < Math.abs(exponent); i++) {
        number = number.times(size);
      }
    }

    Term term() {
      powers.values().removeIf(power -> power == 0);
      for (Map.Entry<Expression, Integer> factor : powers.entrySet()) {
        if (Math.abs(factor.getValue()) == 1 && isProduct(factor.getKey())) {
          powers.remove(factor.getKey());
          put(factor.getKey(), factor.getValue());
          return term();
        }
      }
      return new Term(number, number.isZero() ? Map.of() : powers);
    }
  }

  /** The whole power that is raised to; 0 where it is none, or too high. */
  private static int wholeExponent(Call call) {
    if (call.operation() != Operation.POWER || !(call.right() instanceof Constant constant)) {
      return 0;
    }
    double exponent = constant.value();
    return exponent == Math.rint(exponent) && Math.abs(exponent) <= HIGHEST ? (int) exponent : 0;
  }

  private static boolean isProduct(Expression expression) {
    return expression instanceof Call call
        && switch (call.operation()) {
          case NEGATE, TIMES, DIVIDE -> true;
          default -> false;
        };
  }

  /** Written out: the number, the letters, the parameters, then what stands in parentheses. */
  Expression toExpression() {
    List<Expression> over = new ArrayList<>();
    List<Expression> under = new ArrayList<>();
    factors.entrySet().stream()
        .sorted(Comparator.comparingInt(factor -> rank(factor.getKey())))
        .forEach(
            factor ->
                (factor.getValue() > 0 ? over : under)
                    .add(powerOf(factor.getKey(), Math.abs(factor.getValue()))));
    double size = coefficient.over().doubleValue();
    if (over.isEmpty() || Math.abs(size) != 1) {
      over.add(0, new Constant(size));
    } else if (size < 0) {
      over.set(0, Call.of(Operation.NEGATE, over.get(0)));
    }
    double divisor = coefficient.under().doubleValue();
    if (divisor != 1) {
      under.add(0, new Constant(divisor));
    }
    Expression top = product(over);
    return under.isEmpty() ? top : Call.of(Operation.DIVIDE, top, product(under));
  }

  private static Expression product(List<Expression> factors) {
    return factors.stream()
        .reduce((left, right) -> Call.of(Operation.TIMES, left, right))
        .orElse(ONE);
  }

  private static Expression powerOf(Expression base, int exponent) {
    return exponent == 1 ? base : Call.of(Operation.POWER, base, new Constant(exponent));
  }

  private static int rank(Expression factor) {
    if (factor instanceof Variable variable) {
      return 1 + variable.index();
    }
    if (factor instanceof Call call) {
      return switch (call.operation()) {
        case POWER -> 3;
        case PLUS, MINUS -> 4;
        default -> 5;
      };
    }
    return 0;
  }

  private static boolean isLetter(Constant constant) {
    return constant.value() == Math.PI || constant.value() == Math.E;
  }
}
