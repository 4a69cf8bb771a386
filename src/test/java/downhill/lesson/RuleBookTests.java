package downhill.lesson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import downhill.descent.OptimizerKind;
import downhill.descent.Step;
import downhill.run.Runs;
import downhill.run.ShortForm;
import downhill.run.Spec;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/** What Inside shows of each rule is what the engine does. */
@SpringBootTest
class RuleBookTests {

  private static final List<String> GROUNDS =
      List.of("ravine&start=-4.5,1", "rosenbrock&start=-1.2,1", "himmelblau&start=-1,0.5");

  @Autowired ShortForm shortForm;
  @Autowired Runs runs;

  static Stream<String> everyRule() {
    return Stream.of(OptimizerKind.values())
        .flatMap(
            kind ->
                GROUNDS.stream()
                    .map(
                        ground ->
                            ("surface=" + ground)
                                + ("&learningRate=0.002&steps=60&optimizer=" + kind.key())));
  }

  static Stream<String> otherSettings() {
    String ravine = "surface=ravine&start=-4.5,1&steps=60&learningRate=0.03&optimizer=";
    return Stream.of(
        ravine + "momentum&momentum=0",
        ravine + "nesterov&momentum=0",
        ravine + "lion&weightDecay=0.3&beta1=0.5",
        ravine + "adamw&weightDecay=0.5",
        ravine + "rprop&minStep=0.01&maxStep=0.04&etaPlus=2",
        ravine + "radam&beta2=0.9",
        ravine + "nadam&momentumDecay=0.5",
        ravine + "adadelta&rho=0&epsilon=0.1",
        ravine + "adam&schedule=cosine&schedule.over=40",
        ravine + "amsgrad&beta2=0.5");
  }

  /**
   * The step shown is the engine's, and so is all that it remembers, worked out by the formulas.
   */
  @ParameterizedTest
  @MethodSource({"everyRule", "otherSettings"})
  void everyFormulaGivesTheEnginesNumbers(String query) {
    Spec spec = shortForm.read(query(query));
    WrittenRule rule = RuleBook.of(spec);
    List<Step> steps = runs.complete(spec).steps();
    assertThat(steps).hasSizeGreaterThan(20);
    for (int k = 1; k < steps.size(); k++) {
      Step now = steps.get(k - 1);
      Step after = steps.get(k);
      for (int i = 0; i < 2; i++) {
        Map<String, Double> known = rule.numbers(spec, now, after, i);
        String where = query + ", update " + k + ", parameter " + i;
        near(known.get("step"), after.w()[i] - now.w()[i], now.w()[i], where);
        near(known.get("landing"), after.w()[i], now.w()[i], where);
        for (WrittenRule.Line line : rule.lines()) {
          near(line.term().value(known), known.get(line.symbol()), 1, where + line.symbol());
        }
      }
    }
  }

  /** Within 1e-12 of the sizes at hand. */
  private static void near(double shown, double engines, double size, String where) {
    double most = 1e-12 * Math.max(1, Math.max(Math.abs(engines), Math.abs(size)));
    assertThat(shown).as(where).isCloseTo(engines, within(most));
  }

  @Test
  void everyRuleNamesWhatItsEngineRemembers() {
    for (OptimizerKind kind : OptimizerKind.values()) {
      Spec spec = spec(kind);
      Step first = runs.complete(spec).steps().get(0);
      assertThat(RuleBook.of(spec).remembers())
          .as(kind.key())
          .containsExactlyInAnyOrderElementsOf(first.state().names());
    }
  }

  /** No symbol of a formula is left without a number or without letters. */
  @Test
  void everySymbolIsKnownByItsLetters() {
    for (OptimizerKind kind : OptimizerKind.values()) {
      Spec spec = spec(kind);
      List<Step> steps = runs.complete(spec).steps();
      Map<String, Double> known = RuleBook.of(spec).numbers(spec, steps.get(3), steps.get(4), 0);
      assertThat(known).as(kind.key()).allSatisfy((symbol, value) -> assertThat(value).isFinite());
      List<String> plain = new ArrayList<>(known.keySet());
      plain.removeIf(symbol -> Symbols.letters(symbol).length() <= 6);
      assertThat(plain).as(kind.key()).isEmpty();
    }
  }

  private Spec spec(OptimizerKind kind) {
    return shortForm.read(
        query("surface=ravine&start=-4.5,1&learningRate=0.01&optimizer=" + kind.key()));
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
