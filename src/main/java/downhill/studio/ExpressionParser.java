package downhill.studio;

import downhill.formula.Spelling;
import downhill.studio.Expression.Chain;
import downhill.studio.Expression.Chain.Link;
import downhill.studio.Expression.Named;
import downhill.studio.Expression.Negated;
import downhill.studio.Expression.Power;
import downhill.studio.Expression.Quoted;
import downhill.studio.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Reads an expression by recursive descent, one method for each rule of its grammar, which is that
 * of formulas:
 *
 * <pre>
 * sum     = product { ("+" | "-") product }
 * product = signed { ("*" | "/") signed }
 * signed  = ("-" | "+") signed | power
 * power   = value [ "^" signed ]
 * value   = number | text | name | "(" sum ")"
 * </pre>
 */
final class ExpressionParser {

  /** Far more than a person writes, and far less than the stack of a thread can hold. */
  static final int MOST_NESTED = 200;

  private final Line line;
  private int depth;

  private ExpressionParser(Line line) {
    this.line = line;
  }

  /** The expression that begins where the line has come to. */
  static Expression read(Line line) {
    return new ExpressionParser(line).sum();
  }

  private Expression sum() {
    return chain(this::product, Kind.PLUS, Kind.MINUS);
  }

  private Expression product() {
    return chain(this::signed, Kind.TIMES, Kind.DIVIDE);
  }

  private Expression chain(Supplier<Expression> part, Kind one, Kind other) {
    Expression first = part.get();
    List<Link> rest = new ArrayList<>();
    while (line.at(one) || line.at(other)) {
      Token sign = line.advance();
      rest.add(new Link(sign, part.get()));
    }
    return rest.isEmpty()
        ? first
        : new Chain(first.place().to(rest.get(rest.size() - 1).right().place()), first, rest);
  }

  /** Every way to nest passes through here, so that this is where the depth is watched. */
  private Expression signed() {
    if (++depth > MOST_NESTED) {
      throw line.token().place().mistake(Problem.TOO_DEEP, MOST_NESTED);
    }
    Expression signed = power(line.token().place());
    depth--;
    return signed;
  }

  private Expression power(Place start) {
    if (line.at(Kind.MINUS)) {
      line.advance();
      Expression inner = signed();
      return new Negated(start.to(inner.place()), inner);
    }
    if (line.at(Kind.PLUS)) {
      line.advance();
      return signed();
    }
    Expression base = value();
    if (!line.at(Kind.POWER)) {
      return base;
    }
    line.advance();
    Expression exponent = signed();
    return new Power(start.to(exponent.place()), base, exponent);
  }

  private Expression value() {
    Token token = line.token();
    switch (token.kind()) {
      case NUMBER:
        return number();
      case TEXT:
        line.advance();
        return new Quoted(token.place(), token.text());
      case NAME:
        return new Named(Word.of(line.advance()));
      case OPENING:
        line.advance();
        Expression inside = sum();
        close();
        return inside;
      default:
        throw token.place().mistake(Problem.MISSING_VALUE);
    }
  }

  private Expression number() {
    Token token = line.token();
    double value = Spelling.number(token.text());
    if (Double.isNaN(value)) {
      throw token.place().mistake(Problem.MALFORMED_NUMBER);
    }
    if (Double.isInfinite(value)) {
      throw token.place().mistake(Problem.TOO_LARGE);
    }
    line.advance();
    return new Expression.Number(token.place(), value);
  }

  private void close() {
    if (!line.at(Kind.CLOSING)) {
      throw line.token()
          .place()
          .mistake(
              line.token().beginsValue()
                  ? Problem.MISSING_SIGN
                  : Problem.MISSING_CLOSING_PARENTHESIS);
    }
    line.advance();
  }
}
