package downhill.browser;

import static downhill.browser.SimPage.at;
import static downhill.browser.SimPage.number;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Fog: what is hidden stays hidden, what is felt is the engine's, and the end tells the truth. */
class FogBrowserTests extends BrowserTest {

  private static final String SIM = "/sims/fog";

  /** How many pixels of the ground's canvas differ outside the light from the fog's own. */
  private static final String SEEN_OUTSIDE =
      "() => { const canvas = document.querySelector('[data-part=picture] .canvas-layers canvas');"
          + " const { x, y } = document.querySelector('[data-sim]').stage.panels[0].picture.drawn"
          + ".ball; const ratio = canvas.width / canvas.clientWidth; const { data, width, height }"
          + " = canvas.getContext('2d').getImageData(0, 0, canvas.width, Math.floor(canvas.height"
          + " * 0.9)); const foggy = at => [0, 1, 2, 3].every(i => Math.abs(data[at + i] - data[i])"
          + " < 6); let seen = 0; for (let i = 0; i < width * height; i++) { const far ="
          + " Math.hypot(i % width / ratio - x, Math.floor(i / width) / ratio - y) > 80; if (far &&"
          + " !foggy(4 * i)) { seen++; } } return seen; }";

  @ParameterizedTest
  @CsvSource({"bumpy, LIGHT", "valley, DARK", "cliff, LIGHT"})
  void nothingOfTheGroundIsDrawnOutsideTheLight(String curve, String scheme) {
    Page page = visit(SIM + "?curve=" + curve, desk().setColorScheme(ColorScheme.valueOf(scheme)));
    SimPage sim = new SimPage(page);
    sim.frames(2);
    assertThat(page.evaluate(SEEN_OUTSIDE)).isEqualTo(0);
    aim(sim, -0.4);
    sim.step();
    assertThat(page.evaluate(SEEN_OUTSIDE)).isEqualTo(0);
    page.setViewportSize(700, 900);
    sim.frames(4);
    assertThat(page.evaluate(SEEN_OUTSIDE)).isEqualTo(0);
    sim.button("Lift the fog").click();
    sim.end();
    page.waitForTimeout(500);
    assertThat(number(page.evaluate(SEEN_OUTSIDE)).intValue()).isGreaterThan(1000);
    sim.button("Reset").click();
    sim.frames(3);
    assertThat(page.evaluate(SEEN_OUTSIDE)).isEqualTo(0);
  }

  @Test
  void eachStepGoesWhereItIsAimedAndFeelsWhatTheEngineSays() {
    SimPage sim = new SimPage(visit(SIM + "?curve=bumpy&start=0.6"));
    double[] aims = {-0.5, -1, 0.25};
    double w = 0.6;
    for (double aim : aims) {
      aim(sim, aim);
      sim.step();
      w += aim;
      Map<String, Object> step = sim.steps(0).get(sim.k());
      assertThat(at(step, "w")).isCloseTo(w, within(1e-12));
      assertThat(at(step, "loss")).isCloseTo(0.1 * w * w + Math.sin(2 * w) + 1, within(1e-12));
      assertThat(at(step, "gradient")).isCloseTo(0.2 * w + 2 * Math.cos(2 * w), within(1e-12));
    }
    sim.button("table").click();
    sim.frames(2);
    assertThat(sim.part("table").locator("tr").count()).isEqualTo(4);
    Page page = sim.page;
    String csv =
        page.waitForDownload(() -> sim.part("csv").click()).createReadStream() == null
            ? ""
            : String.valueOf(page.evaluate(csvOf()));
    assertThat(csv.lines()).hasSize(5);
    assertThat(csv).startsWith("k,w,loss,gradient,learningRate\r\n0,0.6,");
  }

  private static String csvOf() {
    return "() => document.querySelector('[data-sim]').stage.panels[0].ride.asCsv()";
  }

  /** Whoever lets the slope decide from the start does exactly what gradient descent does. */
  @Test
  void lettingTheSlopeDecideIsGradientDescentBitForBit() {
    SimPage sim = new SimPage(visit(SIM + "?curve=bumpy&start=0.6&learningRate=0.1"));
    assertThat(sim.part("by-slope").isVisible()).isFalse();
    for (int i = 0; i < 3; i++) {
      sim.step();
    }
    sim.button("Reset").click();
    sim.rest(0);
    sim.part("by-slope").check();
    sim.frames(2);
    assertThat(sim.part("aim-words").textContent())
        .isEqualTo("0.1 × slope 0.84: 0.084 to the left");
    sim.part("pace").selectOption("16");
    sim.button("Roll").click();
    sim.end();
    List<Map<String, Object>> own = sim.steps(0);
    List<Map<String, Object>> engine = sim.stepsOfApi(0);
    assertThat(own).hasSize(41);
    for (int k = 1; k < engine.size(); k++) {
      assertThat(at(own.get(k), "w")).isEqualTo(at(engine.get(k), "w"));
      assertThat(at(own.get(k), "loss")).isEqualTo(at(engine.get(k), "loss"));
      assertThat(at(own.get(k), "learningRate")).isEqualTo(0.1);
    }
    assertThat(sim.part("verdict").textContent())
        .contains("Your steps are used up", "You needed as many");
  }

  /** The whole game with nothing but keys, on a small screen, without motion. */
  @Test
  void aWalkByKeysFindsTheBottomAndIsHeardInOrder() {
    Page page =
        visit(
            SIM + "?curve=bumpy&start=0.6",
            phone().setReducedMotion(ReducedMotion.REDUCE).setColorScheme(ColorScheme.DARK));
    SimPage sim = new SimPage(page);
    sim.listen();
    sim.part("curve-slider").focus();
    for (int k = 1; k <= 12; k++) {
      double slope = at(sim.steps(0).get(k - 1), "gradient");
      if (Math.abs(slope) < 0.2) {
        break;
      }
      String way = slope > 0 ? "ArrowLeft" : "ArrowRight";
      page.keyboard().press(way);
      double target = Math.min(0.9, 0.3 * Math.abs(slope) + 0.06);
      for (int press = 0; press < 60 && !aimedAt(sim, -Math.signum(slope) * target); press++) {
        page.keyboard().press(aim(sim) > -Math.signum(slope) * target ? "ArrowLeft" : "ArrowRight");
      }
      page.keyboard().press(k % 2 == 0 ? "Space" : ".");
      sim.rest(k);
      page.waitForTimeout(1550);
    }
    sim.button("This is the bottom").focus();
    page.keyboard().press("Enter");
    sim.end();
    page.waitForTimeout(1600);
    List<String> heard = sim.transcript();
    assertThat(heard.get(0)).startsWith("Step 1: w is ").contains("You are lower than before");
    assertThat(heard.get(heard.size() - 1))
        .contains("Yes, this is the lowest place", "Gradient descent, with a learning rate of 0.1");
    assertThat(at(sim.steps(0).get(sim.k()), "w")).isCloseTo(-0.748, within(0.12));
    assertAccessible(page);
    assertThat(number(page.evaluate("document.documentElement.scrollWidth")).intValue())
        .isLessThanOrEqualTo(320);
  }

  private static boolean aimedAt(SimPage sim, double target) {
    return Math.abs(aim(sim) - target) < 0.07;
  }

  private static double aim(SimPage sim) {
    return number(sim.look("p.ride.aim")).doubleValue();
  }

  @Test
  void theGuessWhoNeedsFewerStepsIsGradedByWhatBothNeeded() {
    SimPage sim = new SimPage(visit(SIM + "?curve=bumpy&start=0.6"));
    sim.page.getByLabel("gradient descent", new Page.GetByLabelOptions().setExact(true)).check();
    sim.part("prediction-steps").fill("3");
    aim(sim, -1.35);
    sim.step();
    sim.button("This is the bottom").click();
    sim.end();
    sim.frames(2);
    assertThat(sim.part("verdict").textContent())
        .contains(
            "Not this time. Fewer steps were needed by you: 1.",
            "You said about 3 steps; it took 1. That is close.");
    sim.button("Reset").click();
    sim.rest(0);
    sim.page.getByLabel("neither gets there").check();
    aim(sim, 1.6);
    sim.step();
    sim.button("Lift the fog").click();
    sim.end();
    sim.frames(2);
    assertThat(sim.part("verdict").textContent())
        .contains("Not this time. Fewer steps were needed by gradient descent: 9.");
  }

  @Test
  void stepsThatAreTakenBackCount() {
    SimPage sim = new SimPage(visit(SIM + "?curve=bumpy&start=0.6&steps=6"));
    aim(sim, -0.5);
    sim.step();
    sim.step();
    sim.button("Step back").click();
    sim.rest(1);
    aim(sim, -0.8);
    sim.step();
    assertThat(sim.look("p.ride.lost")).isEqualTo(1);
    assertThat(at(sim.steps(0).get(2), "w")).isCloseTo(-0.7, within(1e-9));
    sim.button("This is the bottom").click();
    sim.end();
    assertThat(sim.part("verdict").textContent())
        .contains(
            "Yes, this is the lowest place.",
            "within 0.12 of it at step 2",
            "Steps that you took back count too; yours: 1.");
  }

  @Test
  void givingUpAtOnceIsHeardAndStepsSayThatItIsOver() {
    SimPage sim = new SimPage(visit(SIM));
    sim.listen();
    sim.button("Lift the fog").click();
    sim.end();
    sim.hear("The fog lifts.");
    assertThat(sim.part("verdict").textContent()).contains("You did not come within 0.12");
    sim.button("Step").click();
    sim.hear("There are no more steps.");
    assertThat(sim.look("p.ride.journey.last.k")).isEqualTo(0);
  }

  @Test
  void anotherHiddenStartIsTheSameForTheSameSeedAndIsInTheLink() {
    SimPage one = new SimPage(visit(SIM + "?seed=5"));
    SimPage two = new SimPage(visit(SIM + "?seed=5"));
    one.button("New start").click();
    two.button("New start").click();
    one.frames(3);
    two.frames(3);
    Object start = one.look("p.ride.spec.start[0]");
    assertThat(two.look("p.ride.spec.start[0]")).isEqualTo(start);
    String link = one.part("permalink").getAttribute("href");
    assertThat(link).contains("start=" + start, "seed=6");
    SimPage third = new SimPage(visit(link.substring(link.indexOf("/sims"))));
    assertThat(third.look("p.ride.spec.start[0]")).isEqualTo(start);
    third.button("New start").click();
    third.frames(3);
    one.button("New start").click();
    one.frames(3);
    assertThat(one.look("p.ride.spec.start[0]")).isEqualTo(third.look("p.ride.spec.start[0]"));
    assertThat(one.look("p.ride.spec.start[0]")).isNotEqualTo(start);
  }

  @Test
  void withoutAScriptThereIsFogAndWhatOneWouldDo() {
    Page page = visit(SIM, desk().setJavaScriptEnabled(false));
    assertThat(page.locator(".said").textContent()).contains("Without a script nothing moves here");
    assertThat(page.locator(".still").first().textContent()).doesNotContain("valley", "next step");
    String curve = page.locator(".still .curve").first().getAttribute("d");
    double from = Double.parseDouble(curve.substring(1, curve.indexOf(' ')));
    String last = curve.substring(curve.lastIndexOf('L') + 1);
    double to = Double.parseDouble(last.substring(0, last.indexOf(' ')));
    assertThat(to - from).isBetween(110.0, 131.0);
    assertThat(page.locator("[data-part=table] tr").count()).isOne();
    page.setViewportSize(320, 640);
    assertThat(page.locator("[data-part=csv]").isVisible()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"LIGHT", "DARK"})
  void keepsNobodyOut(String scheme) {
    Page page = visit(SIM, desk().setColorScheme(ColorScheme.valueOf(scheme)));
    SimPage sim = new SimPage(page);
    assertAccessible(page);
    for (int i = 0; i < 3; i++) {
      sim.step();
    }
    sim.part("by-slope").check();
    sim.frames(2);
    assertAccessible(page);
    sim.button("Lift the fog").click();
    sim.end();
    assertAccessible(page);
  }

  /** Sets the next step by its number. */
  private static void aim(SimPage sim, double step) {
    sim.part("aim-number").fill("" + step);
    sim.part("aim-number").press("Enter");
    sim.frames(1);
  }
}
