package downhill.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Schedules: the same noise for all, and rates that change in ways of their own. */
class SchedulesBrowserTests extends BrowserTest {

  @Test
  void eachRunAndItsRatesAgreeWithTheApi() {
    SimPage sim = new SimPage(visit("/sims/schedules"));
    sim.page.locator("[data-part=\"prediction\"] input[value=\"0\"]").check();
    sim.part("pace").selectOption("16");
    sim.button("Roll").click();
    sim.end();
    for (int panel = 0; panel < 3; panel++) {
      assertThat(sim.steps(panel)).isEqualTo(sim.stepsOfApi(panel));
      assertThat(sim.look("s.element.strip.chart.drawn.series[" + panel + "].last.loss"))
          .isEqualTo(sim.look("s.panels[" + panel + "].ride.journey.last.learningRate"));
    }
    assertThat(sim.part("graded").textContent())
        .startsWith("Not this time")
        .contains("kept lowest");
  }

  @Test
  void theKeyboardAloneFindsAScheduleThatSettles() {
    SimPage sim = new SimPage(visit("/sims/schedules"));
    sim.listen();
    sim.page.locator("[name=\"guess\"]").first().focus();
    sim.page.keyboard().press("ArrowRight");
    sim.page.keyboard().press("ArrowRight");
    sim.part("pace").focus();
    sim.page.keyboard().press("End");
    sim.part("picture").locator("[role=\"slider\"]").focus();
    sim.page.keyboard().press("Space");
    sim.end();
    sim.hear("kept lowest");
    assertThat(sim.transcript())
        .anySatisfy(said -> assertThat(said).contains("You guessed it").contains("cosine"));
  }

  @Test
  void runsTooShortForALastQuarterAreNotGradedOnNothing() {
    SimPage sim = new SimPage(visit("/sims/schedules?steps=5"));
    sim.page.locator("[name=\"guess\"]").first().check();
    sim.button("Roll").click();
    sim.end();
    assertThat(sim.part("graded").textContent()).contains("before step 8").contains("more steps");
  }

  @Test
  void anotherScheduleBringsSettingsThatSuitAndKeepsTheOthers() {
    SimPage sim = new SimPage(visit("/sims/schedules"));
    sim.page.locator("[data-panel=\"1\"] [name=\"schedule\"]").selectOption("step");
    sim.page.waitForURL("**schedule=constant,step,cosine**");
    assertThat(sim.page.url()).contains("schedule.over=,,200").contains("noise=2");
    assertThat(sim.part("notice").isVisible()).isFalse();
    assertThat(sim.part("permalink").getAttribute("href"))
        .contains("schedule.every=,50,")
        .contains("schedule.factor=,0.5,");
  }
}
