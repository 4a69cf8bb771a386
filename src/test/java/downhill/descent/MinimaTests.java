package downhill.descent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import downhill.formula.Formula;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Of objectives that nobody declared the minima of: what people type. */
class MinimaTests {

  @ParameterizedTest
  @CsvSource({
    "w^2, 0",
    "(w - 1.2345)^2 + 7, 1.2345",
    "abs(w - 0.123) + w/2, 0.123",
    "sqrt(abs(w - 1)), 1",
    "cbrt((w - 1)^2), 1",
    "w*ln(w), 0.36787944117144233",
    "w^w, 0.36787944117144233",
    "exp(w^2), 0",
    "w^4, 0",
    "'max(abs(w) - 1, 0)', 0",
    "1/w^2 + w^2/16, -2;2",
    "'min(abs(w), abs(w - 2) + 0.1)', 0;2",
    "-exp(-1000*w^2), 0",
    "1e-200*w^2, 0",
  })
  void ofACurveAreFound(String formula, String places) {
    double[] expected = Arrays.stream(places.split(";")).mapToDouble(Double::parseDouble).toArray();
    List<Minimum> found = search(formula);
    assertThat(found).hasSize(expected.length);
    for (int i = 0; i < expected.length; i++) {
      assertThat(found.get(i).w()[0]).isCloseTo(expected[i], within(1e-7));
    }
    assertThat(found).anyMatch(Minimum::lowest);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "w",
        "3",
        "sqrt(w)",
        "ln(w)",
        "1/w",
        "1/(w - 0.001)",
        "-1/w^2",
        "-1/(w - 0.001)^2",
        "tan(w)",
        "ln(abs(w))",
        "ln(abs(w - 0.3))",
        "sign(w)",
        "x*y",
        "max(x, y)",
        "1/x + y^2",
        "tan(x)*tan(y)",
        "ln(x^2 + y^2)",
        "x^3 - 3*x*y^2",
        "sqrt(-1 - w^2)"
      })
  void areNoneWhereThereIsNoValley(String formula) {
    assertThat(search(formula)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "x^2 + y^2, 0, 0",
    "abs(x - 1) + abs(y + 0.5), 1, -0.5",
    "sqrt(x^2 + y^2), 0, 0",
    "x^4 + y^4, 0, 0",
    "(x - 1)^2 + 1e4*(y - x)^2 + 1e3, 1, 1",
    "x^2 + 1/y + y, 0, 1",
  })
  void ofASurfaceAreFound(String formula, double x, double y) {
    List<Minimum> found = search(formula);
    assertThat(found).hasSize(1);
    assertThat(Vectors.distance(found.get(0).w(), new double[] {x, y})).isLessThan(1e-3);
    assertThat(found.get(0).lowest()).isTrue();
  }

  @Test
  void areTheLowestTwoHundredAtMost() {
    assertThat(search("sin(2000*w)")).hasSize(200);
    assertThat(search("x^2")).hasSizeBetween(1, 200);
  }

  private static List<Minimum> search(String text) {
    Formula formula = Formula.parse(text);
    Interval domain = new Interval(-5, 5);
    return Minima.search(formula, Collections.nCopies(formula.dimension(), domain));
  }
}
