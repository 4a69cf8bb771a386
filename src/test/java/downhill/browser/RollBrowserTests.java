package downhill.browser;

import static downhill.browser.SimPage.at;
import static downhill.browser.SimPage.number;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Roll, as a reader meets it: everything on the page agrees with the engine. */
class RollBrowserTests extends BrowserTest {

  private static final double SEEN = 0.0006;

  @Test
  void afterOneStepAllAgreeWithTheApi() {
    SimPage sim = roll("");
    sim.step();
    List<Map<String, Object>> steps = sim.stepsOfApi(0);
    agree(sim, steps, 1);
  }

  @Test
  void afterManyStepsAndAStepBackAllStillAgree() {
    SimPage sim = roll("");
    sim.button("Roll").click();
    sim.reach(6);
    sim.button("Pause").click();
    sim.waitFor("!s.outing.player.moving");
    sim.button("Step back").click();
    sim.frames(2);
    agree(sim, sim.stepsOfApi(0), sim.k());
  }

  @Test
  void rollsToTheEndAndSaysHowItEnded() {
    SimPage sim = roll("?curve=steep-valley&start=4&learningRate=0.2");
    sim.button("Roll").click();
    sim.end();
    assertThat(sim.steps(0)).isEqualTo(sim.stepsOfApi(0));
    assertThat(sim.part("verdict").textContent()).contains("Settled");
    assertThat(sim.button("Roll").count()).isEqualTo(1);
  }

  @Test
  void aRateDraggedWhileItRollsLeavesThePastAndChangesTheFuture() {
    SimPage sim = roll("?curve=gentle-valley&start=8&learningRate=0.5");
    sim.button("Roll").click();
    sim.reach(3);
    sim.dragRate(500, 640);
    int at = number(sim.look("p.ride.spec.changes.at(-1).at")).intValue();
    sim.reach(at + 4);
    sim.dragRate(640, 700);
    sim.button("Pause").click();
    sim.waitFor("!s.outing.player.moving");
    assertThat(number(sim.look("p.ride.spec.changes.length")).intValue()).isEqualTo(2);
    List<Map<String, Object>> steps = sim.steps(0);
    assertThat(steps).isEqualTo(sim.stepsOfApi(0).subList(0, steps.size()));
    assertThat(at(steps.get(at), "learningRate")).isEqualTo(0.5);
    assertThat(at(steps.get(at + 1), "learningRate")).isNotEqualTo(0.5);
  }

  @Test
  void resetKeepsStartSeedAndTheRateShown() {
    SimPage sim = roll("?curve=gentle-valley&start=8&learningRate=0.5&seed=7");
    sim.button("Roll").click();
    sim.reach(3);
    sim.dragRate(500, 640);
    Object rate = sim.look("p.ride.rate");
    sim.button("Reset").click();
    sim.rest(0);
    assertThat(sim.look("p.ride.spec.optimizer.learningRate")).isEqualTo(rate);
    assertThat(number(sim.look("p.ride.spec.seed")).intValue()).isEqualTo(7);
    assertThat(number(sim.look("p.ride.spec.changes.length")).intValue()).isZero();
    sim.step();
    agree(sim, sim.stepsOfApi(0), 1);
  }

  @Test
  void aNewStartIsAnotherAndInsideThePicture() {
    SimPage sim = roll("");
    double before = number(sim.look("p.ride.spec.start[0]")).doubleValue();
    sim.button("New start").click();
    sim.rest(0);
    double after = number(sim.look("p.ride.spec.start[0]")).doubleValue();
    assertThat(after).isNotEqualTo(before);
    assertThat((Boolean) sim.look("p.terrain.base.contains(p.ride.spec.start[0])")).isTrue();
    sim.step();
    agree(sim, sim.stepsOfApi(0), 1);
  }

  @Test
  void divergenceIsShownExplainedAndHelped() {
    SimPage sim = roll("?curve=steep-valley&start=4&learningRate=0.9");
    sim.part("pace").selectOption("16");
    sim.button("Roll").click();
    sim.end();
    assertThat(sim.steps(0)).isEqualTo(sim.stepsOfApi(0));
    assertThat(sim.part("verdict").textContent()).contains("flew off").contains("2/f″ = 0.5");
    sim.part("offer").waitFor();
    double offered = Double.parseDouble(sim.part("offer").getAttribute("data-rate"));
    assertThat(offered).isLessThan(0.25);
    sim.part("offer").click();
    sim.end();
    assertThat(sim.look("p.ride.journey.ending.verdict")).isEqualTo("converged");
  }

  @Test
  void aGuessIsGradedByTheTrueRun() {
    SimPage sim = roll("?curve=steep-valley&start=4&learningRate=0.45");
    sim.part("pace").selectOption("16");
    sim.page.locator("[data-part=\"prediction\"] input[value=\"rolls\"]").check();
    sim.part("prediction-steps").fill("3");
    sim.button("Roll").click();
    sim.end();
    int k = sim.k();
    assertThat(sim.part("verdict").textContent())
        .contains("zig-zags")
        .contains("it took more: " + k);
  }

  @Test
  void aRateOutOfRangeIsNamedAndNotUsed() {
    SimPage sim = roll("?learningRate=0.06");
    sim.setRate("-1");
    assertThat(sim.part("notice").textContent()).contains("-1").contains("at most 1000");
    assertThat(sim.part("rate-number").inputValue()).isEqualTo("0.06");
    sim.setRate("");
    assertThat(sim.part("notice").textContent()).contains("left empty").contains("0.06");
    sim.setRate("700");
    assertThat(number(sim.look("p.ride.rate")).doubleValue()).isEqualTo(700);
  }

  @Test
  void theCsvLinkGivesTheRunThatTheTableShows() {
    SimPage sim = roll("?curve=steep-valley&start=4&learningRate=0.2");
    sim.part("pace").selectOption("16");
    sim.button("Roll").click();
    sim.end();
    sim.setRate("0.3");
    sim.frames(2);
    List<String> lines = sim.csv();
    assertThat(lines.get(0)).startsWith("k,w,");
    List<String> rows = sim.page.locator("[data-part=\"table\"] tr th").allTextContents();
    assertThat(lines.stream().skip(1).map(line -> line.split(",")[0]).toList()).isEqualTo(rows);
    String w =
        sim.page.locator("[data-part=\"table\"] tr").nth(2).locator("td").first().textContent();
    assertThat(Double.parseDouble(lines.get(3).split(",")[1])).isCloseTo(read(w), within(SEEN));
  }

  @Test
  void theCsvLinkOfAFormulaIsAnsweredToo() {
    SimPage sim = roll("?formula=w%5E2%20%2B%201&domain=-3,3&start=2&learningRate=0.2");
    sim.step();
    assertThat(sim.csv().get(0)).startsWith("k,");
  }

  @Test
  void takenOffThePageAndPutBackItGoesOnAsBefore() {
    SimPage sim = roll("?curve=gentle-valley&start=8&learningRate=0.5");
    sim.step();
    sim.page.evaluate(
        "() => { const sim = document.querySelector('downhill-roll'); const home ="
            + " sim.parentNode; sim.remove(); home.append(sim); }");
    sim.step();
    sim.step();
    agree(sim, sim.stepsOfApi(0), 3);
  }

  @Test
  void sharingSaysWhatTheLinkDoesNotCarry() {
    SimPage sim = roll("?curve=gentle-valley&start=8&learningRate=0.5");
    sim.part("share").click();
    assertThat(sim.page.locator("[data-part=share-present]").isVisible()).isFalse();
    sim.part("share-close").click();
    sim.step();
    sim.setRate("0.7");
    sim.frames(2);
    sim.part("share").click();
    sim.page.locator("[data-part=share-present]:has-text('changes on the way')").waitFor();
  }

  @Test
  void aRunThatFailsComesWithATaskThatTheKeyboardAloneCanDo() {
    SimPage sim = roll("");
    sim.page.locator(".presets a").first().focus();
    sim.page.keyboard().press("Enter");
    sim.page.waitForURL("**curve=gentle-valley**");
    sim = new SimPage(sim.page);
    sim.listen();
    assertThat(sim.part("task").textContent()).contains("within 40 steps");
    sim.part("pace").selectOption("16");
    sim.part("roll").focus();
    sim.page.keyboard().press("Enter");
    sim.end();
    sim.hear("still open");
    assertThat(sim.part("task-graded").textContent()).contains("still open");
    sim.part("rate-number").focus();
    sim.page.keyboard().press("Control+A");
    sim.page.keyboard().type("2.2");
    sim.page.keyboard().press("Enter");
    sim.part("roll").focus();
    sim.page.keyboard().press("Enter");
    sim.waitFor("s.outing.finished && s.panels[0].ride.journey.last.k < 100");
    sim.end();
    sim.hear("Task done");
    assertThat(sim.part("task-graded").textContent()).contains("Task done");
    assertThat(sim.transcript()).hasSizeGreaterThan(2);
  }

  @Test
  void thePermalinkLeadsToTheSameState() {
    SimPage sim = roll("?curve=double-well&start=1.7&learningRate=0.02&seed=5");
    sim.setRate("0.031");
    sim.page.waitForFunction(
        "() => document.querySelector('[data-part=permalink]').href.includes('learningRate=0.031')");
    String link =
        (String) sim.page.evaluate("document.querySelector('[data-part=permalink]').href");
    Object spec = sim.look("p.ride.spec");
    sim.page.navigate(link);
    assertThat(new SimPage(sim.page).look("p.ride.spec")).isEqualTo(spec);
  }

  @Test
  void theTimelineScrubsToAnyStepAlreadyTakenAndRollsOnFromThere() {
    SimPage sim = roll("?curve=gentle-valley&start=8&learningRate=0.5");
    sim.part("pace").selectOption("4");
    sim.button("Roll").click();
    sim.reach(10);
    sim.button("Pause").click();
    sim.waitFor("!s.outing.player.moving");
    int reached = number(sim.look("s.outing.reached")).intValue();
    assertThat(sim.part("timeline").getAttribute("max")).isEqualTo(String.valueOf(reached));
    sim.part("timeline").fill("4");
    sim.rest(4);
    agree(sim, sim.stepsOfApi(0), 4);
    sim.button("Roll").click();
    sim.reach(reached + 2);
    List<Map<String, Object>> steps = sim.steps(0);
    assertThat(steps).isEqualTo(sim.stepsOfApi(0).subList(0, steps.size()));
  }

  @Test
  void theTableStaysBoundedHoweverLongTheRun() {
    SimPage sim = roll("?curve=gentle-valley&start=8&learningRate=0.001&steps=2000");
    sim.part("view-table").click();
    sim.part("pace").selectOption("16");
    sim.button("Roll").click();
    sim.reach(260);
    sim.button("Pause").click();
    sim.waitFor("!s.outing.player.moving");
    sim.frames(8);
    assertThat(sim.page.locator("[data-part=\"table\"] tr").count()).isEqualTo(200);
    assertThat(sim.part("table-note").textContent()).contains("200").contains("CSV");
  }

  @Test
  void withReducedMotionItJumpsAndStillShowsEachStep() {
    Page page =
        visit(
            "/sims/roll?curve=gentle-valley&start=8&learningRate=0.5",
            desk().setReducedMotion(com.microsoft.playwright.options.ReducedMotion.REDUCE));
    SimPage sim = new SimPage(page);
    sim.look(
        "(window.places = [], (function note() { window.places.push(p.picture.drawn.ball.w);"
            + " requestAnimationFrame(note); })(), null)");
    sim.button("Roll").click();
    sim.reach(12);
    List<Object> places = new ArrayList<>((List<?>) page.evaluate("[...new Set(window.places)]"));
    List<Double> steps = sim.stepsOfApi(0).stream().map(step -> at(step, "w")).toList();
    assertThat(places).hasSizeGreaterThanOrEqualTo(6);
    assertThat(places.stream().map(place -> number(place).doubleValue()).toList())
        .allSatisfy(place -> assertThat(steps).contains(place));
  }

  /** Each step writes what it shows; a start that is half written is none yet. */
  @Test
  void aStartIsWrittenWhileItRolls() {
    SimPage sim = roll("?curve=valley&start=3&learningRate=0.001");
    Locator start = sim.page.locator("input[name=start]").first();
    sim.button("Roll").click();
    sim.reach(2);
    start.fill("-1");
    sim.reach(5);
    assertThat(start.inputValue()).isEqualTo("-1");
    assertThat(sim.look("p.ride.spec.start[0]")).isEqualTo(3);
    start.press("Enter");
    sim.waitFor("s.panels[0].ride.spec.start[0] === -1");
    sim.frames(2);
    assertThat(start.inputValue()).isEqualTo("-1");
  }

  private SimPage roll(String query) {
    return new SimPage(visit("/sims/roll" + query));
  }

  /** The ball, the arrow, the loss point, the table, the arithmetic and the sentences. */
  private static void agree(SimPage sim, List<Map<String, Object>> steps, int k) {
    Map<String, Object> step = steps.get(k);
    Map<String, Object> next = steps.get(k + 1);
    assertThat(number(sim.look("p.picture.drawn.ball.w")).doubleValue()).isEqualTo(at(step, "w"));
    assertThat(number(sim.look("p.picture.drawn.ball.loss")).doubleValue())
        .isEqualTo(at(step, "loss"));
    assertThat(number(sim.look("p.picture.drawn.tangent.slope")).doubleValue())
        .isEqualTo(at(step, "gradient"));
    double toX = number(sim.look("p.picture.drawn.arrow.toX")).doubleValue();
    double landing = number(sim.look("p.picture.xOf(" + at(next, "w") + ")")).doubleValue();
    assertThat(toX).isCloseTo(landing, within(1.0));
    Object last = sim.look("s.element.history.chart.drawn.series[0].last");
    assertThat(last).isInstanceOf(Map.class);
    assertThat(number(((Map<?, ?>) last).get("k")).intValue()).isEqualTo(k);
    assertThat(number(((Map<?, ?>) last).get("loss")).doubleValue()).isEqualTo(at(step, "loss"));
    List<String> cells =
        sim.page.locator("[data-part=\"table\"] tr").last().locator("th, td").allTextContents();
    assertThat(cells.get(0)).isEqualTo(String.valueOf(k));
    assertThat(read(cells.get(1))).isCloseTo(at(step, "w"), within(SEEN));
    assertThat(read(cells.get(2))).isCloseTo(at(step, "loss"), within(SEEN));
    assertThat(read(cells.get(3))).isCloseTo(at(step, "gradient"), within(SEEN));
    assertThat(read(sim.page.locator("[data-symbol=\"next\"]").first().textContent()))
        .isCloseTo(at(next, "w"), within(SEEN));
    String said = "Step " + k + ": w is " + words(at(step, "w"));
    assertThat(sim.part("said").textContent()).contains(said);
    sim.page.waitForFunction(
        "said => document.querySelector('[data-part=live]').textContent.includes(said)", said);
  }

  private static double read(String shown) {
    return Double.parseDouble(shown.replace('−', '-').replace(",", "").strip());
  }

  private static String words(double w) {
    int decimals = Math.abs(w) >= 0.1 ? 2 : 3;
    return String.format(java.util.Locale.ROOT, "%." + decimals + "f", w).replace('-', '−');
  }
}
