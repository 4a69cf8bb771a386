package downhill.formula;

import downhill.formula.Expression.Call;
import downhill.formula.Expression.Constant;
import downhill.formula.Expression.Variable;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes an expression as a person would: numbers reckoned, nothing times one or plus zero, like
 * terms and like factors taken together. The value stays the same up to rounding; where one
 * expression has no value, as w²/w at 0, the other may have one.
 */
final class Simplifier {

  private static final double LARGEST_FOUND = 1e6;

  private Simplifier() {}

  /**
   * Puts operands into an expression, and simplifies it.
   *
   * @param expression what it is put into
   * @param operands what takes the place of each parameter; simple themselves
   */
  static Expression put(Expression expression, List<Expression> operands) {
    if (expression instanceof Variable variable) {
      return operands.get(variable.index());
    }
    if (expression instanceof Call call) {
      List<Expression> own = new ArrayList<>();
      call.operands().forEach(operand -> own.add(put(operand, operands)));
      return simplified(new Call(call.operation(), List.copyOf(own)));
    }
    return expression;
  }

  /** A call whose operands are simple. */
  static Expression simplified(Call call) {
    // Plus 0.0, so that there is one zero and not two.
    if (call.isConstant() && isFound(call.constantValue())) {
      return new Constant(call.constantValue() + 0.0);
    }
    return switch (call.operation()) {
      case PLUS, MINUS, NEGATE -> Sum.of(call).toExpression();
      case TIMES, DIVIDE -> Term.of(call).toExpression();
      case POWER -> power(call);
      default -> call;
    };
  }

  /** Whether a constant comes out whole and small: ln(e) and cos(pi) do, sqrt(2) stays. */
  private static boolean isFound(double value) {
    return value == Math.rint(value) && Math.abs(value) <= LARGEST_FOUND;
  }

  private static Expression power(Call power) {
    if (power.right() instanceof Constant exponent && exponent.value() == 0) {
      return new Constant(1);
    }
    return Term.of(power).toExpression();
  }
}
