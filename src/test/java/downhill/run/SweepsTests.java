package downhill.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import downhill.descent.Minimum;
import downhill.descent.Verdict;
import downhill.run.Sweep.Outcome;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

@SpringBootTest
class SweepsTests {

  @Autowired Sweeps sweeps;
  @Autowired SweepForm form;
  @Autowired ShortForm shortForm;
  @Autowired Runs runs;

  @Test
  void thePublishedExerciseTakesItsPublishedSteps() {
    Spec spec = shortForm.read(query("steep-valley", "5", "sgd", "0.1"));
    double[] rates = {0.03, 0.1, 0.2, 0.25, 0.3, 0.5, 1};
    List<@Nullable Integer> reached =
        sweeps.play(spec, new double[0], rates, Sweeps.NEAR).runs().stream()
            .map(row -> Objects.requireNonNull(row.get(0)).reached())
            .toList();
    assertThat(reached).containsExactly(40, 11, 4, 1, 4, null, null);
  }

  @Test
  void tellsEachRunAsTheRunItself() {
    Spec spec = shortForm.read(query("bumpy", "0", "momentum", "0.05"));
    double[] starts = {-5.5, -3, -0.7, 0.5, 2, 4.5};
    double[] rates = {0.001, 0.05, 0.6};
    Sweep sweep = sweeps.play(spec, starts, rates, Sweeps.NEAR);
    List<Minimum> minima = spec.ground().minima().get();
    for (int r = 0; r < rates.length; r++) {
      for (int s = 0; s < starts.length; s++) {
        Outcome outcome = Objects.requireNonNull(sweep.runs().get(r).get(s));
        Completed run = runs.complete(spec.atRate(rates[r]).from(starts[s]));
        var last = run.steps().get(run.steps().size() - 1);
        assertThat(outcome.verdict()).isEqualTo(run.ending().verdict());
        assertThat(outcome.k()).isEqualTo(last.k());
        assertThat(outcome.w()).isEqualTo(last.w());
        assertThat(outcome.loss()).isEqualTo(last.loss());
        boolean atRest =
            outcome.verdict() == Verdict.CONVERGED || outcome.verdict() == Verdict.STUCK;
        assertThat(outcome.minimum() != null).isEqualTo(atRest);
        if (outcome.minimum() != null) {
          Minimum minimum = minima.get(outcome.minimum());
          assertThat(last.w()[0]).isCloseTo(minimum.w()[0], within(1e-4));
          assertThat(minimum.lowest()).isEqualTo(outcome.verdict() == Verdict.CONVERGED);
        }
      }
    }
  }

  @Test
  void restsOnNoMinimumWhereTheGroundIsMerelyFlat() {
    Spec spec =
        shortForm.read(
            Map.of(
                "formula", "w^3 - 3*w", "optimizer", "sgd", "learningRate", "0.01", "start", "-1"));
    Outcome onTop =
        Objects.requireNonNull(
            sweeps.play(spec, new double[] {-1}, new double[0], 0.1).runs().get(0).get(0));
    assertThat(onTop.k()).isZero();
    assertThat(onTop.minimum()).isNull();
  }

  @Test
  void aStartThatHasNoLossIsLeftOut() {
    Spec spec =
        shortForm.read(
            Map.of("formula", "ln(w)", "optimizer", "sgd", "learningRate", "0.1", "start", "1"));
    assertThat(sweeps.play(spec, new double[] {-1, 1}, new double[0], 0.1).runs().get(0))
        .first()
        .isNull();
  }

  @Test
  void spacesStartsEvenlyAndRatesByTheirLogarithms() {
    var json =
        SpecJson.mapper()
            .readTree(
                SpecJson.text(
                    out ->
                        form.write(
                            out,
                            Map.of(
                                "curve",
                                "valley",
                                "optimizer",
                                "sgd",
                                "starts",
                                "-6,6,5",
                                "rates",
                                "0.001,1,4"))));
    assertThat(json.get("starts").toString()).isEqualTo("[-6.0,-3.0,0.0,3.0,6.0]");
    assertThat(json.get("rates").get(1).doubleValue()).isCloseTo(0.01, within(1e-15));
    assertThat(json.get("rates").get(3).doubleValue()).isEqualTo(1);
    assertThat(json.get("runs").size()).isEqualTo(4);
    assertThat(json.get("runs").get(0).size()).isEqualTo(5);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "2"})
  void aDrawnRunIsTheRunOfItsStartAndSeed(String noise) {
    Map<String, String> drawn = new HashMap<>(query("bumpy", "0", "sgd", "0.1"));
    drawn.putAll(Map.of("noise", noise, "seed", "9007199254740991", "steps", "60"));
    Spec spec = shortForm.read(drawn);
    Sweep sweep = sweeps.draw(spec, -6, 6, 12, new double[0], Sweeps.NEAR);
    for (int i = 0; i < 12; i++) {
      drawn.put("start", String.valueOf(sweep.starts()[i]));
      drawn.put("seed", String.valueOf(sweep.seeds()[i]));
      Completed run = runs.complete(shortForm.read(drawn));
      Outcome outcome = Objects.requireNonNull(sweep.runs().get(0).get(i));
      assertThat(outcome.w()).isEqualTo(run.steps().get(run.steps().size() - 1).w());
    }
    Sweep few = sweeps.draw(spec, -6, 6, 5, new double[0], Sweeps.NEAR);
    assertThat(few.starts()).isEqualTo(Arrays.copyOf(sweep.starts(), 5));
    assertThat(few.seeds()).isEqualTo(Arrays.copyOf(sweep.seeds(), 5));
  }

  @Test
  void refusesMoreStepsThanTheLimitAndSaysHowMany() {
    Spec spec = shortForm.read(query("valley", "1", "sgd", "0.1"));
    assertThatThrownBy(() -> sweeps.play(spec, new double[512], new double[64], 0.1))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("2000000")
        .hasMessageContaining("6553600");
  }

  private static Map<String, String> query(
      String curve, String start, String optimizer, String rate) {
    return Map.of("curve", curve, "start", start, "optimizer", optimizer, "learningRate", rate);
  }
}
