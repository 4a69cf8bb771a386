package downhill.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.playwright.Locator;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Three flavours: one line, and more or less of the data looked at before each step. */
class BatchesBrowserTests extends BrowserTest {

  private static final String LINES = "s.element.points.picture.drawn";

  @Test
  void eachRunAgreesWithTheApiAndSoDoTheLines() {
    SimPage sim = new SimPage(visit("/sims/batches"));
    sim.button("Roll").click();
    sim.reach(4);
    sim.button("Pause").click();
    sim.waitFor("!s.outing.player.moving");
    sim.frames(2);
    for (int run = 0; run < 3; run++) {
      var steps = sim.steps(run);
      assertThat(steps).isEqualTo(sim.stepsOfApi(run).subList(0, steps.size()));
      assertThat(sim.look(LINES + ".lines[" + run + "]")).isEqualTo(steps.get(sim.k()).get("w"));
    }
  }

  @Test
  void theRowsOfTheNextUpdateAreLitInThePictureAndInTheTable() {
    SimPage sim = new SimPage(visit("/sims/batches"));
    for (int k = 0; k < 9; k++) {
      Object rows = rowsOfApi(sim, 8, k);
      sim.page.waitForFunction(
          "rows => { const s = document.querySelector('[data-sim]').stage; return JSON.stringify("
              + LINES
              + ".lit[2]) === JSON.stringify(rows); }",
          rows);
      sim.frames(2);
      assertThat(litInTable(sim, 2)).isEqualTo(sorted(rows));
      assertThat(litInTable(sim, 0)).hasSize(60);
      if (k == 7) {
        assertThat((List<?>) rows).hasSize(4);
      }
      sim.step();
    }
    assertThat(sim.look("s.panels[2].flavour.examplesAt(8)")).isEqualTo(60);
  }

  @Test
  void theLastBatchOfAPassIsSaidToHaveWhatIsLeft() {
    SimPage sim = new SimPage(visit("/sims/batches"));
    for (int k = 0; k < 8; k++) {
      sim.step();
    }
    assertThat(sim.page.locator("[data-panel=\"2\"] [data-part=\"score\"]").textContent())
        .startsWith("Pass 1, update 8 of 8 with the 4 rows left, 60 rows seen. It missed the true");
    assertThat(sim.page.locator("[data-panel=\"0\"] [data-part=\"score\"]").textContent())
        .isEqualTo("Pass 8, update 1 of 1, 480 rows seen. Its slope is the true one.");
  }

  @Test
  void theEngineGradesTheGuessAfterOnePass() {
    SimPage sim = new SimPage(visit("/sims/batches"));
    sim.page.locator("[data-part=\"prediction\"] input[value=\"1\"]").check();
    sim.part("pace").selectOption("16");
    sim.button("Roll").click();
    sim.reach(61);
    sim.page.waitForFunction(
        "() => document.querySelector('[data-part=graded]').textContent.startsWith('You guessed')");
    double loss = SimPage.number(sim.look("s.panels[1].ride.journey.step(60).loss")).doubleValue();
    assertThat(sim.part("graded").textContent())
        .contains("Stochastic fits best after one pass: a loss of " + String.format("%.2f", loss));
  }

  @Test
  void theAxisCountsUpdatesPassesOrExamples() {
    SimPage sim = new SimPage(visit("/sims/batches"));
    sim.part("axis").selectOption("passes");
    sim.part("pace").selectOption("16");
    sim.button("Roll").click();
    sim.end();
    sim.part("loss-chart").focus();
    sim.page.keyboard().press("Home");
    sim.page.keyboard().press("ArrowRight");
    List<Double> after = List.of(loss(sim, 0, 1), loss(sim, 1, 60), loss(sim, 2, 8));
    String said = sim.part("loss-chart").getAttribute("aria-valuetext");
    assertThat(said).startsWith("After 1 pass: loss Batch: ");
    after.forEach(loss -> assertThat(said).contains(String.format("%.3f", loss)));
    assertThat(sim.look("s.element.history.chart.drawn.series.map(x => x.last.k).join()"))
        .isEqualTo("3,180,24");
    sim.part("axis").selectOption("examples");
    sim.frames(3);
    assertThat(sim.look("s.element.history.chart.drawn.series.map(x => x.last.k).join()"))
        .isEqualTo("3,180,24");
    sim.part("axis").selectOption("updates");
    sim.frames(3);
    assertThat(sim.look("s.element.history.chart.drawn.series[1].last.k")).isEqualTo(180);
  }

  @Test
  void withoutScalingTheSameRatesBlowUpAndThoseThatSuitDoNot() {
    SimPage sim = new SimPage(visit("/sims/batches"));
    sim.part("scale").uncheck();
    sim.waitFor("s.panels[0].ride.spec.objective.scale === false");
    sim.button("Roll").click();
    sim.end();
    assertThat(sim.look("s.panels.map(x => x.ride.journey.ending.verdict).join()"))
        .isEqualTo("diverged,diverged,diverged");
    assertThat(sim.page.locator(".race-verdicts").textContent()).contains("It flew off.");
    sim.button("Rates that suit").click();
    sim.part("pace").selectOption("16");
    sim.button("Roll").click();
    sim.end();
    assertThat((Boolean) sim.look("s.panels.every(x => x.ride.journey.last.loss < 1000)")).isTrue();
  }

  @Test
  void pastedPointsAreFittedAndCarriedByTheLink() {
    SimPage sim = new SimPage(visit("/sims/batches"));
    sim.part("own-points").fill("size\tprice\n1\t2\n2\t4,5\n3\t5\n4\t8,25");
    sim.button("Use these points").click();
    sim.waitFor("s.panels[0].ride.spec.objective.points?.length === 4");
    sim.frames(3);
    assertThat(sim.look("s.panels.map(x => x.ride.spec.batch).join()")).isEqualTo("all,1,4");
    Object specs = sim.look("JSON.stringify(s.panels.map(x => x.ride.spec))");
    assertThat(sim.part("permalink").getAttribute("href")).contains("points=1,2;2,4.5;3,5;4,8.25");
    sim.step();
    var steps = sim.steps(1);
    assertThat(steps.get(0)).isEqualTo(sim.stepsOfApi(1).get(0));
    sim.part("permalink").click();
    sim.page.waitForURL("**points=**");
    SimPage again = new SimPage(sim.page);
    assertThat(again.part("notice").isVisible()).isFalse();
    assertThat(again.look("JSON.stringify(s.panels.map(x => x.ride.spec))")).isEqualTo(specs);
    again.button("Back to the lemonade stand").click();
    again.waitFor("s.panels[0].ride.spec.objective.data === 'lemonade'");
  }

  @Test
  void whatIsNoTableIsRefusedWithItsLine() {
    SimPage sim = new SimPage(visit("/sims/batches"));
    sim.part("own-points").fill("1,2\nthree,4");
    sim.button("Use these points").click();
    assertThat(sim.part("notice").textContent()).startsWith("Line 2, “three,4”, is not a pair");
    sim.part("own-points").fill("1,2");
    sim.button("Use these points").click();
    assertThat(sim.part("notice").textContent()).startsWith("A line needs 2 points at least");
    assertThat(sim.look("s.panels[0].ride.spec.objective.data")).isEqualTo("lemonade");
  }

  @Test
  void aPointIsDraggedAddedAndScrolledPast() {
    SimPage sim = new SimPage(visit("/sims/batches?points=1,2;2,4;3,5;4,8&scale=true"));
    var box = sim.part("points-reader").boundingBox();
    double[] from = pixels(sim, 3);
    sim.page.mouse().move(box.x + from[0], box.y + from[1]);
    sim.page.mouse().down();
    sim.page.mouse().move(box.x + from[0], box.y + from[1] + 60);
    sim.page.mouse().up();
    sim.waitFor("s.panels[0].ride.spec.objective.points[3][1] < 7");
    assertThat(
            SimPage.number(sim.look("s.panels[0].ride.spec.objective.points[3][0]")).doubleValue())
        .isCloseTo(4, within(0.05));
    box = sim.part("points-reader").boundingBox();
    sim.page.mouse().click(box.x + 60, box.y + 40);
    sim.waitFor("s.panels[0].ride.spec.objective.points.length === 5");
    sim.page.mouse().move(box.x + 160, box.y + 120);
    sim.page.mouse().down();
    sim.page.mouse().move(box.x + 160, box.y + 80);
    sim.page.mouse().up();
    sim.frames(30);
    assertThat(sim.look("s.panels[0].ride.spec.objective.points.length")).isEqualTo(5);
  }

  @Test
  void batchSizesAndTheShuffleBeginAnew() {
    SimPage sim = new SimPage(visit("/sims/batches"));
    sim.step();
    Locator size = sim.page.locator("[data-panel=\"2\"] [data-part=\"batch\"]");
    size.fill("20");
    size.press("Enter");
    sim.rest(0);
    assertThat(sim.look("s.panels[2].name()")).isEqualTo("Mini-batch of 20");
    size.fill("61");
    size.press("Enter");
    assertThat(sim.part("notice").textContent()).contains("from 1 to 60 rows; this was “61”");
    sim.button("Another shuffle").click();
    assertThat(SimPage.number(sim.look("s.panels[0].ride.spec.seed")).intValue()).isNotEqualTo(1);
    sim.step();
    sim.button("Reset").click();
    sim.rest(0);
    assertThat(sim.part("permalink").getAttribute("href"))
        .contains("batch=all,1,20")
        .contains("seed=" + sim.look("s.panels[0].ride.spec.seed"));
  }

  /** The task, by the keys alone: take the scaling away, and find rates that come down. */
  @Test
  void theKeysAloneDoTheTask() {
    SimPage sim = new SimPage(visit("/sims/batches?batch=all,1,20"));
    sim.listen();
    var keys = sim.page.keyboard();
    sim.part("points-reader").focus();
    keys.press("Home");
    sim.frames(2);
    assertThat(sim.part("points-reader").getAttribute("aria-valuetext"))
        .isEqualTo("Row 1 of 60: temperature 16.4, cups sold 31.");
    keys.press("Shift+ArrowUp");
    keys.press("ArrowUp");
    sim.waitFor("s.panels[0].ride.spec.objective.points?.[0][1] > 38");
    sim.hear("60 points now");
    keys.press("Insert");
    sim.waitFor("s.panels[0].ride.spec.objective.points.length === 61");
    keys.press("Delete");
    sim.waitFor("s.panels[0].ride.spec.objective.points.length === 60");
    sim.part("scale").focus();
    keys.press("Space");
    sim.hear("left as it was measured");
    for (int k = 1; k <= 3; k++) {
      keys.press(".");
      sim.rest(k);
    }
    sim.end();
    sim.hear("flew off");
    sim.button("Rates that suit").focus();
    keys.press("Enter");
    sim.hear("suits these points");
    sim.part("pace").selectOption("16");
    sim.part("map-reader").focus();
    keys.press("Space");
    sim.end();
    sim.hear("After one pass over the data");
    assertThat(
            (Boolean) sim.look("s.panels.every(x => x.ride.journey.ending.verdict !== 'diverged')"))
        .isTrue();
    assertThat(sim.transcript()).isNotEmpty();
  }

  private static double loss(SimPage sim, int run, int k) {
    return SimPage.number(sim.look("s.panels[" + run + "].ride.journey.step(" + k + ").loss"))
        .doubleValue();
  }

  private static double[] pixels(SimPage sim, int row) {
    List<?> place =
        (List<?>)
            sim.look(
                "s.element.points.picture.pixelsOf(s.panels[0].ride.spec.objective.points["
                    + row
                    + "])");
    return place.stream().mapToDouble(value -> SimPage.number(value).doubleValue()).toArray();
  }

  private static Object rowsOfApi(SimPage sim, int batch, int t) {
    return sim.page.evaluate(
        "async ([batch, t]) => (await (await fetch(`/api/batches?data=lemonade&batch=${batch}"
            + "&from=${t}&n=1`)).json()).batches[0].rows",
        List.of(batch, t));
  }

  private static List<Integer> sorted(Object rows) {
    return ((List<?>) rows).stream().map(row -> SimPage.number(row).intValue()).sorted().toList();
  }

  private static List<Integer> litInTable(SimPage sim, int run) {
    return sorted(
        sim.page.evaluate(
            "run => [...document.querySelectorAll('[data-part=rows] tr')].flatMap((line, i) =>"
                + " line.cells[3 + run].hasAttribute('data-lit') ? [i] : [])",
            run));
  }
}
