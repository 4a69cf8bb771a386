package downhill.descent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import downhill.formula.Formula;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GalleryTests {

  private static final int POINTS = 500;

  static Stream<Landscape> all() {
    return Gallery.all();
  }

  static Stream<Landscape> curves() {
    return Gallery.curves().stream();
  }

  static Stream<Landscape> surfaces() {
    return Gallery.surfaces().stream();
  }

  @ParameterizedTest
  @MethodSource("all")
  void gradientIsTheDerivativeOfTheLoss(Landscape landscape) {
    Objective objective = landscape.objective();
    double h = 1e-5;
    for (double[] w : places(landscape, 11)) {
      double[] gradient = new double[w.length];
      assertThat(objective.gradient(w, gradient)).isEqualTo(objective.value(w));
      for (int i = 0; i < w.length; i++) {
        double[] ahead = w.clone();
        double[] behind = w.clone();
        ahead[i] += h;
        behind[i] -= h;
        double rise = objective.value(ahead) - objective.value(behind);
        double difference = rise / (ahead[i] - behind[i]);
        // Rounding of the loss, and the third derivative, are what a difference gets wrong.
        double allowed = 1e-6 * (1 + Math.abs(difference)) + 1e-10 * Math.abs(objective.value(w));
        assertThat(gradient[i]).as("at %s", show(w)).isCloseTo(difference, within(allowed));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void isWhatItsFormulaSays(Landscape landscape) {
    Formula formula = Formula.parse(landscape.formula());
    Objective objective = landscape.objective();
    assertThat(formula.dimension()).isEqualTo(objective.dimension());
    for (double[] w : places(landscape, 23)) {
      double[] byFormula = new double[w.length];
      double[] byHand = new double[w.length];
      double expected = formula.gradient(w, byFormula);
      assertThat(objective.gradient(w, byHand))
          .as("at %s", show(w))
          .isCloseTo(expected, near(expected));
      for (int i = 0; i < w.length; i++) {
        assertThat(byHand[i]).as("at %s", show(w)).isCloseTo(byFormula[i], near(byFormula[i]));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void startsInsideItsDomainAndNotAtRest(Landscape landscape) {
    double[] start = landscape.start();
    double[] gradient = new double[start.length];
    landscape.objective().gradient(start, gradient);
    for (int i = 0; i < start.length; i++) {
      assertThat(landscape.domain().get(i).contains(start[i])).isTrue();
    }
    assertThat(Vectors.norm(gradient)).isGreaterThan(1e-3);
  }

  @ParameterizedTest
  @MethodSource("all")
  void isFlatAtItsMinima(Landscape landscape) {
    for (Minimum minimum : landscape.minima()) {
      double[] gradient = new double[minimum.w().length];
      double loss = landscape.objective().gradient(minimum.w(), gradient);
      assertThat(Vectors.norm(gradient)).as("at %s", show(minimum.w())).isLessThan(1e-12);
      assertThat(minimum.loss()).isEqualTo(loss);
    }
  }

  @ParameterizedTest
  @MethodSource("curves")
  void hasTheMinimaThatAFineGridHas(Landscape curve) {
    double[] w = curve.domain().get(0).spaced(120_001);
    Objective objective = curve.objective();
    List<double[]> found = new ArrayList<>();
    for (int i = 1; i < w.length - 1; i++) {
      double here = objective.value(new double[] {w[i]});
      if (here < objective.value(new double[] {w[i - 1]})
          && here <= objective.value(new double[] {w[i + 1]})) {
        refined(objective, new double[] {w[i]}, w[1] - w[0]).ifPresent(found::add);
      }
    }
    hasExactly(curve, found);
  }

  @ParameterizedTest
  @MethodSource("surfaces")
  void hasTheMinimaThatAFineMeshHas(Landscape surface) {
    int n = 601;
    double[] x = surface.domain().get(0).spaced(n);
    double[] y = surface.domain().get(1).spaced(n);
    double[][] loss = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        loss[i][j] = surface.objective().value(new double[] {x[i], y[j]});
      }
    }
    List<double[]> found = new ArrayList<>();
    for (int i = 1; i < n - 1; i++) {
      for (int j = 1; j < n - 1; j++) {
        if (isLowestOfNine(loss, i, j)) {
          refined(surface.objective(), new double[] {x[i], y[j]}, x[1] - x[0])
              .ifPresent(place -> addIfNew(found, place));
        }
      }
    }
    hasExactly(surface, found);
  }

  @ParameterizedTest
  @MethodSource("all")
  void callsLowestWhatNothingInTheDomainIsBelow(Landscape landscape) {
    double lowest =
        landscape.minima().stream()
            .filter(Minimum::lowest)
            .mapToDouble(Minimum::loss)
            .min()
            .orElseThrow();
    for (double[] w : places(landscape, 47)) {
      assertThat(landscape.objective().value(w)).as("at %s", show(w)).isGreaterThan(lowest - 1e-12);
    }
    for (Minimum minimum : landscape.minima()) {
      assertThat(minimum.lowest()).isEqualTo(minimum.loss() - lowest < 1e-9);
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void hasTheMinimaThatTheSearchFinds(Landscape landscape) {
    List<Minimum> found = Minima.search(landscape.objective(), landscape.domain());
    hasExactly(landscape, found.stream().map(Minimum::w).toList());
    assertThat(found.stream().filter(Minimum::lowest).count())
        .isEqualTo(landscape.minima().stream().filter(Minimum::lowest).count());
  }

  @Test
  void bumpyHasTheMinimaOfTheLesson() {
    Landscape bumpy = Gallery.curve("bumpy").orElseThrow();
    assertThat(bumpy.minima().stream().map(m -> Math.round(m.w()[0] * 1000) / 1000.0))
        .containsExactly(-3.736, -0.748, 2.243, 5.223);
    assertThat(bumpy.minima().get(1).lowest()).isTrue();
    assertThat(bumpy.minima().get(1).loss()).isCloseTo(0.059, within(5e-4));
  }

  @Test
  void aboutAQuarterOfTheStartsOnBumpyReachTheLowestValley() {
    Landscape bumpy = Gallery.curve("bumpy").orElseThrow();
    double[] starts = bumpy.domain().get(0).spaced(1201);
    int reached = 0;
    for (double start : starts) {
      Walk walk = Walk.on(bumpy).from(start).by(new Sgd(), 0.1).until(1e-6).steps(2000);
      reached += walk.verdict() == Verdict.CONVERGED ? 1 : 0;
    }
    assertThat(reached / (double) starts.length).isCloseTo(0.27, within(0.01));
  }

  @Test
  void namesAreNotUsedTwice() {
    assertThat(Gallery.all().map(Landscape::name)).doesNotHaveDuplicates().hasSize(18);
  }

  private static void hasExactly(Landscape landscape, List<double[]> found) {
    List<double[]> declared = landscape.minima().stream().map(Minimum::w).toList();
    assertThat(found).as("minima of %s", landscape.name()).hasSameSizeAs(declared);
    for (double[] place : declared) {
      assertThat(found.stream().mapToDouble(other -> Vectors.distance(place, other)).min())
          .as("found near %s", show(place))
          .hasValueCloseTo(0.0, within(2e-5));
    }
  }

  private static boolean isLowestOfNine(double[][] loss, int i, int j) {
    for (int a = i - 1; a <= i + 1; a++) {
      for (int b = j - 1; b <= j + 1; b++) {
        if (loss[a][b] < loss[i][j]) {
          return false;
        }
      }
    }
    return true;
  }

  private static void addIfNew(List<double[]> found, double[] place) {
    if (found.stream().noneMatch(other -> Vectors.distance(place, other) < 1e-3)) {
      found.add(place);
    }
  }

  /**
   * Looks ever closer by values alone, and moves the window where the lowest place is on its edge;
   * empty where it keeps moving, for then the mesh was lowest only by its coarseness.
   */
  private static Optional<double[]> refined(Objective objective, double[] place, double stride) {
    double[] centre = place;
    double reach = 3 * stride;
    int moves = 0;
    while (reach > 1e-9 && moves < 200) {
      double[] lowest = centre;
      for (double[] next : window(centre, reach)) {
        lowest = objective.value(next) < objective.value(lowest) ? next : lowest;
      }
      boolean inside = Vectors.distance(lowest, centre) < 0.9 * reach;
      reach *= inside ? 0.5 : 1;
      moves += inside ? 0 : 1;
      centre = lowest;
    }
    return moves < 200 ? Optional.of(centre) : Optional.empty();
  }

  private static List<double[]> window(double[] centre, double reach) {
    List<double[]> places = new ArrayList<>();
    for (int i = -6; i <= 6; i++) {
      if (centre.length == 1) {
        places.add(new double[] {centre[0] + i * reach / 6});
        continue;
      }
      for (int j = -6; j <= 6; j++) {
        places.add(new double[] {centre[0] + i * reach / 6, centre[1] + j * reach / 6});
      }
    }
    return places;
  }

  private static List<double[]> places(Landscape landscape, long seed) {
    Random random = new Random(seed);
    List<double[]> places = new ArrayList<>();
    for (int i = 0; i < POINTS; i++) {
      places.add(
          landscape.domain().stream()
              .mapToDouble(interval -> interval.lo() + random.nextDouble() * interval.width())
              .toArray());
    }
    return places;
  }

  private static Offset<Double> near(double expected) {
    return within(1e-12 * (1 + Math.abs(expected)));
  }

  private static String show(double[] w) {
    return Arrays.toString(w);
  }
}
