package downhill.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Three rates: the same curve, the same start, and only the rate to tell them apart. */
class ThreeRatesBrowserTests extends BrowserTest {

  private static final Locator.WaitForOptions ATTACHED =
      new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED);

  @Test
  void thePublishedExerciseTakesItsPublishedSteps() {
    assertThat(scores("0.03,0.1,0.2")).containsExactly("40", "11", "4");
    assertThat(scores("0.25,0.3,1")).containsExactly("1", "4", "never");
  }

  @Test
  void eachPanelAgreesWithTheApi() {
    SimPage sim = new SimPage(visit("/sims/three-rates"));
    sim.button("Roll").click();
    sim.reach(5);
    sim.button("Pause").click();
    sim.waitFor("!s.outing.player.moving");
    int k = sim.k();
    for (int panel = 0; panel < 3; panel++) {
      var api = sim.stepsOfApi(panel);
      int own = Math.min(k, api.size() - 1);
      var steps = sim.steps(panel);
      assertThat(steps).isEqualTo(api.subList(0, steps.size()));
      assertThat(sim.look("s.panels[" + panel + "].picture.drawn.ball.w"))
          .isEqualTo(sim.look("s.panels[" + panel + "].ride.journey.step(" + own + ").w[0]"));
      assertThat(sim.look("s.element.history.chart.drawn.series[" + panel + "].last.loss"))
          .isEqualTo(sim.look("s.panels[" + panel + "].ride.journey.step(" + own + ").loss"));
    }
  }

  @Test
  void theKeysReadTheMapOfStepsAndLoadARunThatTakesWhatItTold() {
    SimPage sim =
        new SimPage(visit("/sims/three-rates?curve=bumpy&start=2&learningRate=0.1,0.2,0.3"));
    sim.waitFor("s.element.heat.loaded");
    sim.page.locator("input[name=\"into\"]").nth(1).check();
    sim.part("heat-reader").focus();
    for (String key : new String[] {"ArrowRight", "ArrowRight", "ArrowDown", "ArrowDown"}) {
      sim.page.keyboard().press(key);
    }
    String told = sim.part("heat-reading").textContent();
    assertThat(told).matches("Learning rate [0-9.]+ from 0\\.00: [0-9]+ steps\\.");
    int steps = Integer.parseInt(told.replaceAll(".*: ([0-9]+) steps\\.", "$1"));
    sim.page.keyboard().press("Enter");
    assertThat(sim.part("notice").textContent()).contains("Loaded").contains(told);
    sim.part("pace").selectOption("16");
    sim.part("roll").focus();
    sim.page.keyboard().press("Enter");
    sim.end();
    assertThat(SimPage.number(sim.look("p.ride.spec.start[0]")).doubleValue()).isEqualTo(0);
    assertThat(sim.page.locator("[data-panel=\"1\"] [data-part=\"score\"]").textContent())
        .contains(String.valueOf(steps));
  }

  @Test
  void onePanelsRateChangesNoOther() {
    SimPage sim = new SimPage(visit("/sims/three-rates?learningRate=0.01,0.02,0.03"));
    sim.button("Roll").click();
    sim.reach(3);
    sim.dragRate(300, 330);
    sim.reach(8);
    assertThat(SimPage.number(sim.look("p.ride.spec.changes.length")).intValue()).isEqualTo(1);
    for (int panel = 0; panel < 3; panel++) {
      var steps = sim.steps(panel);
      assertThat(steps).isEqualTo(sim.stepsOfApi(panel).subList(0, steps.size()));
    }
  }

  @Test
  void theGuessWhichIsDownFirstIsGradedByTheEngine() {
    SimPage sim = new SimPage(visit("/sims/three-rates?start=5&learningRate=0.03,0.1,0.2"));
    sim.page.locator("[data-part=\"prediction\"] input[value=\"1\"]").check();
    sim.part("prediction-steps").fill("12");
    rollToTheEnd(sim);
    String graded = "Not this time. The rate of 0.2 was down first, at step 4.";
    assertThat(sim.part("graded").textContent()).startsWith(graded).contains("about 12", "4");
    sim.part("live").filter(new Locator.FilterOptions().setHasText(graded)).waitFor(ATTACHED);
  }

  @Test
  void theGuessNamesTheRatesAsTheyAreNow() {
    SimPage sim = new SimPage(visit("/sims/three-rates?start=5&learningRate=0.03,0.1,0.2"));
    sim.page.locator("[data-panel=\"0\"] [data-part=\"rate-number\"]").fill("0.6");
    sim.page.keyboard().press("Enter");
    sim.page.locator("[data-panel=\"2\"] [data-part=\"rate-number\"]").fill("0.1");
    sim.page.keyboard().press("Enter");
    var ways = sim.page.locator("[data-part=\"prediction\"] .pill");
    ways.nth(2).locator("text=0.1").waitFor();
    assertThat(ways.allInnerTexts()).startsWith("0.6", "0.1", "0.1");
    sim.page.locator("[data-part=\"prediction\"] input[value=\"none\"]").check();
    rollToTheEnd(sim);
    assertThat(sim.part("graded").textContent())
        .isEqualTo("Not this time. The rate of 0.1 was down first, at step 11.");
  }

  /** The task of the sim: the fewest steps there are, which is one, at 1/f″. */
  @Test
  void theKeyboardAloneFindsTheFewestSteps() {
    SimPage sim = new SimPage(visit("/sims/three-rates?start=5&learningRate=0.03,0.1,0.2"));
    sim.listen();
    sim.part("pace").focus();
    sim.page.keyboard().press("End");
    sim.part("roll").focus();
    sim.page.keyboard().press("Enter");
    sim.end();
    sim.hear("4, at a learning rate of 0.2");
    sim.page.locator("[data-panel=\"1\"] [data-part=\"rate-number\"]").focus();
    sim.page.keyboard().press("Control+A");
    sim.page.keyboard().type("0.25");
    sim.page.keyboard().press("Enter");
    sim.part("roll").focus();
    sim.page.keyboard().press("Enter");
    sim.waitFor("s.panels[1].ride.spec.optimizer.learningRate === 0.25");
    sim.end();
    assertThat(sim.part("challenge").textContent()).contains("learning rate of 0.25");
    assertThat(sim.transcript()).anySatisfy(said -> assertThat(said).startsWith("Step "));
  }

  private List<String> scores(String rates) {
    SimPage sim = new SimPage(visit("/sims/three-rates?start=5&learningRate=" + rates));
    rollToTheEnd(sim);
    return sim.page.locator("[data-part=\"score\"]").allTextContents().stream()
        .map(score -> score.contains("never") ? "never" : score.strip().split(" ")[0])
        .toList();
  }

  private static void rollToTheEnd(SimPage sim) {
    sim.part("pace").selectOption("16");
    sim.button("Roll").click();
    sim.end();
  }
}
