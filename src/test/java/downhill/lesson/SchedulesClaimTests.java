package downhill.lesson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import downhill.descent.Step;
import downhill.descent.Verdict;
import downhill.run.Completed;
import downhill.run.Runs;
import downhill.run.ShortForm;
import downhill.run.Spec;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/** What the words of Schedules claim, played by the engine. */
@SpringBootTest
class SchedulesClaimTests {

  private static final int SEEDS = 40;

  private static final String SLOWING = "&schedule=inverse-time&schedule.decay=0.05";

  private static final String COSINE = "&schedule=cosine&schedule.over=200";

  @Autowired RunList list;
  @Autowired Runs runs;
  @Autowired ShortForm shortForm;

  @Test
  void aRateThatFallsKeepsLowerThanOneThatDoesNot() {
    List<Spec> usual = list.usual(Sim.named("schedules").orElseThrow());
    for (int seed = 1; seed <= SEEDS; seed++) {
      double constant = level(usual.get(0), seed);
      for (Spec falling : usual.subList(1, usual.size())) {
        assertThat(constant).isGreaterThan(3 * level(falling, seed));
      }
    }
  }

  @Test
  void aSmallConstantRateRestsButIsSlow() {
    Spec usual = list.usual(Sim.named("schedules").orElseThrow()).get(0);
    Spec small = usual.atRate(0.005);
    assertThat(loss(small, 50)).isGreaterThan(5);
    assertThat(loss(usual, 50)).isLessThan(5);
  }

  /** The level of a constant rate is ασ²/(2(2 − αc)), which is 0.67. */
  @Test
  void aConstantRateHoversWhereTheMathsSaysThatItDoes() {
    double sum = 0;
    for (int seed = 1; seed <= SEEDS; seed++) {
      sum += level(noisy(seed) + "0.4");
    }
    assertThat(0.4 * 4 / (2 * (2 - 0.8))).isCloseTo(0.67, within(0.005));
    assertThat(sum / SEEDS).isCloseTo(0.67, within(0.05));
    assertThat(level(noisy(1) + "0.4&steps=2000")).isGreaterThan(0.4);
  }

  @Test
  void aLargerConstantRateHopsHigher() {
    for (int seed = 1; seed <= SEEDS; seed++) {
      assertThat(level(noisy(seed) + "0.1")).isLessThan(level(noisy(seed) + "0.4"));
      assertThat(level(noisy(seed) + "0.4")).isLessThan(level(noisy(seed) + "0.8"));
    }
  }

  @Test
  void aSmallRateIsStillOnItsWayWhereTheOthersWereSoonDown() {
    Completed small = run(noisy(1) + "0.005");
    assertThat(small.ending().verdict()).isEqualTo(Verdict.UNFINISHED);
    assertThat(small.steps().get(50).loss()).isGreaterThan(5);
    for (String rate : List.of("0.4", "0.4" + SLOWING, "0.4" + COSINE)) {
      assertThat(run(noisy(1) + rate).steps().get(20).loss()).isLessThan(0.5);
    }
    assertThat(run(noisy(1) + "0.4" + SLOWING).steps().get(50).loss()).isLessThan(0.01);
  }

  @Test
  void aRateThatFallsTooSoonLeavesAThirdOfTheWay() {
    String rash = "0.1&schedule=exponential&schedule.factor=0.8";
    assertThat(level(noisy(1) + rash)).isGreaterThan(2);
    Completed calm = run(noisy(1).replace("noise=2", "noise=0") + rash);
    assertThat(last(calm).w()[0] / 4).isCloseTo(1.0 / 3, within(0.02));
    double sum = calm.steps().stream().skip(1).mapToDouble(Step::learningRate).sum();
    assertThat(sum).isCloseTo(0.5, within(1e-6));
  }

  /** All that end small end low; which of them is lowest is the seed's doing. */
  @Test
  void whichScheduleIsBestChangesWithTheSeed() {
    List<String> schedules =
        List.of(
            SLOWING,
            COSINE,
            "&schedule=step&schedule.every=50&schedule.factor=0.3",
            "&schedule=exponential&schedule.factor=0.98");
    Set<Integer> lowest = new HashSet<>();
    for (int seed = 1; seed <= SEEDS; seed++) {
      String from = noisy(seed) + "0.4";
      List<Double> levels = schedules.stream().map(each -> level(from + each)).toList();
      assertThat(Collections.max(levels)).isLessThan(level(from) / 3);
      lowest.add(levels.indexOf(Collections.min(levels)));
    }
    assertThat(lowest).hasSizeGreaterThan(1);
  }

  @Test
  void theRatesThatTheQuestionsNameAreTheEngines() {
    List<Step> slowing = run(noisy(1) + "0.4" + SLOWING).steps();
    assertThat(slowing.get(21).learningRate()).isCloseTo(0.2, within(1e-12));
    assertThat(slowing.get(61).learningRate()).isCloseTo(0.1, within(1e-12));
    Step exponential = last(run(noisy(1) + "0.4&schedule=exponential&schedule.factor=0.98"));
    assertThat(exponential.learningRate()).isLessThan(0.4 / 50);
    assertThat(last(run(noisy(1) + "0.4" + COSINE)).learningRate()).isLessThan(0.4 / 50);
    assertThat(last(run(noisy(1) + "0.4&schedule=warm-up&schedule.over=40")).learningRate())
        .isEqualTo(0.4);
  }

  private static String noisy(int seed) {
    return "curve=valley&start=4&optimizer=sgd&noise=2&seed=" + seed + "&learningRate=";
  }

  /** The average loss over the last quarter of the steps. */
  private double level(Spec spec, int seed) {
    Map<String, String> query = new HashMap<>(shortForm.members(spec));
    query.put("seed", "" + seed);
    return level(shortForm.read(query));
  }

  private double level(String query) {
    return level(shortForm.read(Sim.members(query)));
  }

  private double level(Spec spec) {
    List<Step> steps = runs.complete(spec).steps();
    return steps.subList(steps.size() * 3 / 4, steps.size()).stream()
        .mapToDouble(Step::loss)
        .average()
        .orElseThrow();
  }

  private double loss(Spec spec, int k) {
    return runs.complete(spec).steps().get(k).loss();
  }

  private static Step last(Completed run) {
    return run.steps().get(run.steps().size() - 1);
  }

  private Completed run(String query) {
    return runs.complete(shortForm.read(Sim.members(query)));
  }
}
