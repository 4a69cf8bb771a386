package downhill.lesson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import downhill.descent.OptimizerKind;
import downhill.descent.ScheduleKind;
import downhill.descent.Setting;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

@SpringBootTest
class RulesTests {

  @Autowired Sims sims;

  @Test
  void saysNothingOfPlainDescent() {
    assertThat(sims.view(Sim.named("roll").orElseThrow(), Map.of()).rule()).isNull();
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "SGD")
  void namesEveryOtherOptimizerWithItsSettings(OptimizerKind kind) {
    RuleView rule = rule(Map.of("optimizer", kind.key(), "learningRate", "0.01"));
    assertThat(rule.steady()).isFalse();
    assertThat(rule.sentences().get(0)).contains(rule.name());
    for (Setting setting : kind.settings()) {
      assertThat(rule.sentences().get(0)).contains(setting.name() + " ");
    }
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "CONSTANT")
  void namesEverySchedule(ScheduleKind kind) {
    Map<String, String> query =
        new HashMap<>(Map.of("schedule", kind.key(), "learningRate", "0.01"));
    kind.settings().stream()
        .filter(Setting::isRequired)
        .forEach(
            setting ->
                query.put(
                    "schedule." + setting.name(), setting.name().equals("factor") ? "0.5" : "9"));
    assertThat(rule(query).sentences()).hasSize(1).first().asString().contains("a schedule, ");
  }

  @Test
  void leadsBackToTheSameRunByPlainDescent() {
    String plainly =
        rule(Map.of(
                "curve", "valley", "optimizer", "adam", "beta1", "0.5", "start", "2", "noise", "1"))
            .plainly();
    assertThat(plainly)
        .contains("curve=valley", "start=2", "optimizer=sgd")
        .doesNotContain("noise", "beta1", "adam");
  }

  @Test
  void writesNoEquationThatIsNotTrue() {
    assertThat(numbers("momentum").form()).isEqualTo("momentum");
    assertThat(numbers("adam").form()).isEqualTo("other");
    StepNumbers noisy =
        sims.view(Sim.named("roll").orElseThrow(), Map.of("noise", "0.5")).run().numbers();
    assertThat(noisy.noisy()).isTrue();
    double felt =
        Double.parseDouble(noisy.gradient())
            + (noisy.noiseSign().equals("+") ? 1 : -1) * Double.parseDouble(noisy.noise());
    assertThat(Double.parseDouble(noisy.w()) - Double.parseDouble(noisy.alpha()) * felt)
        .isCloseTo(Double.parseDouble(noisy.next()), within(0.002));
  }

  private StepNumbers numbers(String optimizer) {
    return sims.view(
            Sim.named("roll").orElseThrow(), Map.of("optimizer", optimizer, "learningRate", "0.1"))
        .run()
        .numbers();
  }

  private RuleView rule(Map<String, String> query) {
    RuleView rule = sims.view(Sim.named("roll").orElseThrow(), query).rule();
    assertThat(rule).isNotNull();
    return rule;
  }
}
