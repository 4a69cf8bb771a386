package downhill.lesson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The lines of a map, against circles, whose size is known. */
class ContoursTests {

  private static final int MIDDLE = 30;

  @Test
  void aLineAroundAHillLiesWhereItsLevelIs() {
    List<List<double[]>> lines = Contours.at(grid((x, y) -> 400 - x * x - y * y), 300);
    assertThat(lines).hasSize(1);
    for (double[] at : lines.get(0)) {
      assertThat(Math.hypot(at[0] - MIDDLE, at[1] - MIDDLE)).isCloseTo(10, within(0.05));
    }
    assertThat(area(lines.get(0))).isCloseTo(Math.PI * 100, within(3.0));
  }

  @Test
  void aHollowIsAHoleInTheGroundAround() {
    List<List<double[]>> lines = Contours.at(grid((x, y) -> x * x + y * y), 100);
    assertThat(lines).hasSize(2);
    double whole = lines.stream().mapToDouble(ContoursTests::area).sum();
    assertThat(whole).isCloseTo(60.0 * 60 - Math.PI * 100, within(3.0));
  }

  @Test
  void twoHillsHaveALineEach() {
    List<List<double[]>> lines =
        Contours.at(
            grid((x, y) -> -Math.min(Math.abs(x - 12), Math.abs(x + 12)) - Math.abs(y)), -5);
    assertThat(lines).hasSize(2);
  }

  @Test
  void aLevelAboveAllHasNoLineAndOneBelowAllGoesAroundTheEdge() {
    double[][] flat = grid((x, y) -> 1);
    assertThat(Contours.at(flat, 2)).isEmpty();
    assertThat(Contours.at(flat, 0)).hasSize(1);
    assertThat(area(Contours.at(flat, 0).get(0))).isCloseTo(3600, within(1e-9));
  }

  private interface Height {
    double at(double x, double y);
  }

  private static double[][] grid(Height height) {
    return IntStream.rangeClosed(-MIDDLE, MIDDLE)
        .mapToObj(
            y -> IntStream.rangeClosed(-MIDDLE, MIDDLE).mapToDouble(x -> height.at(x, y)).toArray())
        .toArray(double[][]::new);
  }

  /** The area that a line has on its left; below 0 for a hole. */
  private static double area(List<double[]> line) {
    double twice = 0;
    for (int i = 0; i < line.size(); i++) {
      double[] a = line.get(i);
      double[] b = line.get((i + 1) % line.size());
      twice += a[0] * b[1] - b[0] * a[1];
    }
    return twice / 2;
  }
}
