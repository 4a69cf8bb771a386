package downhill.formula;

import downhill.formula.Expression.Call;
import downhill.formula.Expression.Constant;
import downhill.formula.Expression.Variable;
import downhill.formula.FormulaException.Problem;
import downhill.formula.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads a formula by recursive descent, one method for each rule of its grammar:
 *
 * <pre>
 * sum     = product { ("+" | "-") product }
 * product = signed { ("*" | "/") signed }
 * signed  = ("-" | "+") signed | power
 * power   = value [ "^" signed ]
 * value   = number | name | name "(" sum { "," sum } ")" | "(" sum ")"
 * </pre>
 */
final class Parser {

  /** Far more than a person writes, and far less than the stack of a thread can hold. */
  static final int MOST_NESTED = 200;

  private final Scanner scanner;
  private Token previous = new Token(Kind.END, 0, "");
  private Token token = previous;
  private int depth;
  private @Nullable String variable;

  Parser(String text) {
    this.scanner = new Scanner(text);
  }

  /** The expression that is the whole of the text. */
  Expression parse() {
    advance();
    if (token.is(Kind.END)) {
      throw problem(Problem.EMPTY, "w^2");
    }
    Expression whole = sum();
    if (token.is(Kind.CLOSING)) {
      throw problem(Problem.MISSING_OPENING_PARENTHESIS, null);
    }
    if (token.is(Kind.COMMA)) {
      throw misplacedComma();
    }
    return whole;
  }

  /** The parameters of what has been read. */
  List<String> variables() {
    return variable == null || variable.equals("w") ? List.of("w") : List.of("x", "y");
  }

  private Expression sum() {
    Expression left = product();
    while (token.is(Kind.PLUS) || token.is(Kind.MINUS)) {
      Operation operation = token.is(Kind.PLUS) ? Operation.PLUS : Operation.MINUS;
      advance();
      left = Call.of(operation, left, product());
    }
    return left;
  }

  private Expression product() {
    Expression left = signed();
    while (token.is(Kind.TIMES) || token.is(Kind.DIVIDE)) {
      Operation operation = token.is(Kind.TIMES) ? Operation.TIMES : Operation.DIVIDE;
      advance();
      left = Call.of(operation, left, signed());
    }
    return left;
  }

  /** Every way to nest passes through here, so that this is where the depth is watched. */
  private Expression signed() {
    if (++depth > MOST_NESTED) {
      throw problem(Problem.TOO_DEEP, null);
    }
    Expression signed;
    if (token.is(Kind.MINUS)) {
      advance();
      signed = Call.of(Operation.NEGATE, signed());
    } else if (token.is(Kind.PLUS)) {
      advance();
      signed = signed();
    } else {
      signed = power();
    }
    depth--;
    return signed;
  }

  private Expression power() {
    Expression base = value();
    if (token.beginsValue()) {
      throw problem(Problem.IMPLICIT_MULTIPLICATION, product(previous, token));
    }
    if (!token.is(Kind.POWER)) {
      return base;
    }
    advance();
    return Call.of(Operation.POWER, base, signed());
  }

  private Expression value() {
    if (token.is(Kind.NUMBER)) {
      return number();
    }
    if (token.is(Kind.NAME)) {
      return named();
    }
    if (token.is(Kind.OPENING)) {
      advance();
      Expression inside = sum();
      close();
      return inside;
    }
    throw problem(Problem.MISSING_OPERAND, null);
  }

  private Expression number() {
    double value = Spelling.number(token.text());
    if (Double.isNaN(value)) {
      throw problem(Problem.MALFORMED_NUMBER, null);
    }
    if (Double.isInfinite(value)) {
      throw problem(Problem.NUMBER_TOO_LARGE, null);
    }
    advance();
    return new Constant(value);
  }

  private Expression named() {
    String name = token.text();
    @Nullable Operation function = Vocabulary.function(name);
    if (function != null) {
      return call(function);
    }
    @Nullable Double constant = Vocabulary.constant(name);
    if (constant != null) {
      advance();
      return new Constant(constant);
    }
    if (Vocabulary.isVariable(name)) {
      return variable();
    }
    throw problem(Problem.UNKNOWN_NAME, Vocabulary.nearest(name));
  }

  private Expression variable() {
    if (variable == null) {
      variable = token.text();
    } else if (variable.equals("w") != token.text().equals("w")) {
      throw problem(Problem.MIXED_VARIABLES, null);
    }
    advance();
    return new Variable(previous.text().equals("y") ? 1 : 0);
  }

  private Expression call(Operation function) {
    Token name = token;
    advance();
    if (!token.is(Kind.OPENING)) {
      throw new FormulaException(
          Problem.MISSING_ARGUMENTS, name.start(), name.text(), usage(name, function));
    }
    advance();
    List<Expression> arguments = new ArrayList<>();
    if (!token.is(Kind.CLOSING)) {
      arguments.add(sum());
      while (token.is(Kind.COMMA)) {
        advance();
        arguments.add(sum());
      }
    }
    close();
    if (arguments.size() != function.arity()) {
      throw new FormulaException(
          Problem.WRONG_NUMBER_OF_ARGUMENTS, name.start(), name.text(), usage(name, function));
    }
    return new Call(function, List.copyOf(arguments));
  }

  private void close() {
    if (token.is(Kind.COMMA)) {
      throw misplacedComma();
    }
    if (!token.is(Kind.CLOSING)) {
      throw problem(Problem.MISSING_CLOSING_PARENTHESIS, null);
    }
    advance();
  }

  private void advance() {
    previous = token;
    token = scanner.next();
  }

  private FormulaException problem(Problem problem, @Nullable String suggestion) {
    return new FormulaException(problem, token.start(), token.text(), suggestion);
  }

  /** Much of the world writes 1,5 for one and a half. */
  private FormulaException misplacedComma() {
    Token comma = token;
    Token before = previous;
    Token after = scanner.next();
    boolean decimal = before.is(Kind.NUMBER) && after.is(Kind.NUMBER);
    return new FormulaException(
        Problem.MISPLACED_COMMA,
        comma.start(),
        comma.text(),
        decimal ? before.text() + "." + after.text() : null);
  }

  private static String product(Token left, Token right) {
    return (left.is(Kind.CLOSING) ? "(…)" : left.text())
        + "*"
        + (right.is(Kind.OPENING) ? "(…)" : right.text())
        + (Vocabulary.function(right.text()) == null ? "" : "(…)");
  }

  private static String usage(Token name, Operation function) {
    return name.text() + (function.arity() == 1 ? "(…)" : "(…, …)");
  }
}
