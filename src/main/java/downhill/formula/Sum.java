package downhill.formula;

import downhill.formula.Expression.Call;
import downhill.formula.Expression.Constant;
import java.util.LinkedHashMap;
import java.util.Map;

/** A sum as one writes it by hand: without parentheses inside, and like terms taken together. */
final class Sum {

  /** How often each product occurs, in the order in which they were met. */
  private final Map<Map<Expression, Integer>, Coefficient> terms = new LinkedHashMap<>();

  private Sum() {}

  static Sum of(Expression expression) {
    Sum sum = new Sum();
    sum.add(expression, false);
    return sum;
  }

  private void add(Expression expression, boolean minus) {
    if (expression instanceof Call call) {
      switch (call.operation()) {
        case PLUS, MINUS -> {
          add(call.left(), minus);
          add(call.right(), minus != (call.operation() == Operation.MINUS));
          return;
        }
        case NEGATE -> {
          add(call.left(), !minus);
          return;
        }
        default -> {}
      }
    }
    Term term = Term.of(expression);
    Coefficient number = minus ? term.coefficient().negated() : term.coefficient();
    terms.merge(term.factors(), number, Coefficient::plus);
  }

  Expression toExpression() {
    Expression whole = null;
    for (Map.Entry<Map<Expression, Integer>, Coefficient> each : terms.entrySet()) {
      Term term = new Term(each.getValue(), each.getKey());
      if (term.coefficient().isZero()) {
        continue;
      }
      if (whole == null) {
        whole = term.toExpression();
      } else if (term.coefficient().isNegative()) {
        whole = Call.of(Operation.MINUS, whole, term.negated().toExpression());
      } else {
        whole = Call.of(Operation.PLUS, whole, term.toExpression());
      }
    }
    return whole == null ? new Constant(0) : whole;
  }
}
