package downhill.lesson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import downhill.descent.Minimum;
import downhill.descent.Step;
import downhill.descent.Verdict;
import downhill.run.Completed;
import downhill.run.Runs;
import downhill.run.SeveralRuns;
import downhill.run.ShortForm;
import downhill.run.Spec;
import downhill.run.Tuner;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/** What the lesson of momentum and Adam says, played and computed. */
@SpringBootTest
class MomentumClaimTests {

  private static final String TOLD = Telling.of("momentum-and-adam");

  private static final String RAVINE = "surface=ravine&start=-4.5,1&steps=300&optimizer=";

  private static final List<String> GROUNDS =
      List.of("ravine", "rosenbrock", "himmelblau", "beale", "saddle");

  /** How much of the drop is left to who is down. */
  private static final double NEAR = 1 - Tuner.PERCENT / 100;

  @Autowired ShortForm shortForm;
  @Autowired Runs runs;
  @Autowired Tuner tuner;

  @Test
  void theRaceThatIsShownEndsAsTold() {
    String shown = Lesson.named("momentum-and-adam").orElseThrow().shown();
    int[] down = IntStream.range(0, 4).map(i -> down(several(shown, i))).toArray();
    assertThat(down).containsExactly(46, 14, 28, 81);
    assertThat(TOLD)
        .contains(
            "Momentum is down after 14 steps, RMSprop after 28, plain descent after 46 and Adam")
        .contains("after 81");
  }

  /** The page tunes each of them when another ground is chosen. */
  @Test
  void onHimmelblausGroundAnotherOneWins() {
    String shown = Lesson.named("momentum-and-adam").orElseThrow().shown();
    String other = shown.replace("surface=ravine&start=-4.5,1", "surface=himmelblau");
    int[] down = IntStream.range(0, 4).map(i -> down(tuner.best(several(other, i)))).toArray();
    assertThat(down[2]).isLessThan(Math.min(Math.min(down[0], down[1]), down[3]));
  }

  @Test
  void plainDescentIsThrownOutJustAboveItsLimit() {
    assertThat(down(spec(RAVINE + "sgd&learningRate=0.09"))).isEqualTo(46);
    Completed out = run(RAVINE + "sgd&learningRate=0.101");
    assertThat(last(out).loss()).isGreaterThan(1000 * out.steps().get(0).loss());
    assertThat(down(spec(RAVINE + "sgd&learningRate=0.04"))).isGreaterThan(2 * 46);
  }

  @Test
  void inTheFirstTwoStepsWhatChangesSidesCancelsOut() {
    List<Step> steps = run(Preset.named("inside", "cancels").query()).steps();
    assertThat(0.75 * steps.get(1).state().values(0)[1]).isEqualTo(18.75);
    assertThat(steps.get(1).gradient()[1]).isEqualTo(-18.75);
    assertThat(steps.get(2).state().values(0)[1]).isZero();
    assertThat(steps.get(1).state().values(0)[0]).isEqualTo(-4.5);
    assertThat(steps.get(1).gradient()[0]).isCloseTo(-4.106, within(0.0005));
    assertThat(steps.get(2).state().values(0)[0]).isCloseTo(-7.48, within(0.005));
    assertThat(TOLD).contains("18.75", "−18.75", "−4.5 after", "−7.48 after");
  }

  @Test
  void moreMemoryIsNotBetterHere() {
    String query = RAVINE + "momentum&learningRate=0.12&momentum=";
    assertThat(down(spec(query + "0.5"))).isEqualTo(14);
    assertThat(down(spec(query + "0.9"))).isEqualTo(91);
    assertThat(TOLD).contains("needs 91 steps in place of 14");
  }

  @Test
  void underASteadySlopeTheStepsGrowTenfold() {
    List<Step> steps =
        run("formula=w&domain=-1000,1000&start=0&optimizer=momentum&momentum=0.9"
                + "&learningRate=0.1&steps=200")
            .steps();
    assertThat(last(steps).state().values(0)[0]).isCloseTo(10, within(1e-6));
  }

  @ParameterizedTest
  @CsvSource({
    "ravine, 44, 80, 77, 82",
    "rosenbrock, not in 1000, 94, 104, 370",
    "himmelblau, 7, 83, 78, 85",
    "beale, 13, 80, 82, 92",
    "saddle, 9, 84, 76, 78",
  })
  void theTableIsWhatTuningFinds(
      String surface, String plain, String momentum, String adam, String adamForAll) {
    String query = "surface=" + surface + "&steps=1000&learningRate=0.3&optimizer=";
    assertThat(
            Stream.of(
                tuner.best(spec(query + "sgd")),
                tuner.best(spec(query + "momentum")),
                tuner.best(spec(query + "adam")),
                spec(query + "adam")))
        .extracting(spec -> down(spec) > 1000 ? "not in 1000" : "" + down(spec))
        .containsExactly(plain, momentum, adam, adamForAll);
    assertThat(TOLD).contains(String.join(" ", plain, momentum, adam, adamForAll));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.05", "0.1", "0.2", "0.3", "0.5"})
  void adamComesDownOnAllFiveAtAnyOfTheseRates(String rate) {
    assertThat(GROUNDS).allMatch(ground -> comesDown(ground, "adam", rate));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"0.001", "0.003", "0.01", "0.02", "0.03", "0.05", "0.1", "0.2", "0.3", "0.5"})
  void plainDescentComesDownOnAllFiveAtNoneOfThese(String rate) {
    assertThat(GROUNDS).anyMatch(ground -> !comesDown(ground, "sgd", rate));
  }

  @Test
  void theBestRatesOnAQuadraticAreThoseOfTheMaths() {
    double root = Math.sqrt(20);
    double share = (root - 1) / (root + 1);
    double rate = Math.pow(2 / (1 + root), 2);
    assertThat(TOLD)
        .contains("ρ=" + digits(19 / 21.0, 3))
        .contains("μ=" + digits(share * share, 3))
        .contains("α=" + digits(rate, 3))
        .contains("=" + digits(share, 3))
        .contains("47 steps where plain descent at its best takes 169");
    Completed plain = run(RAVINE + "sgd&learningRate=" + 2 / 21.0);
    Completed heavy = run(RAVINE + "momentum&momentum=" + share * share + "&learningRate=" + rate);
    assertThat(last(plain).k()).isEqualTo(169);
    assertThat(last(heavy).k()).isEqualTo(47);
    assertThat(plain.ending().verdict()).isEqualTo(Verdict.CONVERGED);
    assertThat(heavy.ending().verdict()).isEqualTo(Verdict.CONVERGED);
    assertThat(2 * (1 + 0.8) / 20).isCloseTo(0.18, within(1e-12));
  }

  @Test
  void withoutItsCorrectionAdamsFirstStepWouldBeThreeTimesAsLong() {
    assertThat(TOLD).contains(digits((1 - 0.9) / Math.sqrt(1 - 0.999), 2));
  }

  @ParameterizedTest
  @CsvSource({"sgd, 0.09, 46, 46", "adagrad, 2.5, 7, 70", "rmsprop, 0.1, 28, 64"})
  void aRateForEachParameterIsOfLessUseBetweenTheAxes(
      String rule, String rate, int straight, int turned) {
    String moved = "&steps=1000&optimizer=" + rule + "&learningRate=" + rate;
    assertThat(down(spec("surface=ravine&start=-4.5,1" + moved))).isEqualTo(straight);
    assertThat(down(spec("formula=((x+y)^2/2 + 20*(x-y)^2/2)/2&start=-2.5,-3.9" + moved)))
        .isEqualTo(turned);
  }

  private boolean comesDown(String ground, String rule, String rate) {
    Spec spec =
        spec("surface=" + ground + "&steps=1000&optimizer=" + rule + "&learningRate=" + rate);
    return down(spec) <= 1000;
  }

  /** The first step from which it stays down, as the race counts; else one beyond the budget. */
  private int down(Spec spec) {
    List<Step> steps = runs.complete(spec).steps();
    double floor =
        spec.ground().minima().get().stream().mapToDouble(Minimum::loss).min().orElseThrow();
    double line = floor + NEAR * (steps.get(0).loss() - floor);
    int k = steps.size();
    while (k > 0 && steps.get(k - 1).loss() <= line) {
      k--;
    }
    return k == steps.size() ? spec.steps() + 1 : k;
  }

  private static String digits(double x, int decimals) {
    return String.format(Locale.ROOT, "%." + decimals + "f", x);
  }

  private Spec several(String query, int which) {
    return shortForm.read(SeveralRuns.of(Sim.members(query), which));
  }

  private Completed run(String query) {
    return runs.complete(spec(query));
  }

  private Spec spec(String query) {
    return shortForm.read(Sim.members(query));
  }

  private static Step last(Completed run) {
    return last(run.steps());
  }

  private static Step last(List<Step> steps) {
    return steps.get(steps.size() - 1);
  }
}
