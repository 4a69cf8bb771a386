package downhill.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import downhill.descent.Minimum;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class LineTests {

  private static final double H = 1e-5;

  static Stream<Fit> fits() {
    Stream<DataSet> own =
        IntStream.rangeClosed(2, 12).mapToObj(n -> Fitting.points(n, n == 12 ? 500 : n));
    return Stream.concat(
        Stream.of(Fitting.lemonade(false), Fitting.lemonade(true)),
        own.flatMap(points -> Stream.of(new Fit(points, false), new Fit(points, true))));
  }

  @ParameterizedTest
  @MethodSource("fits")
  void itsGradientIsItsDerivative(Fit fit) {
    SplittableRandom chance = new SplittableRandom(1);
    Line line = fit.line();
    for (int i = 0; i < 20; i++) {
      double[] w = {chance.nextDouble(-5, 5), chance.nextDouble(-40, 40)};
      double[] slope = new double[2];
      assertThat(line.gradient(w, slope)).isEqualTo(line.value(w));
      double size = 1 + line.value(w);
      assertThat(slope[0]).isCloseTo(difference(line, w, H, 0), within(1e-8 * size / H * 1e-2));
      assertThat(slope[1]).isCloseTo(difference(line, w, 0, H), within(1e-8 * size / H * 1e-2));
    }
  }

  @ParameterizedTest
  @MethodSource("fits")
  void aBatchsGradientIsThatOfItsRowsAlone(Fit fit) {
    DataSet data = fit.data();
    int n = data.rows();
    int[] rows = {n - 1, 0, n / 2, 1};
    double[] x = IntStream.of(0, n / 2).mapToDouble(row -> data.x()[row]).toArray();
    double[] y = IntStream.of(0, n / 2).mapToDouble(row -> data.y()[row]).toArray();
    double[] w = {0.5, -2};
    double[] expected = new double[2];
    double[] batch = new double[2];
    new Line(fit.scaling() == null ? x : fit.scaling().apply(x), y).gradient(w, expected);
    fit.line().gradient(w, rows, 1, 3, batch);
    assertThat(batch).isEqualTo(expected);
  }

  @ParameterizedTest
  @MethodSource("fits")
  void itsMinimumIsTheLowestOfAGridAndFlat(Fit fit) {
    Line line = fit.line();
    Minimum minimum = line.minimum().orElseThrow();
    double[] best = minimum.w();
    double[] slope = new double[2];
    assertThat(line.gradient(best, slope)).isEqualTo(minimum.loss());
    double scale = 2 * line.curvature()[1] * (Math.abs(best[0]) + Math.abs(best[1]) + 1);
    assertThat(slope[0]).isCloseTo(0, within(1e-12 * scale));
    assertThat(slope[1]).isCloseTo(0, within(1e-12 * scale));
    for (int i = -50; i <= 50; i++) {
      for (int j = -50; j <= 50; j++) {
        double[] near = {best[0] + 0.02 * i, best[1] + 0.1 * j};
        assertThat(line.value(near)).isGreaterThanOrEqualTo(minimum.loss() - 1e-9);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("fits")
  void itsCurvatureIsThatOfItsSteepestAndItsGentlestDirection(Fit fit) {
    Line line = fit.line();
    double[] best = line.minimum().orElseThrow().w();
    double[] along =
        IntStream.range(0, 3600)
            .mapToDouble(i -> Math.PI * i / 3600)
            .map(angle -> bend(line, best, Math.cos(angle), Math.sin(angle)))
            .toArray();
    double[] curvature = line.curvature();
    double allowed = 1e-5 * curvature[1];
    assertThat(Arrays.stream(along).min().orElseThrow()).isCloseTo(curvature[0], within(allowed));
    assertThat(Arrays.stream(along).max().orElseThrow()).isCloseTo(curvature[1], within(allowed));
  }

  @Test
  void goesThroughPointsThatLieOnOne() {
    Line line = new Line(new double[] {1, 2, 4}, new double[] {5, 7, 11});
    assertThat(line.minimum().orElseThrow().w())
        .containsExactly(new double[] {2, 3}, within(1e-14));
    assertThat(line.minimum().orElseThrow().loss()).isCloseTo(0, within(1e-28));
  }

  @Test
  void losesLittleWhereXIsLargeAndCloseTogether() {
    double[] x = {1e9, 1e9 + 1, 1e9 + 2, 1e9 + 3};
    double[] best = new Line(x, new double[] {3, 5, 7, 9}).minimum().orElseThrow().w();
    assertThat(best[0]).isEqualTo(2);
    assertThat(best[1]).isEqualTo(3 - 2e9);
  }

  @ParameterizedTest
  @CsvSource({"4", "0", "-2.5"})
  void hasAWholeValleyFloorWhereXIsTheSameInAllRows(double x) {
    Line line = new Line(new double[] {x, x, x}, new double[] {1, 2, 6});
    Minimum minimum = line.minimum().orElseThrow();
    double[] best = minimum.w();
    assertThat(line.isOneColumn()).isTrue();
    assertThat(line.curvature()[0]).isZero();
    assertThat(best[0] * x + best[1]).isCloseTo(3, within(1e-14));
    for (double along : new double[] {-7, -0.1, 0.1, 7}) {
      double[] other = {best[0] + along, best[1] - along * x};
      assertThat(line.value(other)).isCloseTo(minimum.loss(), within(1e-12));
      assertThat(Math.hypot(other[0], other[1])).isGreaterThan(Math.hypot(best[0], best[1]));
    }
  }

  @ParameterizedTest
  @MethodSource("fits")
  void scalingLeavesTheMeanZeroTheDeviationOneAndTheBestLineWhereItWas(Fit fit) {
    DataSet data = fit.data();
    Scaling scaling = Scaling.of(data.x());
    double[] z = scaling.apply(data.x());
    assertThat(Arrays.stream(z).average().orElseThrow()).isCloseTo(0, within(1e-13));
    assertThat(Arrays.stream(z).map(each -> each * each).average().orElseThrow())
        .isCloseTo(1, within(1e-13));
    double[] best = new Fit(data, false).line().minimum().orElseThrow().w();
    double[] scaled = new Fit(data, true).line().minimum().orElseThrow().w();
    double slope = scaled[0] / scaling.deviation();
    assertThat(slope).isCloseTo(best[0], within(1e-11));
    assertThat(scaled[1] - slope * scaling.mean()).isCloseTo(best[1], within(1e-10));
    assertThat(new Fit(data, true).line().curvature())
        .containsExactly(new double[] {2, 2}, within(1e-12));
  }

  @Test
  void scalingDividesByTheNumberOfRows() {
    assertThat(Scaling.of(new double[] {1, 3}).deviation()).isEqualTo(1);
  }

  @Test
  void scalingRefusesWhatDoesNotVary() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Scaling.of(new double[] {0.1, 0.1, 0.1}))
        .withMessageContaining("0.1");
  }

  private static double difference(
      Line line, double[] w, double alongSlope, double alongIntercept) {
    double up = line.value(new double[] {w[0] + alongSlope, w[1] + alongIntercept});
    double down = line.value(new double[] {w[0] - alongSlope, w[1] - alongIntercept});
    return (up - down) / (2 * H);
  }

  private static double bend(Line line, double[] w, double slope, double intercept) {
    double up = line.value(new double[] {w[0] + slope, w[1] + intercept});
    double down = line.value(new double[] {w[0] - slope, w[1] - intercept});
    return up - 2 * line.value(w) + down;
  }
}
