package downhill.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.data.Fit;
import downhill.descent.Step;
import downhill.descent.Verdict;
import downhill.run.Completed;
import downhill.run.Runs;
import downhill.run.ShortForm;
import downhill.run.Spec;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/** What the words of Three flavours claim, played by the engine. */
@SpringBootTest
class BatchesClaimTests {

  private static final int SEEDS = 40;

  @Autowired RunList list;
  @Autowired Runs runs;
  @Autowired ShortForm shortForm;
  @Autowired Phrases phrases;

  @Test
  void afterOnePassTheSmallestBatchesHaveComeFurthest() {
    for (int seed = 1; seed <= SEEDS; seed++) {
      double batch = afterOnePass(0, seed);
      double stochastic = afterOnePass(1, seed);
      double mini = afterOnePass(2, seed);
      assertThat(mini).isBetween(2 * stochastic, batch / 2);
    }
  }

  @Test
  void aConstantRateLetsOnlyTheWholeBatchSettleAndSmallerOnesShakeMore() {
    for (int seed = 1; seed <= SEEDS; seed++) {
      assertThat(run(0, seed).ending().verdict()).isEqualTo(Verdict.CONVERGED);
      assertThat(run(1, seed).ending().verdict()).isNotEqualTo(Verdict.CONVERGED);
      assertThat(run(2, seed).ending().verdict()).isNotEqualTo(Verdict.CONVERGED);
      assertThat(swing(1, seed)).isGreaterThan(3 * swing(2, seed));
    }
  }

  @Test
  void withoutScalingTheSameRatesBlowUp() {
    for (int flavour = 0; flavour < 3; flavour++) {
      Map<String, String> query = new HashMap<>(shortForm.members(usual().get(flavour)));
      query.remove("scale");
      assertThat(runs.complete(shortForm.read(query)).ending().verdict())
          .isEqualTo(Verdict.DIVERGED);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"true", "false"})
  void theRateThatSuitsLetsAllComeDown(String scale) {
    for (int flavour = 0; flavour < 3; flavour++) {
      Map<String, String> query = new HashMap<>(shortForm.members(usual().get(flavour)));
      query.put("scale", scale);
      Spec spec = shortForm.read(query);
      Fit fit = Objects.requireNonNull(spec.ground().fit());
      List<Step> steps = runs.complete(spec.atRate(fit.learningRate())).steps();
      assertThat(steps.get(steps.size() - 1).loss()).isLessThan(steps.get(0).loss() / 2);
    }
  }

  @Test
  void whatAnUpdateCostsIsSaidWithTheRestOfThePass() {
    List<String> costs =
        usual().stream().map(Flavour::of).map(flavour -> flavour.cost(phrases)).toList();
    assertThat(costs)
        .containsExactly(
            "All 60 rows an update, 1 update a pass.",
            "1 row an update, 60 updates a pass.",
            "8 rows an update, 8 updates a pass: 4 are left for the last.");
    assertThat(usual().get(2).batches().rows(7)).hasSize(4);
    assertThat(usual().get(2).batches().pass(8)).isEqualTo(1);
    assertThat(new Flavour(60, 12).cost(phrases)).isEqualTo("12 rows an update, 5 updates a pass.");
  }

  private List<Spec> usual() {
    return list.usual(Sim.named("batches").orElseThrow());
  }

  private Completed run(int flavour, int seed) {
    Map<String, String> query = new HashMap<>(shortForm.members(usual().get(flavour)));
    query.put("seed", "" + seed);
    return runs.complete(shortForm.read(query));
  }

  private double afterOnePass(int flavour, int seed) {
    int updates = Flavour.of(usual().get(flavour)).updates();
    return run(flavour, seed).steps().get(updates).loss();
  }

  /** How far the loss goes up and down over the last quarter of the steps. */
  private double swing(int flavour, int seed) {
    List<Step> steps = run(flavour, seed).steps();
    var last =
        steps.subList(steps.size() * 3 / 4, steps.size()).stream()
            .mapToDouble(Step::loss)
            .summaryStatistics();
    return last.getMax() - last.getMin();
  }
}
