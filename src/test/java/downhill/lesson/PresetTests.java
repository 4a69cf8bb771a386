package downhill.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.descent.Step;
import downhill.descent.Verdict;
import downhill.run.Completed;
import downhill.run.Runs;
import downhill.run.ShortForm;
import downhill.run.Spec;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/** Each preset of failure fails as it says, and each task can be done by the rate alone. */
@SpringBootTest
class PresetTests {

  @Autowired ShortForm shortForm;
  @Autowired Runs runs;
  @Autowired Sims sims;

  @ParameterizedTest
  @CsvSource({
    "crawls, UNFINISHED, 2.2",
    "zig-zags, UNFINISHED, 0.2",
    "explodes, DIVERGED, 0.5",
    "stuck, STUCK, 0.15",
    "plateau, UNFINISHED, 1.42",
    "cliff, OSCILLATING, 8",
  })
  void failsAndCanBeMended(String name, Verdict verdict, double cure) {
    Preset preset = preset(name);
    Spec spec = spec(preset);
    Completed failing = runs.complete(spec);
    assertThat(failing.ending().verdict()).isEqualTo(verdict);
    Completed mended = runs.complete(spec.atRate(cure));
    assertThat(mended.ending().verdict()).isEqualTo(Verdict.CONVERGED);
    assertThat(last(mended).k()).isLessThanOrEqualTo(preset.within());
  }

  @ParameterizedTest
  @ValueSource(strings = {"crawls", "zig-zags", "explodes", "stuck", "plateau", "cliff"})
  void comesWithItsTaskWhateverTheRateAndElsewhereWithNone(String name) {
    Preset preset = preset(name);
    Map<String, String> query = new HashMap<>(query(preset.query()));
    Sim roll = Sim.named("roll").orElseThrow();
    assertThat(sims.view(roll, query).task()).isEqualTo(preset);
    query.put("learningRate", "0.123");
    assertThat(sims.view(roll, query).task()).isEqualTo(preset);
    query.put("start", "1.23");
    assertThat(sims.view(roll, query).task()).isNull();
  }

  @Test
  void everyTaskIsDoneAbove() {
    assertThat(Preset.of("roll")).hasSize(6).allMatch(preset -> preset.within() > 0);
  }

  @Test
  void whatZigZagsChangesSidesAtEachStep() {
    List<Step> steps = runs.complete(spec(preset("zig-zags"))).steps();
    for (int k = 1; k < steps.size(); k++) {
      assertThat(steps.get(k).w()[0] * steps.get(k - 1).w()[0]).isNegative();
    }
    assertThat(Math.abs(steps.get(1).w()[0])).isGreaterThan(0.95 * steps.get(0).w()[0]);
  }

  @Test
  void whatExplodesLandsHigherAtEachStep() {
    List<Step> steps = runs.complete(spec(preset("explodes"))).steps();
    for (int k = 1; k < steps.size(); k++) {
      assertThat(steps.get(k).loss()).isGreaterThan(steps.get(k - 1).loss());
    }
  }

  @Test
  void thePlateauHasNoSlopeToSpeakOf() {
    List<Step> steps = runs.complete(spec(preset("plateau"))).steps();
    assertThat(Math.abs(steps.get(0).gradient()[0])).isLessThan(0.01);
    assertThat(last(runs.complete(spec(preset("plateau")))).w()[0]).isGreaterThan(3.5);
  }

  /** On the gentle ground alone, 0.05 w², the rate is below 2 / f″ = 20. */
  @Test
  void theCliffThrowsWhereTheGentleGroundWouldNot() {
    Spec cliff = spec(preset("cliff"));
    assertThat(cliff.learningRate()).isLessThan(20);
    Spec gentle =
        shortForm.read(query("formula=0.05*w^2&domain=-4,4&start=3&optimizer=sgd&learningRate=1"));
    assertThat(runs.complete(gentle.atRate(cliff.learningRate())).ending().verdict())
        .isEqualTo(Verdict.CONVERGED);
    assertThat(runs.complete(cliff).steps())
        .anySatisfy(step -> assertThat(Math.abs(step.w()[0])).isGreaterThan(50));
  }

  private static Preset preset(String name) {
    return Preset.of("roll").stream()
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private Spec spec(Preset preset) {
    return shortForm.read(query(preset.query()));
  }

  private static Step last(Completed run) {
    return run.steps().get(run.steps().size() - 1);
  }

  private static Map<String, String> query(String text) {
    return Arrays.stream(text.split("&"))
        .map(member -> member.split("=", 2))
        .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
  }
}
