package downhill.lesson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import downhill.descent.Minimum;
import downhill.descent.Step;
import downhill.descent.Verdict;
import downhill.lesson.BasinMap.Stretch;
import downhill.run.Completed;
import downhill.run.Landscapes;
import downhill.run.Runs;
import downhill.run.ShortForm;
import downhill.run.Spec;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/** What the lesson of wrong valleys says, played and computed. */
@SpringBootTest
class LocalMinimaClaimTests {

  private static final String TOLD = Telling.of("local-minima");

  private static final String PLAIN = "curve=bumpy&optimizer=sgd&learningRate=0.1";

  @Autowired ShortForm shortForm;
  @Autowired Runs runs;
  @Autowired Sims sims;
  @Autowired Basins basins;
  @Autowired Landscapes landscapes;

  /** By bisection of the slope between its neighbours. */
  @Test
  void theFloorsAndTheTopsAreWhereTheWordsHaveThem() {
    List<Minimum> minima = spec(PLAIN).ground().minima().get();
    assertThat(minima.stream().map(each -> digits(each.w()[0], 3)))
        .containsExactly("−3.736", "−0.748", "2.243", "5.223")
        .allMatch(TOLD::contains);
    assertThat(
            DoubleStream.of(-5.8, -2.5, 0.8, 4.1)
                .mapToObj(near -> digits(zero(near - 0.2, near + 0.2), 3)))
        .containsExactly("−5.808", "−2.482", "0.827", "4.140")
        .allMatch(TOLD::contains);
    assertThat(minima.get(1).loss()).isCloseTo(0.06, within(0.005));
  }

  @Test
  void theBasinAndTheChancesOfRestartsAreAsPrinted() {
    double width = zero(0.6, 1) - zero(-2.7, -2.3);
    double p = width / 12;
    assertThat(TOLD).contains("That is " + digits(width, 3)).contains("p=" + digits(p, 4));
    assertThat(TOLD)
        .contains(
            digits(atLeastOne(p, 1), 3)
                + " for one start, "
                + digits(atLeastOne(p, 5), 3)
                + " for five, "
                + digits(atLeastOne(p, 10), 3)
                + " for ten and "
                + digits(atLeastOne(p, 20), 3)
                + " for twenty")
        .contains("1/p=" + digits(1 / p, 2));
    assertThat(Math.ceil(Math.log(0.01) / Math.log(1 - p))).isEqualTo(15);
    assertThat(-Math.log(0.01)).isCloseTo(4.6, within(0.01));
    assertThat(atLeastOne(p, 10)).isCloseTo(0.96, within(0.005));
  }

  @Test
  void theLimitsOfTheRateAreThoseOfTheCurvature() {
    double curvature = 0.2 - 4 * Math.sin(2 * -0.747964956635879);
    assertThat(TOLD).contains("=" + digits(2 / curvature, 3)).contains("about 0.238");
    assertThat(1 / 4.2).isCloseTo(0.238, within(0.0005));
    assertThat(run(PLAIN.replace("0.1", "0.45") + "&start=-1&steps=2000").ending().verdict())
        .isEqualTo(Verdict.CONVERGED);
    assertThat(run(PLAIN.replace("0.1", "0.49") + "&start=-1&steps=2000").ending().verdict())
        .isNotEqualTo(Verdict.CONVERGED);
  }

  @ParameterizedTest
  @CsvSource({"3, 3", "35, 0"})
  void tenStartsFindItThreeTimesOrNever(int seed, int found) {
    SimView view =
        sims.view(
            Sim.named("restarts").orElseThrow(), Sim.members(PLAIN + "&restarts=10&seed=" + seed));
    assertThat(view.draw()).isNotNull();
    assertThat(view.draw().bars().get(1).count()).isEqualTo(found);
    assertThat(TOLD).contains("three of them find B").contains("all ten miss it");
  }

  @Test
  void momentumLetsBallsFromHighOnTheWallsRunOnIntoTheLowest() {
    List<BasinMap> maps = basins(Preset.named("valleys", "momentum").query());
    List<Stretch> lowest =
        maps.get(1).stretches().stream().filter(each -> each.valley() == 1).toList();
    assertThat(lowest).hasSize(3);
    assertThat(lowest.get(0).to()).isLessThan(-4.7);
    assertThat(lowest.get(1).from()).isCloseTo(-2.482, within(0.03));
    assertThat(lowest.get(2).from()).isBetween(3.7, 3.8);
    assertThat(share(maps.get(1))).isGreaterThan(share(maps.get(0)));
  }

  @Test
  void aHundredLucksEndInTheLowestValleyThirtyEightTimes() {
    String query = Preset.named("valleys", "noise").query();
    long found =
        IntStream.rangeClosed(1, 100)
            .filter(
                seed ->
                    Math.abs(last(run(query.replace("seed=3", "seed=" + seed))).w()[0] + 0.829)
                        < 1.655)
            .count();
    assertThat(TOLD).contains(found + " of them ended in B");
    assertThat(found).isEqualTo(38);
  }

  @Test
  void adamAtACommonRateHasTheBasinsOfPlainDescentAndAtTwoManyMore() {
    List<BasinMap> maps = basins(Preset.named("valleys", "adam").query());
    assertThat(share(maps.get(1))).isEqualTo(share(maps.get(0)));
    double leaps = share(basins(Preset.named("valleys", "adam-leaps").query()).get(1));
    assertThat(leaps).isCloseTo(55, within(0.5));
  }

  @Test
  void onThePlateauItHardlyMoves() {
    Step step = last(run(Preset.named("valleys", "plateau").query()));
    assertThat(step.k()).isEqualTo(200);
    assertThat(step.w()[0]).isBetween(3.8, 4.0);
  }

  /** And by the formula: the distance grows by 1.1 at each step. */
  @Test
  void offTheSaddleInFortyThreeStepsOrSixteenOrNever() {
    String saddle = "surface=saddle&learningRate=0.1&start=1.7,";
    assertThat(firstOff(saddle + "0.01&optimizer=sgd")).isEqualTo(43);
    assertThat(firstOff(saddle + "0.01&optimizer=momentum&momentum=0.9")).isEqualTo(16);
    assertThat(Math.log(0.5 / 0.01) / Math.log(1.1)).isCloseTo(41, within(0.1));
    assertThat(last(run(saddle + "0&optimizer=sgd")).w()).contains(0.0);
    assertThat(TOLD).contains("takes 43 steps", "takes 16", "41 steps to");
  }

  private int firstOff(String query) {
    return run(query).steps().stream()
        .filter(step -> Math.abs(step.w()[1]) > 0.5)
        .findFirst()
        .orElseThrow()
        .k();
  }

  private List<BasinMap> basins(String query) {
    Spec spec = spec(query);
    return basins.of(spec, landscapes.curve(spec.ground(), spec.ground().domain().get(0)));
  }

  private static double share(BasinMap map) {
    return Double.parseDouble(map.valleys().get(1).share().replace("%", ""));
  }

  private static double atLeastOne(double p, int k) {
    return 1 - Math.pow(1 - p, k);
  }

  private static double zero(double lo, double hi) {
    double left = lo;
    double right = hi;
    for (int i = 0; i < 100; i++) {
      double middle = (left + right) / 2;
      if (slope(left) * slope(middle) > 0) {
        left = middle;
      } else {
        right = middle;
      }
    }
    return left;
  }

  private static double slope(double w) {
    return 0.2 * w + 2 * Math.cos(2 * w);
  }

  private static String digits(double x, int decimals) {
    return String.format(Locale.ROOT, "%." + decimals + "f", x).replace('-', '−');
  }

  private static Step last(Completed run) {
    return run.steps().get(run.steps().size() - 1);
  }

  private Completed run(String query) {
    return runs.complete(spec(query));
  }

  private Spec spec(String query) {
    return shortForm.read(Sim.members(query));
  }
}
