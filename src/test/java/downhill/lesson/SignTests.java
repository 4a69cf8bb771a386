package downhill.lesson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import downhill.descent.Step;
import downhill.descent.Verdict;
import downhill.lesson.Sign.Signed;
import downhill.run.Runs;
import downhill.run.ShortForm;
import downhill.run.Spec;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/** The update rule with either sign: its lines come out at the engine's own numbers. */
@SpringBootTest
class SignTests {

  private static final double EXACT = 1e-9;

  @Autowired Sign sign;
  @Autowired ShortForm shortForm;
  @Autowired Runs runs;
  @Autowired Sims sims;

  @ParameterizedTest
  @CsvSource({
    "sgd, false",
    "sgd, true",
    "momentum, false",
    "momentum, true",
    "adam, false",
    "adam, true",
  })
  void theLinesComeOutAtTheNextPlace(String rule, boolean uphill) {
    Spec spec = spec("bumpy", rule, "0.05");
    Signed run = uphill ? sign.plus(spec) : sign.minus(spec, "");
    List<Step> shown = run.shown().steps();
    assertThat(shown.size()).isGreaterThan(20);
    double m = 0;
    double v = 0;
    for (int k = 0; k + 1 < shown.size(); k++) {
      Step now = shown.get(k);
      double g = now.gradient()[0];
      double t = k + 1;
      double felt =
          switch (rule) {
            case "momentum" -> m = 0.9 * m + g;
            case "adam" -> {
              m = 0.9 * m + 0.1 * g;
              v = 0.999 * v + 0.001 * g * g;
              double corrected = v / (1 - Math.pow(0.999, t));
              yield m / (1 - Math.pow(0.9, t)) / (Math.sqrt(corrected) + 1e-8);
            }
            default -> g;
          };
      double landing = now.w()[0] + (uphill ? 1 : -1) * 0.05 * felt;
      assertThat(shown.get(k + 1).w()[0]).isCloseTo(landing, within(EXACT));
      remembers(run.played().steps().get(k + 1), rule, uphill ? -m : m, v);
    }
  }

  private static void remembers(Step played, String rule, double m, double v) {
    if (rule.equals("momentum")) {
      assertThat(played.state().values(0)[0]).isCloseTo(m, within(EXACT));
    } else if (rule.equals("adam")) {
      assertThat(played.state().names()).containsExactly("m", "v");
      assertThat(played.state().values(0)[0]).isCloseTo(m, within(EXACT));
      assertThat(played.state().values(1)[0]).isCloseTo(v, within(EXACT));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"valley", "bumpy", "double-well", "cliff", "plateau"})
  void aClimbIsShownOnTheGroundAsItIs(String curve) {
    Spec spec = spec(curve, "sgd", "0.01");
    Signed climb = sign.plus(spec);
    double[] slope = new double[1];
    for (Step step : climb.shown().steps()) {
      double loss = spec.ground().objective().gradient(step.w(), slope);
      assertThat(step.loss()).isCloseTo(loss, within(EXACT * Math.max(1, Math.abs(loss))));
      assertThat(step.gradient()[0])
          .isCloseTo(slope[0], within(EXACT * Math.max(1, Math.abs(slope[0]))));
    }
    List<Step> steps = climb.shown().steps();
    assertThat(steps.get(steps.size() - 1).loss()).isGreaterThan(steps.get(0).loss());
  }

  @Test
  void aClimbIsARunThatTheApiHasToo() {
    Signed climb = sign.plus(spec("bumpy", "momentum", "0.05"));
    assertThat(climb.query()).startsWith("formula=-%280.1*w%5E2");
    Spec asked = shortForm.read(decoded(climb.query()));
    List<Step> again = runs.complete(asked).steps();
    for (int k = 0; k < again.size(); k++) {
      assertThat(again.get(k).w()).isEqualTo(climb.shown().steps().get(k).w());
      assertThat(again.get(k).loss()).isEqualTo(-climb.shown().steps().get(k).loss());
    }
  }

  @Test
  void aMinusFindsTheFloorAndAPlusATopOrFliesOff() {
    Spec hills = spec("bumpy", "sgd", "0.1");
    Signed top = sign.plus(hills);
    assertThat(top.shown().ending().message()).contains("the ground is flat", "The loss went from");
    Step last = top.shown().steps().get(top.shown().ending().k());
    assertThat(last.gradient()[0]).isCloseTo(0, within(0.001));
    Signed away = sign.plus(spec("valley", "sgd", "0.1"));
    assertThat(away.shown().ending().message()).startsWith("It flew off.");
    assertThat(sign.minus(hills, "").shown().ending().verdict())
        .isIn(Verdict.CONVERGED, Verdict.STUCK);
  }

  @Test
  void aGroundThatCannotBeTurnedOverKeepsTheMinusAndSaysSo() {
    String formula = "w^2" + "+0*w".repeat(127);
    SimView view =
        sims.view(
            Sim.named("arithmetic").orElseThrow(), Map.of("formula", formula, "sign", "plus"));
    assertThat(view.lines().uphill()).isFalse();
    assertThat(view.notices()).singleElement().asString().startsWith("The sign stays a minus");
  }

  @Test
  void onlyTheSimWithTheSwitchKnowsTheSign() {
    SimView roll = sims.view(Sim.named("roll").orElseThrow(), Map.of("sign", "plus"));
    assertThat(roll.lines().uphill()).isFalse();
    SimView plus = sims.view(Sim.named("arithmetic").orElseThrow(), Map.of("sign", "plus"));
    assertThat(plus.query()).endsWith("&sign=plus");
    assertThat(plus.lines().text("next")).isEqualTo("3.000");
  }

  /** At step 0 nothing is remembered, and the correction makes both averages whole at once. */
  @Test
  void adamsFirstLineIsWrittenOut() {
    SimView view =
        sims.view(
            Sim.named("arithmetic").orElseThrow(), Map.of("optimizer", "adam", "start", "2.5"));
    assertThat(view.lines().text("m")).isEqualTo("0.500");
    assertThat(view.lines().text("m-hat")).isEqualTo("5.000");
    assertThat(view.lines().text("v")).isEqualTo("0.025");
    assertThat(view.lines().text("v-hat")).isEqualTo("25.000");
    assertThat(view.lines().text("next")).isEqualTo("2.400");
  }

  private Spec spec(String curve, String rule, String rate) {
    return shortForm.read(Map.of("curve", curve, "optimizer", rule, "learningRate", rate));
  }

  private static Map<String, String> decoded(String query) {
    return Arrays.stream(query.split("&"))
        .map(member -> member.split("=", 2))
        .collect(
            Collectors.toMap(
                member -> member[0],
                member -> URLDecoder.decode(member[1], StandardCharsets.UTF_8)));
  }
}
