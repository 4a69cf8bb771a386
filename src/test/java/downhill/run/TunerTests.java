package downhill.run;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.descent.Step;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/** The search for the best rate, and what the race says of the rates it shows. */
@SpringBootTest
class TunerTests {

  private static final double SHARE = 1 - Tuner.PERCENT / 100;

  @Autowired private Tuner tuner;
  @Autowired private ShortForm shortForm;
  @Autowired private Runs runs;

  /** On (x² + y²)/2 the rate 1 lands at the bottom in one step. */
  @Test
  void findsTheRateThatLandsInOneStep() {
    assertThat(tuner.best(spec("bowl", "sgd", 0.01)).learningRate()).isEqualTo(1);
  }

  /** The best fixed rate of plain descent on a parabola is 2 / (least bend + greatest bend). */
  @Test
  void comesNearTheBestRateThatIsKnown() {
    assertThat(tuner.best(spec("ravine", "sgd", 0.01)).learningRate()).isBetween(0.088, 0.0965);
  }

  @ParameterizedTest
  @CsvSource({
    "ravine, sgd",
    "ravine, adam",
    "rosenbrock, momentum",
    "rosenbrock, adam",
    "himmelblau, sgd",
    "himmelblau, rmsprop",
    "beale, momentum",
    "saddle, adam",
  })
  void noRateOnACoarserGridIsBetter(String surface, String optimizer) {
    int best = stepsDown(tuner.best(spec(surface, optimizer, 0.1)));
    for (int i = -16; i <= 4; i++) {
      Spec other = spec(surface, optimizer, Math.pow(10, i / 4.0));
      if (staysOnMap(other)) {
        assertThat(best)
            .as("against %s", other.learningRate())
            .isLessThanOrEqualTo(stepsDown(other));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"ravine", "rosenbrock", "himmelblau", "beale", "saddle", "rastrigin"})
  void keepsTheBallOnTheMap(String surface) {
    for (String optimizer : List.of("sgd", "momentum", "rmsprop", "adam")) {
      assertThat(staysOnMap(tuner.best(spec(surface, optimizer, 5)))).as(optimizer).isTrue();
    }
  }

  @Test
  void leavesAllButTheRateAsItWas() {
    Spec spec = spec("ravine", "momentum", 0.3);
    assertThat(tuner.best(spec).atRate(0.3)).usingRecursiveComparison().isEqualTo(spec);
  }

  private Spec spec(String surface, String optimizer, double rate) {
    return shortForm.read(
        Map.of("surface", surface, "optimizer", optimizer, "learningRate", "" + rate));
  }

  /** The first step from which the loss stays at or below the line; the budget and one for none. */
  private int stepsDown(Spec spec) {
    List<Step> steps = runs.complete(spec).steps();
    double floor =
        spec.ground().minima().get().stream().mapToDouble(m -> m.loss()).min().orElseThrow();
    double line = floor + SHARE * (steps.get(0).loss() - floor);
    int k = steps.size();
    while (k > 0 && steps.get(k - 1).loss() <= line) {
      k--;
    }
    return k == steps.size() ? spec.steps() + 1 : k;
  }

  private boolean staysOnMap(Spec spec) {
    return runs.complete(spec).steps().stream()
        .allMatch(
            step ->
                spec.ground().domain().get(0).contains(step.w()[0])
                    && spec.ground().domain().get(1).contains(step.w()[1]));
  }
}
