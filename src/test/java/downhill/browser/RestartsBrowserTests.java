package downhill.browser;

import static downhill.browser.SimPage.number;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ReducedMotion;
import downhill.fault.WholeRun;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Restarts: starts drawn by chance, the valleys they reach, and what was to be expected. */
class RestartsBrowserTests extends BrowserTest {

  private static final String MAPPED =
      "s.element.watersheds.maps.length > 0 && s.panels[0].ride.draw !== null";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "?optimizer=adam&learningRate=0.3&steps=400&seed=5&restarts=50",
        "?curve=double-well&learningRate=0.05&restarts=7"
      })
  void thePageComesToWhatTheServerWrote(String query) {
    Page still = visit("/sims/restarts" + query, desk().setJavaScriptEnabled(false));
    SimPage sim = sim(query);
    sim.part("pace").selectOption("16");
    sim.button("Roll").click();
    sim.end();
    assertThat(outcomes(sim.page)).isEqualTo(outcomes(still));
    assertThat(sim.page.locator(".drop:visible").count())
        .isEqualTo(still.locator(".basin-drops .drop").count());
    assertThat(sim.part("verdict").textContent()).contains(still.locator(".said").innerText());
    sim.button("table").click();
    sim.frames(3);
    assertThat(sim.page.locator("[data-part=table] tr").allInnerTexts())
        .isEqualTo(still.locator("[data-part=table] tr").allInnerTexts());
  }

  private static List<String> outcomes(Page page) {
    return page.locator("[data-part=outcomes] .share").allTextContents();
  }

  @Test
  void eachRestartIsTheRunThatTheApiTells() throws Exception {
    SimPage sim = sim("?seed=11");
    List<String> rows = sim.csv();
    assertThat(rows).hasSize(21);
    for (int i = 1; i <= 5; i++) {
      String[] cells = rows.get(i).split(",", -1);
      JsonNode end = WholeRun.last(port, ValleysBrowserTests.RUN_FROM.formatted(cells[1]));
      assertThat(Double.parseDouble(cells[6])).isEqualTo(end.at("/w/0").doubleValue());
      String restart = "p.ride.journey.step(" + i + ").restart";
      assertThat(number(sim.look(restart + ".start")).doubleValue())
          .isEqualTo(Double.parseDouble(cells[1]));
      assertThat(number(sim.look(restart + ".end")).doubleValue())
          .isEqualTo(Double.parseDouble(cells[6]));
    }
  }

  @Test
  void aStepIsOneMoreStartAndAStepBackTakesItAway() {
    SimPage sim = sim("");
    sim.step();
    sim.step();
    assertThat(sim.page.locator("[data-part=basin-drops] .drop").count()).isEqualTo(2);
    assertThat(sim.part("said").textContent()).contains("Restart 2: from", "comes to rest in");
    assertThat(number(sim.look("p.picture.drawn.ball.w")).doubleValue())
        .isCloseTo(
            number(sim.look("p.ride.journey.step(2).restart.end")).doubleValue(), within(1e-9));
    sim.button("Step back").click();
    sim.rest(1);
    assertThat(sim.page.locator("[data-part=basin-drops] .drop").count()).isEqualTo(1);
    sim.button("Reset").click();
    sim.rest(0);
    assertThat(sim.page.locator("[data-part=basin-drops] .drop").count()).isZero();
    assertThat(sim.look("p.ride.spec.seed")).isEqualTo(1);
  }

  @Test
  void anotherRatePlaysTheSameStartsAgain() {
    SimPage sim = sim("");
    sim.listen();
    Object before = sim.look("p.ride.draw.restarts.map(x => x.start)");
    sim.setRate("0.3");
    sim.hear("The same starts again, at a learning rate of 0.3");
    sim.waitFor(MAPPED);
    assertThat(sim.look("p.ride.draw.restarts.map(x => x.start)")).isEqualTo(before);
    assertThat(sim.part("permalink").getAttribute("href"))
        .contains("learningRate=0.3", "restarts=20", "seed=1");
  }

  @Test
  void theLinkOfAnotherDrawBringsItBack() {
    SimPage sim = sim("?restarts=8");
    sim.button("New start").click();
    sim.page.waitForFunction(
        "() => !document.querySelector('[data-part=permalink]').href.includes('seed=1&')");
    sim.waitFor(MAPPED);
    Object starts = sim.look("p.ride.draw.restarts.map(x => x.start)");
    assertThat(sim.part("seed").inputValue())
        .isEqualTo(String.valueOf(sim.look("p.ride.spec.seed")));
    sim.page.navigate(sim.part("permalink").getAttribute("href"));
    SimPage again = new SimPage(sim.page);
    again.waitFor(MAPPED);
    assertThat(again.look("p.ride.draw.restarts.map(x => x.start)")).isEqualTo(starts);
  }

  @Test
  void theKeysAlonePlayADrawAndAnother() {
    SimPage sim = sim("?restarts=5");
    sim.listen();
    tabTo(sim, "[data-part=prediction-steps]");
    sim.page.keyboard().type("25");
    tabTo(sim, "[data-part=step]");
    sim.page.keyboard().press("Enter");
    sim.rest(1);
    sim.hear("Restart 1: from");
    tabTo(sim, "[data-part=roll]");
    sim.page.keyboard().press("Space");
    sim.end();
    assertThat(sim.part("verdict").textContent()).contains("of 5", "You said 25 of 100", "close");
    assertThat(sim.part("challenge").textContent()).contains("Draws so far: 1, of 5 restarts");
    sim.hear("You said 25");
    tabTo(sim, "[data-part=new-start]");
    sim.page.keyboard().press("Enter");
    sim.hear("Another draw, by seed");
    sim.waitFor(MAPPED);
    tabTo(sim, "[data-part=roll]", "Shift+Tab");
    sim.page.keyboard().press("Space");
    sim.end();
    assertThat(sim.part("challenge").textContent()).contains("Draws so far: 2, of 5 restarts");
    sim.hear("Draws so far: 2");
    assertThat(sim.transcript())
        .anyMatch(said -> said.matches("Restart 1: from [−0-9.]+ the ball comes to rest in .*"));
  }

  @Test
  void withReducedMotionTheBallsAreThereAtOnce() {
    SimPage sim =
        new SimPage(
            visit("/sims/restarts?restarts=3", desk().setReducedMotion(ReducedMotion.REDUCE)));
    sim.waitFor(MAPPED);
    sim.step();
    assertThat(sim.look("s.outing.player.glides")).isEqualTo(false);
    assertThat(sim.page.locator("[data-part=basin-drops] .drop").count()).isEqualTo(1);
  }

  @Test
  void whatALinkAsksInVainIsNamed() {
    Page page = visit("/sims/restarts?restarts=500&noise=2");
    assertThat(page.locator("[data-part=notice]").textContent())
        .contains("restarts = “500”", "1 to 50", "without noise");
    assertThat(page.locator("[name=restarts]").inputValue()).isEqualTo("20");
  }

  private SimPage sim(String query) {
    SimPage sim = new SimPage(visit("/sims/restarts" + query));
    sim.waitFor(MAPPED);
    return sim;
  }

  private static void tabTo(SimPage sim, String selector) {
    tabTo(sim, selector, "Tab");
  }

  private static void tabTo(SimPage sim, String selector, String key) {
    for (int i = 0; i < 80; i++) {
      if ((Boolean) sim.page.evaluate("css => document.activeElement.matches(css)", selector)) {
        return;
      }
      sim.page.keyboard().press(key);
    }
    throw new AssertionError("no key leads to " + selector);
  }
}
