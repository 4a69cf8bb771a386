package downhill.lesson;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleBinaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/**
 * A formula of a rule, for one parameter. The server works it out and writes it as MathML; the
 * script is given the same tree, and {@code model/rule-book.js} works it out from there on.
 */
sealed interface Term {

  /** Its value where the values of its symbols are known. */
  double value(Map<String, Double> known);

  /**
   * Writes it as MathML.
   *
   * @param out gets it
   * @param pen writes its symbols
   * @param outer how tightly what stands around it binds: 0 not at all, 1 as a product, 2 as a
   *     power
   */
  void write(StringBuilder out, Pen pen, int outer);

  /** Writes it as JSON: a number, a symbol, or a list of an operation and what it works on. */
  void json(JsonGenerator json);

  /** How symbols are written: by their letters, or by their numbers. */
  interface Pen {

    /** MathML of a symbol. */
    String symbol(String symbol);

    /** The numbers that are filled in; null where the letters stay. */
    @Nullable Map<String, Double> known();
  }

  /** A symbol. */
  static Term of(String symbol) {
    return new Symbol(symbol);
  }

  /** A number. */
  static Term of(double value) {
    return new Constant(value);
  }

  static Term plus(Term a, Term b) {
    return new Operation(Kind.PLUS, List.of(a, b));
  }

  static Term minus(Term a, Term b) {
    return new Operation(Kind.MINUS, List.of(a, b));
  }

  static Term times(Term... factors) {
    return Arrays.stream(factors)
        .reduce((a, b) -> new Operation(Kind.TIMES, List.of(a, b)))
        .orElseThrow();
  }

  static Term over(Term a, Term b) {
    return new Operation(Kind.OVER, List.of(a, b));
  }

  static Term power(Term a, Term b) {
    return new Operation(Kind.POWER, List.of(a, b));
  }

  static Term root(Term a) {
    return new Operation(Kind.ROOT, List.of(a));
  }

  static Term size(Term a) {
    return new Operation(Kind.SIZE, List.of(a));
  }

  static Term sign(Term a) {
    return new Operation(Kind.SIGN, List.of(a));
  }

  static Term negated(Term a) {
    return new Operation(Kind.NEGATED, List.of(a));
  }

  static Term max(Term a, Term b) {
    return new Operation(Kind.MAX, List.of(a, b));
  }

  static Term min(Term a, Term b) {
    return new Operation(Kind.MIN, List.of(a, b));
  }

  /** What it is hangs on whether a is above b, below it, or neither. */
  static Term cases(Term a, Term b, Term above, Term below, Term neither) {
    return new Cases(a, b, List.of(above, below, neither));
  }

  /** A symbol. */
  record Symbol(String name) implements Term {

    @Override
    public double value(Map<String, Double> known) {
      return known.getOrDefault(name, Double.NaN);
    }

    @Override
    public void write(StringBuilder out, Pen pen, int outer) {
      out.append(pen.symbol(name));
    }

    @Override
    public void json(JsonGenerator json) {
      json.writeString(name);
    }
  }

  /** A number. */
  record Constant(double value) implements Term {

    @Override
    public double value(Map<String, Double> known) {
      return value;
    }

    @Override
    public void write(StringBuilder out, Pen pen, int outer) {
      out.append("<mn>").append(Figures.tick(value)).append("</mn>");
    }

    @Override
    public void json(JsonGenerator json) {
      json.writeNumber(value);
    }
  }

  /** What is done with one or two others. */
  enum Kind {
    PLUS("+", 1, Double::sum),
    MINUS("-", 1, (a, b) -> a - b),
    TIMES("*", 2, (a, b) -> a * b),
    OVER("/", 3, (a, b) -> a / b),
    POWER("^", 3, StrictMath::pow),
    ROOT("sqrt", 3, (a, b) -> Math.sqrt(a)),
    SIZE("abs", 3, (a, b) -> Math.abs(a)),
    SIGN("sign", 3, (a, b) -> Math.signum(a)),
    NEGATED("-", 1, (a, b) -> -a),
    MAX("max", 3, Math::max),
    MIN("min", 3, Math::min);

    private final String key;
    private final int binds;
    private final DoubleBinaryOperator does;

    Kind(String key, int binds, DoubleBinaryOperator does) {
      this.key = key;
      this.binds = binds;
      this.does = does;
    }
  }

  /** An operation on one or two others. */
  record Operation(Kind kind, List<Term> terms) implements Term {

    @Override
    public double value(Map<String, Double> known) {
      double first = terms.get(0).value(known);
      return kind.does.applyAsDouble(first, terms.size() > 1 ? terms.get(1).value(known) : 0);
    }

    @Override
    public void write(StringBuilder out, Pen pen, int outer) {
      boolean bracketed = kind.binds <= outer;
      out.append(bracketed ? "<mrow><mo stretchy=\"false\">(</mo>" : "<mrow>");
      Term a = terms.get(0);
      switch (kind) {
        case PLUS, MINUS -> infix(out, pen, infix(), 0, behind());
        case TIMES -> infix(out, pen, product(pen), 1, 1);
        case OVER -> within(out, pen, "mfrac");
        case ROOT -> within(out, pen, "msqrt");
        case POWER -> {
          out.append("<msup>");
          a.write(out, pen, 2);
          terms.get(1).write(out, pen, 0);
          out.append("</msup>");
        }
        case NEGATED -> {
          out.append("<mo form=\"prefix\">−</mo>");
          a.write(out, pen, 1);
        }
        case SIZE -> {
          out.append("<mo stretchy=\"false\">|</mo>");
          a.write(out, pen, 0);
          out.append("<mo stretchy=\"false\">|</mo>");
        }
        default -> call(out, pen);
      }
      out.append(bracketed ? "<mo stretchy=\"false\">)</mo></mrow>" : "</mrow>");
    }

    private void infix(StringBuilder out, Pen pen, String sign, int left, int right) {
      terms.get(0).write(out, pen, left);
      out.append(sign);
      terms.get(1).write(out, pen, right);
    }

    /** Whether it is a sum or a difference. */
    boolean isSum() {
      return kind == Kind.PLUS || kind == Kind.MINUS;
    }

    /** Its sign. */
    String infix() {
      return kind == Kind.PLUS ? "<mo form=\"infix\">+</mo>" : "<mo form=\"infix\">−</mo>";
    }

    /** How tightly it binds what stands behind its sign. */
    int behind() {
      return kind == Kind.PLUS ? 0 : 1;
    }

    /** Letters stand side by side, numbers do not. */
    private String product(Pen pen) {
      Term right = terms.get(1);
      boolean number =
          right instanceof Constant
              || (right instanceof Operation power && power.terms.get(0) instanceof Constant);
      return pen.known() != null || number ? "<mo>×</mo>" : "<mo>&#x2062;</mo>";
    }

    private void within(StringBuilder out, Pen pen, String element) {
      out.append('<').append(element).append('>');
      terms.forEach(each -> each.write(out, pen, 0));
      out.append("</").append(element).append('>');
    }

    private void call(StringBuilder out, Pen pen) {
      out.append("<mi>").append(kind.key).append("</mi><mo stretchy=\"false\">(</mo>");
      terms.get(0).write(out, pen, 0);
      terms.stream()
          .skip(1)
          .forEach(
              each -> {
                out.append("<mo>,</mo>");
                each.write(out, pen, 0);
              });
      out.append("<mo stretchy=\"false\">)</mo>");
    }

    @Override
    public void json(JsonGenerator json) {
      json.writeStartArray();
      json.writeString(kind.key);
      terms.forEach(each -> each.json(json));
      json.writeEndArray();
    }
  }

  /** One of three others: where a is above b, below it, or neither. */
  record Cases(Term a, Term b, List<Term> each) implements Term {

    private static final List<String> SIGNS = List.of("&gt;", "&lt;", "=");

    /** Which of the three holds. */
    private int holding(Map<String, Double> known) {
      double difference = a.value(known) - b.value(known);
      return difference > 0 ? 0 : difference < 0 ? 1 : 2;
    }

    @Override
    public double value(Map<String, Double> known) {
      return each.get(holding(known)).value(known);
    }

    @Override
    public void write(StringBuilder out, Pen pen, int outer) {
      Map<String, Double> known = pen.known();
      if (known == null) {
        out.append("<mtable class=\"cases\">");
        boolean two = each.get(1).equals(each.get(2));
        for (int i = 0; i < (two ? 2 : 3); i++) {
          row(out, pen, each.get(i), two && i == 1 ? "≤" : SIGNS.get(i));
        }
        out.append("</mtable>");
        return;
      }
      for (int i = 0; i < 3; i++) {
        String now = i == holding(known) ? " data-holds" : "";
        out.append("<mrow data-case=\"").append(i).append('"').append(now).append('>');
        each.get(i).write(out, pen, outer);
        out.append("</mrow>");
      }
    }

    private void row(StringBuilder out, Pen pen, Term value, String sign) {
      out.append("<mtr><mtd>");
      value.write(out, pen, 0);
      out.append("</mtd><mtd>");
      a.write(out, pen, 0);
      out.append("<mo>").append(sign).append("</mo>");
      b.write(out, pen, 0);
      out.append("</mtd></mtr>");
    }

    @Override
    public void json(JsonGenerator json) {
      json.writeStartArray();
      json.writeString("cases");
      a.json(json);
      b.json(json);
      each.forEach(term -> term.json(json));
      json.writeEndArray();
    }
  }
}
