package downhill.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DerivativeTests {

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          0.1*w^2 + sin(2*w) + 1      | 0.2*w + 2*cos(2*w)
          w^2                         | 2*w
          2*w^2                       | 4*w
          w                           | 1
          7                           | 0
          3*w - 2*w                   | 1
          -w^2                        | -2*w
          (w^2 - 1)^2 + 0.3*w         | 4*w*(w^2 - 1) + 0.3
          1 - exp(-w^2/2)             | w*exp(-w^2/2)
          0.05*w^2 + tanh(8*(w - 1))  | 0.1*w + 8/cosh(8*(w - 1))^2
          0.1*w^3                     | 0.3*w^2
          w^3/6                       | w^2/2
          w/3                         | 1/3
          w*w*w                       | 3*w^2
          (2*w)^2                     | 8*w
          1/w                         | -1/w^2
          1/(1 + w^2)                 | -2*w/(1 + w^2)^2
          w^-2                        | -2/w^3
          w^0.5                       | 0.5*w^-0.5
          w^(1/3)                     | w^(-2/3)/3
          sqrt(w^2 + 1)               | w/sqrt(w^2 + 1)
          ln(w^2)                     | 2/w
          log2(w)                     | 1/(w*ln(2))
          2^w                         | 2^w*ln(2)
          e^w                         | e^w
          w^w                         | w*w^(w - 1) + w^w*ln(w)
          tan(w)                      | 1/cos(w)^2
          asin(w)                     | 1/sqrt(1 - w^2)
          cos(w)                      | -sin(w)
          cbrt(w)                     | 1/(3*cbrt(w)^2)
          abs(w - 1)                  | sign(w - 1)
          sign(w)*w^3                 | 3*w^2*sign(w)
          max(0, w)                   | (1 + sign(w))/2
          min(w, w^2)                 | (1 + sign(w^2 - w))/2 + w*(1 + sign(w - w^2))
          sin(2*pi*w)                 | 2*pi*cos(2*pi*w)
          sin(w)^2 + cos(w)^2         | 0
          -(1 - w)^2                  | 2*(1 - w)
          1e-7*w^2                    | 2e-7*w
          w*1e200*1e200               |
          """)
  void isWrittenAsAPersonWouldWriteIt(String formula, String derivative) {
    assertThat(Formula.parse(formula).derivatives(Notation.FORMULA).map(all -> all.get(0)))
        .isEqualTo(Optional.ofNullable(derivative));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          (1 - x)^2 + 100*(y - x^2)^2        | -2*(1 - x) - 400*x*(y - x^2)              | 200*(y - x^2)
          (x^2 + y - 11)^2 + (x + y^2 - 7)^2 | 4*x*(x^2 + y - 11) + 2*(x + y^2 - 7)      | 2*(x^2 + y - 11) + 4*y*(x + y^2 - 7)
          20 + x^2 - 10*cos(2*pi*x)          | 2*x + 20*pi*sin(2*pi*x)                   | 0
          x*y + x                            | y + 1                                     | x
          (x*y)^2                            | 2*x*y^2                                   | 2*x^2*y
          x^y                                | y*x^(y - 1)                               | x^y*ln(x)
          max(x, y)                          | (1 + sign(x - y))/2                       | (1 + sign(y - x))/2
          """)
  void isTakenByEachParameter(String formula, String byX, String byY) {
    assertThat(Formula.parse(formula).derivatives(Notation.FORMULA)).hasValue(List.of(byX, byY));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "abs(w)",
        "sign(w)*w",
        "min(w, -w)",
        "max(w, 2*w)",
        "max(w - 1, 0)*w",
        "min(w^2, 1)",
        "abs(w - 1) + abs(w + 1)",
        "max(min(w, 1), -1)",
        "sqrt(w)",
        "cbrt(w)",
        "w^0.5",
        "w^0",
        "0^(w + 2)",
        "w^1",
        "abs(w)^3",
        "sqrt(w^2)",
        "ln(abs(w))",
        "w*ln(w^2 + 1)",
        "asin(w)"
      })
  void hasTheTapesValueAtKinksToo(String text) {
    Formula formula = Formula.parse(text);
    List<Formula> derivatives = derivatives(formula);
    for (double w : new double[] {-2, -1, -0.5, 0, 0.25, 1, 3}) {
      agrees(formula, derivatives, new double[] {w});
    }
  }

  @Test
  void hasTheTapesValueForAllKindsOfFormulas() {
    RandomFormulas formulas = new RandomFormulas(20261122);
    Random random = new Random(1);
    int compared = 0;
    for (int i = 0; i < 4000; i++) {
      Formula formula = Formula.parse(formulas.next());
      List<Formula> derivatives = derivatives(formula);
      for (int j = 0; j < 6; j++) {
        double[] w = random.doubles(formula.dimension(), -4, 4).toArray();
        compared += agrees(formula, derivatives, w);
      }
    }
    assertThat(compared).isGreaterThan(8000);
  }

  @Test
  void canBeReadBackAndDerivedAgain() {
    RandomFormulas formulas = new RandomFormulas(7);
    for (int i = 0; i < 1000; i++) {
      String text = formulas.next();
      Formula.parse(text)
          .derivatives(Notation.FORMULA)
          .ifPresent(
              all ->
                  all.forEach(
                      each -> {
                        Formula again = Formula.parse(each);
                        assertThat(again.in(Notation.FORMULA)).as(text).isEqualTo(each);
                        assertThat(each).as(text).doesNotContain("--", "+ -", "- -", "*1*", "+ 0 ");
                      }));
    }
  }

  static Stream<String> endless() {
    return Stream.of(
        nested("sin(", 127),
        nested("sqrt(w*", 72),
        nested("min(w,", 72),
        nested("(w+1)^(", 60),
        nested("w^(w*", 60),
        nested("tan(w/", 70),
        "w" + "^w".repeat(150),
        "w" + "/w".repeat(255),
        "sin(w)*cos(w)*" + "exp(w)*ln(w)*tan(w)*abs(w)*atan(w)*".repeat(13) + "w",
        "(x+y)" + "*(x*y+y*x)".repeat(50),
        "(x+1)^2" + "/(x+y^2)^3".repeat(50));
  }

  private static String nested(String opening, int times) {
    return opening.repeat(times) + "w" + ")".repeat(times);
  }

  @ParameterizedTest
  @MethodSource("endless")
  @Timeout(5)
  void isLeftUnsaidWhereItWouldBeTooLong(String formula) {
    Formula.parse(formula)
        .derivatives(Notation.FORMULA)
        .ifPresent(
            all -> assertThat(all).allMatch(each -> each.length() <= Formula.LONGEST_DERIVATIVE));
  }

  @Test
  void isLeftUnsaidOfASumOfAHundredThousandTerms() {
    Formula formula = Formula.parse("w" + "+w".repeat(99_999));
    assertThat(formula.derivatives(Notation.FORMULA)).isEmpty();
  }

  /** Holds the derivatives to the tape; tells at how many parameters it could. */
  private static int agrees(Formula formula, List<Formula> derivatives, double[] w) {
    double[] expected = new double[w.length];
    double value = formula.gradient(w, expected);
    int compared = 0;
    for (int i = 0; i < derivatives.size(); i++) {
      if (!Double.isFinite(value) || !Double.isFinite(expected[i])) {
        continue;
      }
      double found = derivatives.get(i).value(w);
      if (Double.isNaN(found) && hasWhatIsNotLookedAt(formula)) {
        continue;
      }
      double size = Math.max(1, Math.abs(expected[i]));
      assertThat(found)
          .as("%s by %s at %s", formula, formula.variables().get(i), Arrays.toString(w))
          .isCloseTo(expected[i], within(1e-9 * size));
      compared++;
    }
    return compared;
  }

  /** Where one of these meets an infinitely steep operand, the derivative has no value. */
  private static boolean hasWhatIsNotLookedAt(Formula formula) {
    return Stream.of("min", "max", "^").anyMatch(formula.text()::contains);
  }

  private static List<Formula> derivatives(Formula formula) {
    // A derivative that names no parameter is one of w; this one is to have those of the formula.
    String both = formula.dimension() == 2 ? " + 0*x" : "";
    return formula.derivatives(Notation.FORMULA).orElse(List.of()).stream()
        .map(each -> Formula.parse(each + both))
        .toList();
  }
}
