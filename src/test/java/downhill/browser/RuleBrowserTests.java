package downhill.browser;

import static downhill.browser.SimPage.at;
import static downhill.browser.SimPage.number;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.playwright.Page;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Roll by another rule than plain descent: the page says so, and says nothing of it that is not.
 */
class RuleBrowserTests extends BrowserTest {

  private static final String START = "/sims/roll?curve=bumpy&start=3&learningRate=0.05&";

  /** What rounding to three decimals may add up to in a line of arithmetic. */
  private static final double ROUNDED = 0.002;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "optimizer=momentum",
        "optimizer=adam",
        "optimizer=momentum&noise=0.4",
        "noise=0.4",
        "schedule=step&schedule.every=2&schedule.factor=0.5",
      })
  void theArrowAndTheNumbersAreTheEnginesFromTheStartOn(String rule) {
    SimPage sim = new SimPage(visit(START + rule));
    landsWhereTheEngineSays(sim, 0);
    sim.step();
    landsWhereTheEngineSays(sim, 1);
    sim.setRate("0.03");
    landsWhereTheEngineSays(sim, 1);
    sim.button("Roll").click();
    sim.reach(4);
    sim.button("Pause").click();
    sim.waitFor("!s.outing.player.moving");
    landsWhereTheEngineSays(sim, sim.k());
    sim.button("New start").click();
    landsWhereTheEngineSays(sim, 0);
  }

  private static void landsWhereTheEngineSays(SimPage sim, int k) {
    sim.rest(k);
    sim.waitFor("s.panels[0].ride.journey.last.k > " + k);
    sim.frames(3);
    var api = sim.stepsOfApi(0);
    double landing = at(api.get(k + 1), "w");
    assertThat(number(sim.look("p.picture.drawn.arrow.toX")).doubleValue())
        .isCloseTo(number(sim.look("p.picture.xOf(" + landing + ")")).doubleValue(), within(1.0));
    assertThat(sim.page.locator("[data-symbol=next]").first().textContent().replace('−', '-'))
        .satisfies(next -> assertThat(Double.parseDouble(next)).isCloseTo(landing, within(0.0006)));
    adds(sim, sim.page.locator("[data-part=arithmetic] > p").allTextContents());
  }

  /** What stands left of the last equals sign comes to what stands right of it. */
  private static void adds(SimPage sim, List<String> lines) {
    lines.stream()
        .filter(line -> line.contains("×"))
        .map(line -> line.replaceAll("\\s", "").replace('−', '-').replace("×", "*"))
        .map(line -> line.substring(line.indexOf('=') + 1).split("="))
        .forEach(
            sides ->
                assertThat(sum(sim, sides[0]))
                    .as(Arrays.toString(sides))
                    .isCloseTo(Double.parseDouble(sides[1]), within(ROUNDED)));
  }

  private static double sum(SimPage sim, String sum) {
    assertThat(sum).matches("[-+*().0-9]+");
    return number(sim.page.evaluate(sum)).doubleValue();
  }

  @Test
  void namesTheRuleAndLeadsBackToPlainDescent() {
    Page page = visit(START + "optimizer=momentum&schedule=cosine&schedule.over=50&noise=0.2");
    SimPage sim = new SimPage(page);
    assertThat(page.locator(".moved-by").textContent())
        .contains("Momentum (momentum 0.9)")
        .contains("cosine (over 50, floor 0)")
        .contains("standard deviation of 0.2");
    assertThat(page.locator(".bands[data-none]").count()).isEqualTo(1);
    assertThat(sim.part("rate-words").textContent()).contains("plain descent’s");
    sim.setRate("0.07");
    page.waitForFunction("() => document.querySelector('[data-part=plain]').href.includes('0.07')");
    sim.part("plain").click();
    page.waitForURL("**optimizer=sgd**");
    SimPage plain = new SimPage(page);
    assertThat(plain.look("p.ride.spec.optimizer.name")).isEqualTo("sgd");
    assertThat(plain.look("p.ride.spec.schedule.name")).isEqualTo("constant");
    assertThat(number(plain.look("p.ride.spec.noise")).doubleValue()).isZero();
    assertThat(number(plain.look("p.ride.rate")).doubleValue()).isEqualTo(0.07);
    assertThat(page.locator(".moved-by").count()).isZero();
  }

  @Test
  void withoutAScriptTheRuleIsKeptByTheForm() {
    Page page = visit(START + "optimizer=adam&noise=0.2", desk().setJavaScriptEnabled(false));
    page.locator("select[name=curve]").selectOption("double-well");
    page.getByText("Show", new Page.GetByTextOptions().setExact(true)).click();
    assertThat(page.url()).contains("optimizer=adam").contains("noise=0.2");
    assertThat(page.locator(".moved-by").textContent()).contains("Adam").contains("0.2");
  }

  @Test
  void threeRatesShowWhereEachBallLandsByMomentum() {
    SimPage sim =
        new SimPage(visit("/sims/three-rates?optimizer=momentum&learningRate=0.01,0.02,0.04"));
    for (int panel = 0; panel < 3; panel++) {
      double landing = at(sim.stepsOfApi(panel).get(1), "w");
      String picture = "s.panels[" + panel + "].picture";
      sim.waitFor(picture + ".drawn.arrow !== null");
      assertThat(
              (Boolean)
                  sim.look(
                      "Math.abs("
                          + picture
                          + ".drawn.arrow.toX - "
                          + picture
                          + ".xOf("
                          + landing
                          + ")) < 1"))
          .isTrue();
    }
  }
}
