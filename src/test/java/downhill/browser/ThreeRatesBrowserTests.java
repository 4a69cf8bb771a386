package downhill.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Three rates: the same curve, the same start, and only the rate to tell them apart. */
class ThreeRatesBrowserTests extends BrowserTest {

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

  private List<String> scores(String rates) {
    SimPage sim = new SimPage(visit("/sims/three-rates?start=5&learningRate=" + rates));
    sim.part("pace").selectOption("16");
    sim.button("Roll").click();
    sim.end();
    return sim.page.locator("[data-part=\"score\"]").allTextContents().stream()
        .map(score -> score.contains("never") ? "never" : score.strip().split(" ")[0])
        .toList();
  }
}
