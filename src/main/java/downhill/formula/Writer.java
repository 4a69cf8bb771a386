package downhill.formula;

import downhill.formula.Expression.Call;
import downhill.formula.Expression.Constant;
import downhill.formula.Expression.Variable;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes an expression in a language, with just the parentheses that keep the order in which it is
 * computed.
 */
final class Writer {

  /** How tightly a piece of text holds together, in all the languages alike. */
  private enum Hold {
    SUM,
    PRODUCT,
    SIGNED,
    POWER,
    ATOM
  }

  private final Notation.Style style;
  private final List<String> variables;

  Writer(Notation notation, List<String> variables) {
    this.style = notation.style();
    this.variables = variables;
  }

  String write(Expression expression) {
    return text(expression, false);
  }

  private String text(Expression expression, boolean typed) {
    String name = nameOfConstant(expression);
    if (name != null) {
      return name;
    }
    if (expression instanceof Variable variable) {
      return variables.get(variable.index());
    }
    if (expression instanceof Call call) {
      return text(call);
    }
    return number(expression.constantValue(), typed);
  }

  /** Numbers with a name; not finite ones too, where a language would stop at computing them. */
  private @Nullable String nameOfConstant(Expression expression) {
    if (!expression.isConstant()) {
      return null;
    }
    double value = expression.constantValue();
    if (expression instanceof Constant || !Double.isFinite(value)) {
      String name = style.name(value);
      return name != null && value == Double.NEGATIVE_INFINITY ? "-" + name : name;
    }
    boolean folded = style.numbers() == Notation.Numbers.TENSORS && isFunction((Call) expression);
    return folded ? number(value, true) : null;
  }

  private String number(double value, boolean typed) {
    boolean whole = !typed && value == Math.rint(value) && Math.abs(value) < Integer.MAX_VALUE;
    return whole || style.numbers() != Notation.Numbers.TYPED
        ? Decimals.text(value)
        : Decimals.decimal(value);
  }

  private String text(Call call) {
    return switch (call.operation()) {
      // Two minus signs in a row would count down in Java.
      case NEGATE -> "-" + operand(call, call.left(), Hold.POWER);
      case PLUS -> binary(call, " + ", Hold.SUM, Hold.PRODUCT);
      case MINUS -> binary(call, " - ", Hold.SUM, Hold.PRODUCT);
      case TIMES -> binary(call, style.times(), Hold.PRODUCT, Hold.SIGNED);
      case DIVIDE -> binary(call, style.divide(), Hold.PRODUCT, Hold.SIGNED);
      case POWER -> power(call);
      default -> function(call);
    };
  }

  private String binary(Call call, String sign, Hold left, Hold right) {
    return operand(call, call.left(), left) + sign + operand(call, call.right(), right);
  }

  private String power(Call call) {
    return style.power() == null
        ? function(call)
        : binary(call, style.power(), Hold.ATOM, Hold.SIGNED);
  }

  private String function(Call call) {
    return call.operands().stream()
        .map(operand -> argument(call, operand))
        .collect(Collectors.joining(", ", style.name(call.operation()) + "(", ")"));
  }

  private String argument(Call call, Expression operand) {
    String text = text(operand, call.operation() != Operation.POWER || call.isConstant());
    boolean bare = style.numbers() == Notation.Numbers.TENSORS && operand.isConstant();
    return bare ? "torch.tensor(" + text + ")" : text;
  }

  private String operand(Call call, Expression operand, Hold least) {
    String text = text(operand, call.isConstant());
    return hold(operand).compareTo(least) >= 0 ? text : "(" + text + ")";
  }

  private Hold hold(Expression expression) {
    if (!(expression instanceof Call call) || nameOfConstant(call) != null) {
      boolean minus = expression.isConstant() && expression.constantValue() < 0;
      return minus ? Hold.SIGNED : Hold.ATOM;
    }
    return switch (call.operation()) {
      case PLUS, MINUS -> Hold.SUM;
      case TIMES, DIVIDE -> Hold.PRODUCT;
      case NEGATE -> Hold.SIGNED;
      case POWER -> style.power() == null ? Hold.ATOM : Hold.POWER;
      default -> Hold.ATOM;
    };
  }

  private static boolean isFunction(Call call) {
    return switch (call.operation()) {
      case PLUS, MINUS, TIMES, DIVIDE, NEGATE, POWER -> false;
      default -> true;
    };
  }
}
