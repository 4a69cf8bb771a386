package downhill.lesson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import downhill.descent.Step;
import downhill.descent.Verdict;
import downhill.run.Completed;
import downhill.run.Runs;
import downhill.run.ShortForm;
import downhill.run.Spec;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/** What the presets of Inside say of themselves, played by the engine. */
@SpringBootTest
class InsideClaimTests {

  @Autowired ShortForm shortForm;
  @Autowired Runs runs;
  @Autowired Sims sims;

  @Test
  void everyPresetIsHeldToItsWordsHere() {
    assertThat(Preset.of("inside").stream().map(Preset::name))
        .containsExactly(
            "cancels", "saddle", "adam", "rmsprop", "lion", "rprop", "adagrad", "flies");
  }

  @Test
  void acrossTheRavineSlopeAndMemoryCancelAndAlongItTheyAddUp() {
    List<Step> steps = play("cancels").steps();
    for (int k = 2; k <= 10; k += 2) {
      assertThat(state(steps.get(k), 1)).isCloseTo(0, within(1e-9));
    }
    for (int k = 1; k <= 4; k++) {
      assertThat(Math.abs(state(steps.get(k), 0)))
          .isGreaterThan(Math.abs(state(steps.get(k - 1), 0)));
    }
  }

  @Test
  void aMemoryIsOffTheSaddleSoonerThanPlainDescent() {
    Preset saddle = preset("saddle");
    assertThat(firstOff(runs.complete(spec(saddle.query())).steps())).isEqualTo(16);
    String plain =
        saddle.query().replace("optimizer=momentum", "optimizer=sgd").replace("&momentum=0.9", "");
    assertThat(firstOff(runs.complete(spec(plain)).steps())).isEqualTo(43);
  }

  /** Half way from the saddle to the floor of a valley. */
  private static int firstOff(List<Step> steps) {
    return steps.stream().filter(step -> Math.abs(step.w()[1]) > 0.5).findFirst().orElseThrow().k();
  }

  @Test
  void adamsFirstStepIsTheRateInEachParameter() {
    assertThat(move(play("adam").steps(), 1, 0)).isCloseTo(0.4, within(1e-7));
    assertThat(move(play("adam").steps(), 1, 1)).isCloseTo(-0.4, within(1e-7));
  }

  @Test
  void rmspropsFirstStepIsAsLongInBoth() {
    List<Step> steps = play("rmsprop").steps();
    double[] slope = steps.get(0).gradient();
    assertThat(Math.abs(slope[1] / slope[0])).isCloseTo(4.4, within(0.05));
    assertThat(Math.abs(move(steps, 1, 0))).isCloseTo(Math.abs(move(steps, 1, 1)), within(1e-7));
  }

  @Test
  void everyStepOfLionIsTheRate() {
    List<Step> steps = play("lion").steps();
    for (int k = 1; k < steps.size(); k++) {
      assertThat(Math.abs(move(steps, k, 0))).isCloseTo(0.05, within(1e-12));
      assertThat(Math.abs(move(steps, k, 1))).isCloseTo(0.05, within(1e-12));
    }
  }

  @Test
  void rpropGrowsWhileTheSignHoldsAndShrinksWhereItTurns() {
    List<Step> steps = play("rprop").steps();
    int turns = 0;
    for (int k = 2; k < 30; k++) {
      for (int i = 0; i < 2; i++) {
        double before = steps.get(k - 1).state().values(0)[i];
        double factor = steps.get(k).state().values(0)[i] / before;
        double turn = steps.get(k - 1).gradient()[i] * steps.get(k - 1).state().values(1)[i];
        assertThat(factor).isCloseTo(turn > 0 ? 1.2 : turn < 0 ? 0.5 : 1, within(1e-12));
        turns += turn < 0 ? 1 : 0;
      }
    }
    assertThat(turns).isGreaterThan(2);
  }

  @Test
  void adagradsRatesOnlyEverFall() {
    Spec spec = spec(preset("adagrad").query());
    Completed run = runs.complete(spec);
    assertThat(run.ending().verdict()).isEqualTo(Verdict.UNFINISHED);
    for (int i = 0; i < 2; i++) {
      double last = Double.POSITIVE_INFINITY;
      for (int k = 1; k < run.steps().size(); k++) {
        double rate =
            RuleBook.of(spec)
                .numbers(spec, run.steps().get(k - 1), run.steps().get(k), i)
                .get("rate");
        assertThat(rate).isLessThanOrEqualTo(last);
        last = rate;
      }
    }
  }

  @Test
  void momentumBearsNoMoreThanItSays() {
    Spec flies = spec(preset("flies").query());
    assertThat(runs.complete(flies).ending().verdict()).isEqualTo(Verdict.DIVERGED);
    Completed under = runs.complete(flies.atRate(0.178));
    assertThat(last(under).loss()).isLessThan(under.steps().get(0).loss());
    Completed over = runs.complete(flies.atRate(0.182));
    assertThat(last(over).loss()).isGreaterThan(over.steps().get(0).loss());
  }

  @ParameterizedTest
  @CsvSource({"adagrad, 2", "flies, 0.09"})
  void eachTaskIsDoneByTheRateAlone(String name, double cure) {
    Preset preset = preset(name);
    Completed mended = runs.complete(spec(preset.query()).atRate(cure));
    assertThat(mended.ending().verdict()).isEqualTo(Verdict.CONVERGED);
    assertThat(last(mended).k()).isLessThanOrEqualTo(preset.within());
    Sim inside = Sim.named("inside").orElseThrow();
    assertThat(sims.view(inside, query(preset.query())).task()).isEqualTo(preset);
    assertThat(sims.view(inside, Map.of()).task()).isNull();
  }

  private Completed play(String name) {
    return runs.complete(spec(preset(name).query()));
  }

  private static Preset preset(String name) {
    return Preset.of("inside").stream()
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private Spec spec(String query) {
    return shortForm.read(query(query));
  }

  /** What is remembered first of all. */
  private static double state(Step step, int i) {
    return step.state().values(0)[i];
  }

  private static double move(List<Step> steps, int k, int i) {
    return steps.get(k).w()[i] - steps.get(k - 1).w()[i];
  }

  private static Step last(Completed run) {
    return run.steps().get(run.steps().size() - 1);
  }

  private static Map<String, String> query(String text) {
    Map<String, String> members = new HashMap<>();
    for (String member : text.split("&")) {
      String[] pair = member.split("=", 2);
      members.put(pair[0], pair[1]);
    }
    return members;
  }
}
