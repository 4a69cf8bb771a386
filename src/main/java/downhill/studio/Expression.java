package downhill.studio;

import java.util.List;

/** Something that can be computed: the syntax tree of an expression, and what it comes to. */
sealed interface Expression {

  /** The longest text that an expression may come to, in {@code char}s. */
  int LONGEST_TEXT = 1000;

  /** Where it stands. */
  Place place();

  /**
   * What it comes to.
   *
   * @param names what the names stand for
   * @return a number, a text, or what a lone name stands for
   * @throws Mistaken where it comes to nothing
   */
  Value value(Names names);

  /**
   * The number that it comes to.
   *
   * @throws Mistaken where it comes to something else
   */
  default double number(Names names) {
    if (value(names) instanceof Value.Amount amount) {
      return amount.number();
    }
    throw place().mistake(Problem.NOT_A_NUMBER);
  }

  /** A number as it is written. */
  record Number(Place place, double number) implements Expression {
    @Override
    public Value value(Names names) {
      return new Value.Amount(number);
    }
  }

  /** A text in quotes. */
  record Quoted(Place place, String text) implements Expression {
    @Override
    public Value value(Names names) {
      return new Value.Text(text);
    }
  }

  /** A name. */
  record Named(Word name) implements Expression {
    @Override
    public Place place() {
      return name.place();
    }

    @Override
    public Value value(Names names) {
      return names.get(name);
    }
  }

  /** A minus sign before a value. */
  record Negated(Place place, Expression inner) implements Expression {
    @Override
    public Value value(Names names) {
      return new Value.Amount(-inner.number(names));
    }
  }

  /** A value to the power of another. */
  record Power(Place place, Expression base, Expression exponent) implements Expression {
    @Override
    public Value value(Names names) {
      double x = base.number(names);
      double p = exponent.number(names);
      if (x == 0 && p < 0) {
        throw place.mistake(Problem.DIVISION_BY_ZERO);
      }
      double power = StrictMath.pow(x, p);
      if (Double.isNaN(power)) {
        throw place.mistake(Problem.NO_POWER);
      }
      return Chain.finite(place, power);
    }
  }

  /**
   * Values joined from left to right by signs of one rank. A list and not a tree, so that a long
   * one takes no deeper stack than a short one.
   */
  record Chain(Place place, Expression first, List<Link> rest) implements Expression {

    /** A sign and the value after it. */
    record Link(Token sign, Expression right) {}

    public Chain {
      rest = List.copyOf(rest);
    }

    @Override
    public Value value(Names names) {
      Value left = first.value(names);
      Place so = first.place();
      for (Link link : rest) {
        Value right = link.right().value(names);
        Place with = so.to(link.right().place());
        left =
            link.sign().is(Token.Kind.PLUS) && (isText(left) || isText(right))
                ? joined(so, left, link, right)
                : computed(amount(so, left), link, amount(link.right().place(), right), with);
        so = with;
      }
      return left;
    }

    private static boolean isText(Value value) {
      return value instanceof Value.Text;
    }

    private static Value joined(Place so, Value left, Link link, Value right) {
      Place last = link.right().place();
      String text = said(so, left) + said(last, right);
      if (text.length() > LONGEST_TEXT) {
        throw last.mistake(Problem.LONG_TEXT, LONGEST_TEXT);
      }
      return new Value.Text(text);
    }

    private static Value computed(double left, Link link, double right, Place place) {
      double result =
          switch (link.sign().kind()) {
            case PLUS -> left + right;
            case MINUS -> left - right;
            case TIMES -> left * right;
            default -> left / right;
          };
      if (link.sign().is(Token.Kind.DIVIDE) && right == 0) {
        throw link.right().place().mistake(Problem.DIVISION_BY_ZERO);
      }
      return finite(place, result);
    }

    static Value finite(Place place, double number) {
      if (!Double.isFinite(number)) {
        throw place.mistake(Problem.TOO_LARGE);
      }
      return new Value.Amount(number);
    }

    private static double amount(Place place, Value value) {
      if (value instanceof Value.Amount amount) {
        return amount.number();
      }
      throw place.mistake(Problem.NOT_A_NUMBER);
    }
  }

  /**
   * A number or a text as it is printed.
   *
   * @throws Mistaken where it is neither
   */
  static String said(Place place, Value value) {
    if (value instanceof Value.Text text) {
      return text.text();
    }
    if (value instanceof Value.Amount amount) {
      return Numbers.written(amount.number());
    }
    throw place.mistake(Problem.NOT_TO_PRINT);
  }
}
