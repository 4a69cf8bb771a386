package downhill.lesson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import downhill.descent.Interval;
import downhill.descent.Step;
import downhill.descent.Verdict;
import downhill.run.Completed;
import downhill.run.Landscapes;
import downhill.run.Runs;
import downhill.run.ShortForm;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/** What the words of the first lessons claim, played by the engine. */
@SpringBootTest
class FirstLessonsClaimTests {

  private static final String DARK = "curve=bumpy&optimizer=sgd&steps=40&learningRate=";

  private static final String RULE = "curve=valley&learningRate=0.1&optimizer=";

  private static final String STEEP = "curve=steep-valley&start=2.5&optimizer=sgd&learningRate=";

  /** So near as Google's exercise has it, from a start at 2.5. */
  private static final double NEAR = 0.00604 * 2.5;

  @Autowired Ran ran;
  @Autowired Runs runs;
  @Autowired ShortForm shortForm;

  /** In the dark: the numbers that its questions name. */
  @Test
  void theSlopesThatTheWalkerIsToldAreSo() {
    Step first = run(DARK + "0.1&start=0.6").steps().get(0);
    assertThat(Figures.exact(first.gradient()[0])).isEqualTo("0.845");
    Step beyond = run(DARK + "0.1&start=1.2").steps().get(0);
    assertThat(Figures.said(beyond.gradient()[0])).isEqualTo("−1.23");
    Interval domain = run(DARK + "0.1&start=0.6").spec().ground().domain().get(0);
    assertThat(0.01 * domain.width()).isEqualTo(0.12);
  }

  @Test
  void theLowestOfSevenPlacesIsNotInTheLowestValley() {
    Completed run = run(DARK + "0.1&start=0.6");
    double[][] seven = Landscapes.readings(run.spec().ground(), 7);
    double[] best = Arrays.stream(seven).min((a, b) -> Double.compare(a[1], b[1])).orElseThrow();
    Step floor = last(run);
    assertThat(run.ending().verdict()).isEqualTo(Verdict.CONVERGED);
    assertThat(best[0]).isEqualTo(2);
    assertThat(floor.w()[0]).isBetween(-2.0, 0.0);
    assertThat(floor.loss()).isLessThan(best[1] / 10);
  }

  /** With steps of a twentieth to twice the length the slope leads from 1.2 to the same floor. */
  @ParameterizedTest
  @ValueSource(strings = {"0.05", "0.1", "0.2"})
  void beyondTheRidgeTheSlopeLeadsToAnotherFloor(String rate) {
    Completed run = run("curve=bumpy&optimizer=sgd&start=1.2&steps=200&learningRate=" + rate);
    assertThat(run.ending().verdict()).isEqualTo(Verdict.STUCK);
    assertThat(Figures.said(last(run).w()[0])).isEqualTo("2.24");
  }

  /** The maths of it: L is 4.2, so a step at 0.1 lowers the loss by 0.079 slope² or more. */
  @ParameterizedTest
  @ValueSource(doubles = {0.6, 1.2, -2.4, -5.5, 4.1, 3})
  void eachStepLowersTheLossByAsMuchAsTheLemmaSays(double start) {
    List<Step> steps = run(DARK + "0.1&start=" + start).steps();
    for (int k = 1; k < steps.size(); k++) {
      Step before = steps.get(k - 1);
      double least = 0.079 * before.gradient()[0] * before.gradient()[0];
      assertThat(before.loss() - steps.get(k).loss()).isGreaterThanOrEqualTo(least - 1e-12);
    }
    Step first = run(DARK + "0.1&start=0.6").steps().get(0);
    assertThat(Figures.exact(0.079 * first.gradient()[0] * first.gradient()[0]))
        .startsWith("0.056");
  }

  /** The update rule: what its table and its sums say. */
  @Test
  void theSumsOfTheUpdateRuleComeOut() {
    double[][] rows = Landscapes.readings(run(RULE + "sgd&start=2.5").spec().ground(), 7);
    assertThat(rows[5]).containsExactly(2, 4, 4);
    assertThat(run(RULE + "sgd&start=2").steps().get(1).w()[0]).isEqualTo(1.6);
    Step heavy = run(RULE + "momentum&start=2.5").steps().get(2);
    assertThat(heavy.state().values(0)).containsExactly(8.5);
    for (String start : List.of("2.5", "1")) {
      List<Step> adam = run(RULE + "adam&start=" + start).steps();
      assertThat(adam.get(0).w()[0] - adam.get(1).w()[0]).isCloseTo(0.1, within(1e-8));
    }
  }

  /** Momentum on an even slope tends to ten times that slope. */
  @Test
  void onAnEvenSlopeTheVelocityBecomesTenfold() {
    Completed run =
        run("formula=2*w&domain=-5,5&start=0&optimizer=momentum&learningRate=0.001&steps=200");
    assertThat(last(run).state().values(0)[0]).isCloseTo(20, within(1e-6));
  }

  /** The learning rate: Google's exercise, and what each step leaves of the way. */
  @ParameterizedTest
  @CsvSource({"0.03, 0.88, 40", "0.1, 0.6, 11", "0.2, 0.2, 4", "0.25, 0, 1", "0.3, -0.2, 4"})
  void theGoldenCountsOfStepsComeOut(String rate, double leaves, int steps) {
    Completed run = run(STEEP + rate);
    assertThat(run.steps().get(1).w()[0]).isCloseTo(leaves * 2.5, within(1e-12));
    assertThat(ran.of(STEEP + rate).reached(NEAR)).isEqualTo(steps);
  }

  @Test
  void atARateOfOneNoStepIsEverNear() {
    Completed run = run(STEEP + "1");
    assertThat(run.ending().verdict()).isEqualTo(Verdict.DIVERGED);
    for (int k = 1; k < run.steps().size(); k++) {
      assertThat(run.steps().get(k).loss()).isEqualTo(9 * run.steps().get(k - 1).loss());
    }
  }

  @ParameterizedTest
  @CsvSource({"0.48, -1", "0.499, -1", "0.5, 0", "0.501, 1", "0.51, 1", "0.8, 1"})
  void twoOverTheBendIsTheEdge(String rate, int direction) {
    List<Step> steps = run(STEEP + rate).steps();
    for (int k = 1; k < steps.size(); k++) {
      int way = Double.compare(steps.get(k).loss(), steps.get(k - 1).loss());
      assertThat(Integer.signum(way)).isEqualTo(direction);
      assertThat(steps.get(k).w()[0] * steps.get(k - 1).w()[0]).isNegative();
    }
  }

  /** ln s / ln |1 − αc|, in the numbers that the maths telling names. */
  @Test
  void theCountsOfStepsFollowFromTheFormula() {
    assertThat(Math.log(0.00604) / Math.log(0.88)).isCloseTo(39.97, within(0.005));
    assertThat(Math.log(0.00604) / Math.log(0.6)).isCloseTo(10.002, within(0.0005));
    assertThat(Math.pow(0.6, 10)).isCloseTo(0.006047, within(5e-7));
    assertThat(ran.of(STEEP + "0.48").reached(NEAR)).isGreaterThan(40);
    assertThat(last(run(STEEP + "0.001")).w()[0] / 2.5).isBetween(0.4, 0.5);
  }

  @Test
  void theRateNearestToOneOverTheBendNeedsFewestSteps() {
    int nearest = ran.of(STEEP + "0.27").reached(NEAR);
    assertThat(nearest).isLessThan(ran.of(STEEP + "0.15").reached(NEAR));
    assertThat(nearest).isLessThan(ran.of(STEEP + "0.4").reached(NEAR));
    String gentle = "curve=gentle-valley&start=5&optimizer=sgd&learningRate=";
    assertThat(ran.of(gentle + "5").reached(0.00604 * 5)).isEqualTo(1);
  }

  private static Step last(Completed run) {
    return run.steps().get(run.steps().size() - 1);
  }

  private Completed run(String query) {
    return runs.complete(shortForm.read(Sim.members(query)));
  }
}
