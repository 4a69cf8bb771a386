package downhill.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.descent.Step;
import downhill.run.Runs;
import downhill.run.ShortForm;
import downhill.run.Spec;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/** What the words of Schedules claim, played by the engine. */
@SpringBootTest
class SchedulesClaimTests {

  private static final int SEEDS = 40;

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

  /** The average loss over the last quarter of the steps. */
  private double level(Spec spec, int seed) {
    Map<String, String> query = new HashMap<>(shortForm.members(spec));
    query.put("seed", "" + seed);
    List<Step> steps = runs.complete(shortForm.read(query)).steps();
    return steps.subList(steps.size() * 3 / 4, steps.size()).stream()
        .mapToDouble(Step::loss)
        .average()
        .orElseThrow();
  }

  private double loss(Spec spec, int k) {
    return runs.complete(spec).steps().get(k).loss();
  }
}
