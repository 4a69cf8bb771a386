package downhill.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Inside the optimizer: its arrows and its numbers are the engine's. */
class InsideBrowserTests extends BrowserTest {

  private static final String DRAWN = "s.element.view.map.drawn.runs[0]";
  private static final String RAVINE = "/sims/inside?surface=ravine&start=-4.5,1&optimizer=";

  /** The numbers in a row of the table, unrounded, as the page works them out. */
  private static final String NUMBERS =
      "(() => { const j = p.ride.journey; return [0, 1].map(i => s.element.book.numbers(j.step(K),"
          + " j.step(K + 1), i).SYMBOL); })()";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sgd",
        "momentum",
        "nesterov",
        "adagrad",
        "adadelta",
        "rmsprop",
        "adam",
        "amsgrad",
        "adamw",
        "adamax",
        "nadam",
        "radam",
        "rprop",
        "lion"
      })
  void theStepShownIsTheEnginesAtEveryStep(String rule) {
    SimPage sim = new SimPage(visit(RAVINE + rule + "&learningRate=0.05"));
    sim.part("pace").selectOption("16");
    sim.button("Roll").click();
    sim.reach(12);
    var api = sim.stepsOfApi(0);
    for (int k = 0; k < 12; k++) {
      List<Double> shown = numbers(sim, k, "step");
      List<Double> landing = numbers(sim, k, "landing");
      for (int i = 0; i < 2; i++) {
        double now = place(api.get(k).get("w"), i);
        double after = place(api.get(k + 1).get("w"), i);
        assertThat(shown.get(i)).as("%s, step %s", rule, k).isCloseTo(after - now, within(1e-12));
        assertThat(landing.get(i)).isCloseTo(after, within(1e-12));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"momentum, velocity", "adam, m", "rprop, previousGradient"})
  void theArrowsAreTheSlopeTheMemoryAndTheStep(String rule, String memory) {
    SimPage sim = new SimPage(visit(RAVINE + rule + "&learningRate=0.05"));
    assertThat(sim.look(DRAWN + ".arrows.map(a => a.symbol).join()")).isEqualTo("gradient,step");
    sim.step();
    sim.waitFor("s.panels[0].ride.journey.last.k > 1");
    sim.frames(2);
    assertThat(sim.look(DRAWN + ".arrows.map(a => a.symbol).join()"))
        .isEqualTo("gradient," + memory + "-before,step");
    var api = sim.stepsOfApi(0);
    double scale = scale(sim);
    for (int i = 0; i < 2; i++) {
      double w = place(api.get(1).get("w"), i);
      assertThat(tip(sim, 0, i))
          .isCloseTo(w - scale * place(api.get(1).get("gradient"), i), within(1e-12));
      Object state = ((java.util.Map<?, ?>) api.get(1).get("state")).get(memory);
      assertThat(tip(sim, 1, i)).isCloseTo(w - scale * place(state, i), within(1e-12));
      assertThat(tip(sim, 2, i)).isEqualTo(place(api.get(2).get("w"), i));
    }
  }

  /** The first word about the arrows' length is how long a slope of 1 is drawn. */
  private static double scale(SimPage sim) {
    String said = sim.part("scale").textContent();
    assertThat(said).startsWith("A slope or a memory of 1 is drawn ");
    return Double.parseDouble(said.replaceFirst(".* is drawn ([\\d.]+) long.*", "$1"));
  }

  private static double tip(SimPage sim, int arrow, int i) {
    Object at = sim.look(DRAWN + ".arrows[" + arrow + "].to[" + i + "]");
    return SimPage.number(at).doubleValue();
  }

  private static double place(Object values, int i) {
    return SimPage.number(((List<?>) values).get(i)).doubleValue();
  }

  private static List<Double> numbers(SimPage sim, int k, String symbol) {
    Object found = sim.look(NUMBERS.replace("K", "" + k).replace("SYMBOL", symbol));
    return ((List<?>) found).stream().map(value -> SimPage.number(value).doubleValue()).toList();
  }

  @Test
  void theTableHasARowForEachQuantityAndTheLinesFillThemIn() {
    SimPage sim = new SimPage(visit("/sims/inside"));
    sim.step();
    sim.waitFor("s.panels[0].ride.journey.last.k > 1");
    sim.frames(3);
    assertThat(sim.part("update").textContent()).isEqualTo("step 1 → 2");
    assertThat(row(sim, "gradient")).containsExactly("−4.106", "−18.750");
    assertThat(row(sim, "velocity-before")).containsExactly("−4.500", "25.000");
    assertThat(row(sim, "velocity")).containsExactly("−7.481", "0.000");
    assertThat(row(sim, "step")).containsExactly("0.655", "0.000");
    assertThat(row(sim, "landing")).containsExactly("−3.452", "−0.938");
    String x = sim.page.locator("[data-parameter='0'] [data-line=velocity]").textContent();
    assertThat(x.replaceAll("\\s", "")).isEqualTo("v=0.75×(−4.500)+(−4.106)=−7.481");
    String y = sim.page.locator("[data-parameter='1'] [data-line=landing]").textContent();
    assertThat(y.replaceAll("\\s", "")).isEqualTo("w=(−0.938)+0.000=−0.938");
  }

  private static List<String> row(SimPage sim, String symbol) {
    return sim.page
        .locator("[data-part=quantities] tr[data-symbol='" + symbol + "'] b")
        .allTextContents();
  }

  @Test
  void eachParametersOwnRateIsABarAndOnlyWhatHoldsIsShown() {
    SimPage sim = new SimPage(visit(RAVINE + "radam&learningRate=0.1&beta2=0.9"));
    assertThat(bars(sim)).containsExactly("100.0%", "100.0%");
    assertThat(cases(sim)).containsExactly("1", "1");
    sim.part("pace").selectOption("4");
    sim.button("Roll").click();
    sim.reach(15);
    sim.button("Pause").click();
    sim.waitFor("!s.outing.player.moving && s.panels[0].ride.journey.last.k > s.outing.player.k");
    sim.frames(3);
    assertThat(cases(sim)).containsExactly("0", "0");
    assertThat(bars(sim)).contains("100.0%").doesNotHaveDuplicates();
  }

  private static List<String> bars(SimPage sim) {
    sim.frames(3);
    List<String> widths = new ArrayList<>();
    sim.page.locator(".bar rect").all().forEach(bar -> widths.add(bar.getAttribute("width")));
    return widths;
  }

  private static List<String> cases(SimPage sim) {
    List<String> shown = new ArrayList<>();
    sim.page
        .locator("[data-parameter='0'] [data-holds]")
        .all()
        .forEach(each -> shown.add(each.getAttribute("data-case")));
    return shown.stream().map(each -> each.equals("2") ? "1" : each).toList();
  }

  @ParameterizedTest
  @CsvSource({
    "velocity, velocity-before",
    "gradient, gradient",
    "step, step",
    "landing, step",
    "velocity-before, velocity-before"
  })
  void aRowAndItsArrowLightUpTogether(String row, String arrow) {
    SimPage sim = new SimPage(visit("/sims/inside"));
    sim.step();
    sim.waitFor("s.panels[0].ride.journey.last.k > 1");
    sim.frames(3);
    Object before = painted(sim);
    sim.page.locator("[data-part=quantities] tr[data-symbol='" + row + "'] th").focus();
    sim.frames(3);
    assertThat(sim.look("p.arrows.filter(a => a.lit).map(a => a.symbol).join()")).isEqualTo(arrow);
    assertThat(painted(sim)).isNotEqualTo(before);
    assertThat(sim.page.locator(".filled-in [data-symbol='" + row + "'][data-lit]").count())
        .isPositive();
  }

  private static Object painted(SimPage sim) {
    return sim.page.evaluate(
        "[...document.querySelectorAll('[data-part=picture] canvas')].at(-1).toDataURL()");
  }

  @ParameterizedTest
  @CsvSource({"momentum&momentum=0.8, x, x", "sgd, alike, alike", "adam, y, x"})
  void theGuessIsGradedByTheEngine(String rule, String guess, String did) {
    SimPage sim = new SimPage(visit(RAVINE + rule + "&learningRate=0.08"));
    sim.page.locator("[data-part=prediction] input[value=" + guess + "]").check();
    sim.part("pace").selectOption("4");
    sim.button("Roll").click();
    sim.part("graded").filter(new Locator.FilterOptions().setHasText("In 10 steps")).waitFor();
    String said = sim.part("graded").textContent();
    assertThat(said).startsWith(guess.equals(did) ? "You guessed it." : "Not this time.");
    var api = sim.stepsOfApi(0);
    double[] ratios = new double[2];
    for (int i = 0; i < 2; i++) {
      double gone = 0;
      double plain = 0;
      for (int k = 0; k < 10; k++) {
        gone += Math.abs(place(api.get(k + 1).get("w"), i) - place(api.get(k).get("w"), i));
        plain += 0.08 * Math.abs(place(api.get(k).get("gradient"), i));
      }
      ratios[i] = gone / plain;
    }
    List<Double> told = new ArrayList<>();
    java.util.regex.Pattern.compile("[\\d.]+(?= times)")
        .matcher(said)
        .results()
        .forEach(found -> told.add(Double.parseDouble(found.group())));
    assertThat(told.get(0)).isCloseTo(ratios[0], within(0.006));
    assertThat(told.get(1)).isCloseTo(ratios[1], within(0.006));
  }

  @Test
  void anotherRuleIsTunedAndHasItsOwnSettings() {
    SimPage sim = new SimPage(visit("/sims/inside"));
    sim.page.locator("select[name=optimizer]").selectOption("rmsprop");
    sim.page.waitForURL("**optimizer=rmsprop**");
    SimPage other = new SimPage(sim.page);
    assertThat(other.part("notice").textContent())
        .startsWith("The learning rate was chosen by trying 43");
    assertThat(other.look("Object.keys(p.ride.spec.optimizer).sort().join()"))
        .isEqualTo("alpha,epsilon,learningRate,name");
    Locator kept = other.page.locator("input[name=alpha]");
    kept.fill("0.5");
    kept.press("Enter");
    other.page.waitForURL("**alpha=0.5**");
    SimPage set = new SimPage(other.page);
    assertThat(SimPage.number(set.look("p.ride.spec.optimizer.alpha")).doubleValue())
        .isEqualTo(0.5);
  }

  /** A reader with nothing but keys guesses, steps, changes the start, rolls, and hears it all. */
  @Test
  void aWalkByKeysIsHeardInOrder() {
    SimPage sim = new SimPage(visit("/sims/inside"));
    sim.listen();
    sim.page.locator("[data-part=prediction] input").first().focus();
    sim.page.keyboard().press("Space");
    sim.page.keyboard().press(".");
    sim.rest(1);
    sim.hear("Step 1: ");
    sim.page.keyboard().press(".");
    sim.rest(2);
    sim.hear("Step 2: ");
    sim.page.keyboard().press(",");
    sim.rest(1);
    sim.part("map-reader").focus();
    sim.page.keyboard().press("Home");
    for (int i = 0; i < 2; i++) {
      sim.page.keyboard().press("Shift+ArrowRight");
    }
    sim.page.keyboard().press("Enter");
    sim.hear("The ball starts at x −2.50, y 1.25");
    sim.part("pace").selectOption("16");
    sim.page.locator("[data-part=quantities] th").first().focus();
    sim.page.keyboard().press("Space");
    sim.end();
    sim.hear("Settled.");
    List<String> heard = sim.transcript();
    assertThat(heard.get(0))
        .isEqualTo(
            "Step 1: it went straight down on the map, 2.22 long, loss down 33%. Downhill is straight"
                + " up on the map, with a slope of 19.19. The velocity pushes straight down on the map,"
                + " 25.40 strong, against the slope.");
    assertThat(heard.get(heard.size() - 1))
        .contains("Settled.", "You guessed it.", "In 10 steps x");
  }

  @Test
  void whatIsRememberedIsDrawnStepByStep() {
    SimPage sim = new SimPage(visit("/sims/inside"));
    sim.part("pace").selectOption("16");
    sim.button("Roll").click();
    sim.end();
    assertThat(sim.look("s.element.memory.chart.drawn.series.map(x => x.last.loss).join()"))
        .isEqualTo(sim.look("p.ride.journey.last.state.velocity.join()"));
    assertThat(sim.look("s.element.memory.chart.drawn.series[0].points"))
        .isEqualTo(sim.look("p.ride.journey.last.k + 1"));
  }

  @Test
  void theLinkBringsBackTheWholeRunAndTheCsvIsIts() {
    SimPage sim = new SimPage(visit(RAVINE + "adam&learningRate=0.2&beta1=0.5"));
    Object spec = sim.look("JSON.stringify(p.ride.spec)");
    assertThat(sim.csv().get(0)).startsWith("k,");
    sim.part("permalink").click();
    sim.page.waitForURL("**beta1=0.5**");
    assertThat(new SimPage(sim.page).look("JSON.stringify(p.ride.spec)")).isEqualTo(spec);
  }

  /** The arrows that the server drew are those that the script draws. */
  @Test
  void withoutAScriptTheArrowsTheNumbersAndTheLinesAreThere() {
    Page still = visit("/sims/inside", desk().setJavaScriptEnabled(false));
    assertThat(still.locator(".arrows line").count()).isEqualTo(2);
    assertThat(still.locator("[data-part=quantities] tr").count()).isEqualTo(6);
    assertThat(still.locator(".filled-in .line").first().textContent().replaceAll("\\s", ""))
        .isEqualTo("v=0.75×0.000+(−4.500)=−4.500");
    assertThat(still.locator("[data-part=quantities]").isVisible()).isTrue();
    SimPage sim = new SimPage(visit("/sims/inside"));
    for (int arrow = 0; arrow < 2; arrow++) {
      Locator line = still.locator(".arrows line").nth(arrow);
      double x = Double.parseDouble(line.getAttribute("x2").replace("%", ""));
      double y = Double.parseDouble(line.getAttribute("y2").replace("%", ""));
      assertThat(tip(sim, arrow, 0)).isCloseTo(-5 + x / 10, within(0.001));
      assertThat(tip(sim, arrow, 1)).isCloseTo(2 - y / 25, within(0.001));
    }
    sim.part("said").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
  }

  @Test
  void noiseIsLeftOutAndThatIsSaid() {
    SimPage sim = new SimPage(visit(RAVINE + "momentum&learningRate=0.05&noise=2"));
    assertThat(sim.part("notice").textContent()).startsWith("This sim plays without noise");
    assertThat(sim.look("p.ride.spec.noise ?? 0")).isEqualTo(0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"nadam", "rprop", "adadelta"})
  void keepsNobodyOutByAnyRule(String rule) {
    Page page = visit(RAVINE + rule + "&learningRate=0.05", phone());
    SimPage sim = new SimPage(page);
    sim.part("pace").selectOption("16");
    sim.button("Roll").click();
    sim.end();
    assertAccessible(page);
    assertThat(
            page.evaluate(
                "document.documentElement.scrollWidth - document.documentElement.clientWidth"))
        .isEqualTo(0);
  }
}
