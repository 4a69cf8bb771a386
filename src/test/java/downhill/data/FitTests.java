package downhill.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import downhill.descent.Batches;
import downhill.descent.Descent;
import downhill.descent.Minimum;
import downhill.descent.Plan;
import downhill.descent.Step;
import downhill.descent.Verdict;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FitTests {

  static Stream<Fit> fits() {
    return LineTests.fits();
  }

  static Stream<DataSet> hostile() {
    double[] sizes = {0, -0.0, 1, -1, Double.MIN_VALUE, 1e-300, 1e-12, 1e6, 1e12, -1e12};
    SplittableRandom chance = new SplittableRandom(5);
    return IntStream.range(0, 300)
        .map(i -> 2 + i % 9)
        .mapToObj(
            n ->
                new DataSet(
                    "",
                    chance.ints(n, 0, sizes.length).mapToDouble(i -> sizes[i]).toArray(),
                    chance.ints(n, 0, sizes.length).mapToDouble(i -> sizes[i]).toArray()));
  }

  @Test
  void theLemonadeIsWhatItsFileSaysHowItWasMade() {
    DataSet lemonade = DataSets.named("lemonade").orElseThrow();
    assertThat(lemonade.rows()).isEqualTo(60);
    assertThat(Arrays.stream(lemonade.x()).boxed())
        .allMatch(temperature -> temperature > 12 && temperature < 35);
    assertThat(Arrays.stream(lemonade.y()).boxed())
        .allMatch(cups -> cups >= 0 && cups == Math.rint(cups));
    Minimum best = Fitting.lemonade(false).minima().get(0);
    assertThat(best.w()[0]).isCloseTo(3.2, within(0.5));
    assertThat(best.w()[1]).isCloseTo(-9 * 3.2, within(12.0));
    assertThat(Math.sqrt(best.loss())).isCloseTo(7, within(1.0));
  }

  @ParameterizedTest
  @MethodSource("fits")
  void theMinimumAndTheStartAreInThePicture(Fit fit) {
    double[] best = fit.minima().get(0).w();
    for (int i = 0; i < 2; i++) {
      double lo = fit.domain().get(i).lo();
      double hi = fit.domain().get(i).hi();
      double margin = 0.05 * (hi - lo);
      assertThat(best[i]).isBetween(lo + margin, hi - margin);
      assertThat(fit.start()[i]).isBetween(lo + margin, hi - margin);
    }
  }

  @ParameterizedTest
  @MethodSource("fits")
  void atItsOwnRatePlainDescentComesDownWhateverTheBatch(Fit fit) {
    int n = fit.data().rows();
    for (Batches batches : List.of(Batches.ALL, new Batches(n, 1, 2), new Batches(n, n / 2, 2))) {
      List<Step> steps =
          Fitting.steps(Fitting.plan(fit, "sgd", fit.learningRate(), batches, 0, 500));
      double first = steps.get(0).loss();
      assertThat(steps).allMatch(step -> step.loss() <= 1.5 * first);
      assertThat(steps.get(500).loss()).isLessThan(first);
    }
  }

  @Test
  void scaledItArrivesAndUnscaledItIsStillOnItsWay() {
    Fit plain = Fitting.lemonade(false);
    Fit scaled = Fitting.lemonade(true);
    Step fast = Fitting.last(Fitting.plan(scaled, "sgd", 0.1, Batches.ALL, 0, 200));
    Step slow = Fitting.last(Fitting.plan(plain, "sgd", 0.0007, Batches.ALL, 0, 200));
    double best = scaled.minima().get(0).loss();
    assertThat(fast.loss()).isCloseTo(best, within(1e-9));
    assertThat(slow.loss()).isGreaterThan(best + 1);
    assertThat(Fitting.last(Fitting.plan(plain, "sgd", 2, Batches.ALL, 0, 200)).k()).isLessThan(9);
  }

  @Test
  void allTheDataLeadToTheClosedForm() {
    Fit fit = Fitting.lemonade(true);
    double[] best = fit.minima().get(0).w();
    double[] reached = Fitting.last(Fitting.plan(fit, "momentum", 0.05, Batches.ALL, 0, 2000)).w();
    assertThat(reached).containsExactly(best, within(1e-11));
  }

  @Test
  void whereXIsTheSameInAllRowsPlainDescentFindsTheLineNearestToItsStart() {
    Fit fit = new Fit(new DataSet("", new double[] {3, 3}, new double[] {4, 8}), false);
    Plan plan = Fitting.plan(fit, "sgd", 0.04, Batches.ALL, 0, 500);
    assertThat(Fitting.last(plan).w()).containsExactly(fit.minima().get(0).w(), within(1e-12));
  }

  @Test
  void smallBatchesAtAConstantRateHoverAboutTheBottomAndLargerOnesCloser() {
    Fit fit = Fitting.lemonade(true);
    double best = fit.minima().get(0).loss();
    double[] above =
        IntStream.of(1, 8, 30)
            .mapToObj(size -> Fitting.plan(fit, "sgd", 0.05, new Batches(60, size, 3), 0, 2000))
            .mapToDouble(
                plan ->
                    Fitting.steps(plan).stream()
                            .skip(1000)
                            .mapToDouble(Step::loss)
                            .average()
                            .orElseThrow()
                        - best)
            .toArray();
    assertThat(above[0]).isGreaterThan(3 * above[1]);
    assertThat(above[1]).isGreaterThan(3 * above[2]);
  }

  @ParameterizedTest
  @ValueSource(strings = {"sgd", "adam", "rprop", "lion"})
  void theSameSeedGivesTheSameBitsAndAnotherSeedOthers(String rule) {
    Fit fit = Fitting.lemonade(true);
    String first = bits(Fitting.plan(fit, rule, 0.05, new Batches(60, 8, 4), 0.3, 100));
    assertThat(bits(Fitting.plan(fit, rule, 0.05, new Batches(60, 8, 4), 0.3, 100)))
        .isEqualTo(first);
    assertThat(bits(Fitting.plan(fit, rule, 0.05, new Batches(60, 8, 5), 0.3, 100)))
        .isNotEqualTo(first);
  }

  @ParameterizedTest
  @CsvSource({
    "sgd, 1, 0x1.d2240c331445ap3 0x1.a23005de3dad8p5",
    "sgd, 8, 0x1.a327aef497ecp3 0x1.9c59fd0fd82b7p5",
    "momentum, 7, 0x1.c1c78ac13da2p3 0x1.a3711e8c4b8e9p5",
    "adam, 8, 0x1.e3378fd1e1cafp1 0x1.cfd27c7178f8dp2",
    "rprop, 59, 0x1.a16f9898c8a77p3 0x1.9ef06e0594ed6p5",
  })
  void endsAtTheSameBitsOnEveryMachine(String rule, int size, String place) {
    Plan plan =
        Fitting.plan(Fitting.lemonade(true), rule, 0.05, new Batches(60, size, 2026), 0.5, 150);
    assertThat(hex(Fitting.last(plan).w())).isEqualTo(place);
  }

  @Test
  void knowsTheLemonadeToTheSameBitsOnEveryMachine() {
    Fit fit = Fitting.lemonade(true);
    assertThat(hex(fit.minima().get(0).w())).isEqualTo("0x1.a2bb5236a10dep3 0x1.9f11111111113p5");
    assertThat(hex(Fitting.lemonade(false).minima().get(0).w()))
        .isEqualTo("0x1.a58a1b757f64bp1 -0x1.e7b45830b6b08p4");
    assertThat(hex(Fitting.lemonade(false).line().curvature()))
        .isEqualTo("0x1.92bcd336f1626p-5 0x1.4121acc9404fep10");
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void nothingThatIsNotFiniteComesOut(DataSet data) {
    boolean scalable = !data.isOneColumn();
    for (boolean scaled : scalable ? new boolean[] {false, true} : new boolean[] {false}) {
      Fit fit = new Fit(data, scaled);
      assertThat(fit.learningRate()).isPositive().isFinite();
      assertThat(Arrays.stream(fit.line().curvature()).boxed())
          .allMatch(Double::isFinite)
          .allMatch(each -> each >= 0);
      assertThat(fit.minima())
          .allMatch(each -> Double.isFinite(each.loss()))
          .allMatch(each -> Arrays.stream(each.w()).allMatch(Double::isFinite));
      assertThat(fit.domain()).hasSize(2).allMatch(side -> side.width() > 0);
      for (double rate : new double[] {fit.learningRate(), 1000}) {
        Descent descent = new Descent(Fitting.plan(fit, "sgd", rate, Batches.ALL, 0, 50));
        descent.forEachRemaining(
            step -> {
              assertThat(step.loss()).isFinite();
              assertThat(DoubleStream.of(step.w()).allMatch(Double::isFinite)).isTrue();
            });
        assertThat(descent.verdict().orElseThrow()).isNotEqualTo(Verdict.STUCK);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {1.1e12, -1e308, Double.NaN, Double.POSITIVE_INFINITY})
  void refusesNumbersThatAreTooLarge(double number) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new DataSet("", new double[] {1, 2}, new double[] {1, number}))
        .withMessageContaining(String.valueOf(number));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new DataSet("", new double[] {number, 2}, new double[] {1, 2}));
  }

  @Test
  void refusesFewerThanTwoRowsAndRowsWithoutTheirPair() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new DataSet("", new double[1], new double[1]));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new DataSet("", new double[3], new double[2]));
  }

  private static String bits(Plan plan) {
    return Fitting.steps(plan).stream()
        .map(step -> hex(step.w()) + " " + hex(step.loss()) + " " + hex(step.gradient()))
        .collect(Collectors.joining("\n"));
  }

  private static String hex(double... numbers) {
    return DoubleStream.of(numbers).mapToObj(Double::toHexString).collect(Collectors.joining(" "));
  }
}
