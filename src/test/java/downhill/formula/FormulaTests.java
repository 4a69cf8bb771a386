package downhill.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class FormulaTests {

  private static final double[] POINTS = {-2.7, -1.25, -0.4, 0.35, 0.9, 1.6, 3.1};
  private static final double[] SHARES = {0.05, 0.2, 0.45, 0.7, 0.93};

  static Stream<Arguments> ofOneParameter() {
    return Stream.of(
        one("w", w -> w),
        one("+w", w -> w),
        one("-w^2", w -> -(w * w)),
        one("0.1*w^2 + sin(2*w) + 1", w -> 0.1 * w * w + Math.sin(2 * w) + 1),
        one("cos(w)*tan(w/4)", w -> Math.cos(w) * Math.tan(w / 4)),
        one("asin(w/4) + acos(w/5)", w -> Math.asin(w / 4) + Math.acos(w / 5)),
        one("atan(3*w)", w -> Math.atan(3 * w)),
        one("sinh(w) - cosh(w/2)", w -> Math.sinh(w) - Math.cosh(w / 2)),
        one("tanh(2*w)", w -> Math.tanh(2 * w)),
        one("exp(-w^2/2)", w -> Math.exp(-w * w / 2)),
        one("ln(w^2 + 1)", w -> Math.log(w * w + 1)),
        one("log2(w + 4)", w -> Math.log(w + 4) / Math.log(2)),
        one("log10(5 - w)", w -> Math.log10(5 - w)),
        one("sqrt(w^2 + 0.5)", w -> Math.sqrt(w * w + 0.5)),
        one("cbrt(w)", Math::cbrt),
        one("abs(w - 1)", w -> Math.abs(w - 1)),
        one("sign(w)*w^3", w -> Math.signum(w) * w * w * w),
        one("min(w, w^2)", w -> Math.min(w, w * w)),
        one("max(sin(w), 0.1)", w -> Math.max(Math.sin(w), 0.1)),
        one("pow(w, 3) - w^5/20", w -> w * w * w - Math.pow(w, 5) / 20),
        one("w^-2", w -> 1 / (w * w)),
        one("2^w", w -> Math.pow(2, w)),
        one("(w^2)^w", w -> Math.pow(w * w, w)),
        one("(w^4 - 3*w)/(2 + cos(w))", w -> (w * w * w * w - 3 * w) / (2 + Math.cos(w))),
        one("pi*w - e", w -> Math.PI * w - Math.E),
        one("1e-3*w + 1.5E2 + .5 + 2.", w -> 1e-3 * w + 150 + .5 + 2));
  }

  static Stream<Arguments> ofTwoParameters() {
    return Stream.of(
        two("(1 - x)^2 + 100*(y - x^2)^2", (x, y) -> sq(1 - x) + 100 * sq(y - x * x)),
        two("x^2 + y^2/10", (x, y) -> x * x + y * y / 10),
        two("sin(x)*cos(y) + x*y", (x, y) -> Math.sin(x) * Math.cos(y) + x * y),
        two("(x^2)^y", (x, y) -> Math.pow(x * x, y)),
        two("max(x, y) - min(x, y)", (x, y) -> Math.abs(x - y)),
        two("x", (x, y) -> x),
        two("y^3", (x, y) -> y * y * y));
  }

  @ParameterizedTest
  @MethodSource("ofOneParameter")
  void hasTheValueOfTheFunctionItSpells(String text, DoubleUnaryOperator function) {
    Formula formula = Formula.parse(text);
    assertThat(formula.variables()).containsExactly("w");
    for (double w : POINTS) {
      double expected = function.applyAsDouble(w);
      assertThat(formula.value(new double[] {w})).isCloseTo(expected, near(expected, 1e-14));
    }
  }

  @ParameterizedTest
  @MethodSource("ofOneParameter")
  void hasTheSlopeOfTheFunctionItSpells(String text, DoubleUnaryOperator function) {
    Formula formula = Formula.parse(text);
    double[] slope = new double[1];
    double h = 1e-5;
    for (double w : POINTS) {
      double expected = (function.applyAsDouble(w + h) - function.applyAsDouble(w - h)) / (2 * h);
      double value = formula.gradient(new double[] {w}, slope);
      assertThat(value).isEqualTo(formula.value(new double[] {w}));
      assertThat(slope[0]).isCloseTo(expected, near(expected, 1e-7));
    }
  }

  @ParameterizedTest
  @MethodSource("ofTwoParameters")
  void hasTheValueAndGradientOfTheSurfaceItSpells(String text, DoubleBinaryOperator surface) {
    Formula formula = Formula.parse(text);
    assertThat(formula.variables()).containsExactly("x", "y");
    double[] gradient = new double[2];
    double h = 1e-5;
    for (double x : POINTS) {
      for (double share : SHARES) {
        double y = 4.1 * share - 1.93;
        double value = formula.gradient(new double[] {x, y}, gradient);
        double expected = surface.applyAsDouble(x, y);
        assertThat(value).isEqualTo(formula.value(new double[] {x, y}));
        assertThat(value).isCloseTo(expected, near(expected, 1e-13));
        double byX = (surface.applyAsDouble(x + h, y) - surface.applyAsDouble(x - h, y)) / (2 * h);
        double byY = (surface.applyAsDouble(x, y + h) - surface.applyAsDouble(x, y - h)) / (2 * h);
        assertThat(gradient[0]).isCloseTo(byX, near(byX, 1e-6));
        assertThat(gradient[1]).isCloseTo(byY, near(byY, 1e-6));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "2+3*4, 14",
    "(2+3)*4, 20",
    "8-3-2, 3",
    "8/4/2, 1",
    "8/4*2, 4",
    "2^3^2, 512",
    "(2^3)^2, 64",
    "-2^2, -4",
    "(-2)^2, 4",
    "2^-1, 0.5",
    "2^-2^2, 0.0625",
    "3-2^2, -1",
    "2*-3, -6",
    "2--3, 5",
    "--3, 3",
    "-+-+2, 2",
    "4/-2, -2",
    "2*3^2, 18",
    "-2*3, -6",
    "2^0.5^2, 1.189207115002721",
    "log2(8), 3",
    "log2(2^-30), -30",
    "log10(1000), 3",
    "cbrt(-27), -3",
  })
  void bindsAsMathematicsDoes(String text, double value) {
    assertThat(Formula.parse(text).value(new double[] {7})).isEqualTo(value);
  }

  @ParameterizedTest
  @CsvSource({"'2−1', 1", "'2–1', 1", "'2×3', 6", "'2·3', 6", "'6÷3', 2", "'2\u00a0*\u20093', 6"})
  void readsTheSignsOfWordProcessors(String text, double value) {
    assertThat(Formula.parse(text).value(new double[] {0})).isEqualTo(value);
  }

  @Test
  void readsTheLetterPi() {
    assertThat(Formula.parse("2*π").value(new double[] {0})).isEqualTo(2 * Math.PI);
  }

  @ParameterizedTest
  @CsvSource({
    "w^2, 0, 0",
    "w^2, -3, -6",
    "w^3, -2, 12",
    "w^1, 0, 1",
    "w^0, 0, 0",
    "w^0.5, 0, Infinity",
    "sqrt(w), 0, Infinity",
    "cbrt(w), 0, Infinity",
    "abs(w), 0, 0",
    "sign(w), 0, 0",
    "'min(w, -w)', 0, 0",
    "'max(w, 2*w)', 0, 1.5",
    "'max(w, 3)', 3, 0.5",
    "0^(w+2), 0, 0",
    "'max(sqrt(w), 1)', 0, 0",
    "'min(2, 1 + cbrt(w))', 0, Infinity",
    "w + 0^0, 1, 1",
    "w*w, 5, 10",
    "2^3 + w, 1, 1",
    "ln(0) + w, 1, 1",
    "(0*sqrt(0))*w + w, 1, 1",
    "tanh(w), 400, 0",
  })
  void hasTheSlopeThatPyTorchGivesAtACorner(String text, double w, double slope) {
    double[] gradient = new double[1];
    Formula.parse(text).gradient(new double[] {w}, gradient);
    assertThat(gradient[0]).isEqualTo(slope);
  }

  @Test
  void hasNoSlopeByAParameterThatDoesNotEnter() {
    double[] gradient = new double[2];
    Formula.parse("sqrt(x) + y").gradient(new double[] {0, 3}, gradient);
    assertThat(gradient).containsExactly(Double.POSITIVE_INFINITY, 1);
  }

  @Test
  void keepsItsSlopeWhereTheHyperbolicTangentIsNearlyOne() {
    double[] gradient = new double[1];
    Formula.parse("tanh(w)").gradient(new double[] {15}, gradient);
    double expected = 4 * Math.exp(-30) / Math.pow(1 + Math.exp(-30), 2);
    assertThat(gradient[0]).isCloseTo(expected, near(expected, 1e-13));
  }

  @Test
  void isNotANumberOutsideItsDomain() {
    assertThat(Formula.parse("sqrt(w)").value(new double[] {-1})).isNaN();
    assertThat(Formula.parse("ln(w)").value(new double[] {-1})).isNaN();
    assertThat(Formula.parse("1/w").value(new double[] {0})).isInfinite();
  }

  @Test
  void ofNoParameterIsAConstantOfOne() {
    Formula seven = Formula.parse("3 + 4");
    double[] slope = {99};
    assertThat(seven.dimension()).isEqualTo(1);
    assertThat(seven.gradient(new double[] {5}, slope)).isEqualTo(7);
    assertThat(slope).containsExactly(0);
  }

  @Test
  void keepsTheTextItWasReadFrom() {
    assertThat(Formula.parse(" 2 * w ").text()).isEqualTo(" 2 * w ");
  }

  @Test
  void leavesTheParametersAsTheyAre() {
    double[] place = {1.5, -0.5};
    Formula.parse("x^2*y").gradient(place, new double[2]);
    assertThat(place).containsExactly(1.5, -0.5);
  }

  @Test
  void readsASumOfAHundredThousandTerms() {
    Formula longSum = Formula.parse("w" + "+w".repeat(99_999));
    double[] slope = new double[1];
    assertThat(longSum.gradient(new double[] {2}, slope)).isEqualTo(200_000);
    assertThat(slope).containsExactly(100_000);
  }

  @Test
  void givesManyThreadsTheSameBits() {
    Formula formula = Formula.parse("sin(x*y) + exp(-x^2) * cos(3*y) + max(x, y)");
    List<Double> alone = sums(formula, Stream.iterate(0, i -> i + 1).limit(400));
    List<Double> together = sums(formula, Stream.iterate(0, i -> i + 1).limit(400).parallel());
    assertThat(together).isEqualTo(alone);
  }

  private static List<Double> sums(Formula formula, Stream<Integer> starts) {
    return starts
        .map(
            start -> {
              double sum = 0;
              double[] gradient = new double[2];
              for (int i = 0; i < 500; i++) {
                sum += formula.gradient(new double[] {start * 0.01, i * 0.02}, gradient);
                sum += gradient[0] - gradient[1];
              }
              return sum;
            })
        .toList();
  }

  private static Arguments one(String text, DoubleUnaryOperator function) {
    return arguments(text, function);
  }

  private static Arguments two(String text, DoubleBinaryOperator function) {
    return arguments(text, function);
  }

  private static double sq(double a) {
    return a * a;
  }

  private static Offset<Double> near(double expected, double relative) {
    return within(relative * Math.max(1, Math.abs(expected)));
  }
}
