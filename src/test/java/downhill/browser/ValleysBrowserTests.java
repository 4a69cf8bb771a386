package downhill.browser;

import static downhill.browser.SimPage.number;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import downhill.fault.WholeRun;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Valleys: where a ball ends from each start, and the way to the lowest. */
class ValleysBrowserTests extends BrowserTest {

  private static final String MAPPED = "s.element.watersheds.maps.length > 0";

  /** Plain descent on the bumpy ground, from anywhere. */
  static final String RUN_FROM =
      """
      {"objective": {"curve": "bumpy"}, "start": [%s],
       "optimizer": {"name": "sgd", "learningRate": 0.1}}""";

  @ParameterizedTest
  @ValueSource(
      strings = {"", "?optimizer=momentum&steps=400", "?curve=double-well&learningRate=0.05"})
  void theServersMapIsTheEnginesAndThePagesToo(String query) {
    Page still = visit("/sims/valleys" + query, desk().setJavaScriptEnabled(false));
    List<List<Object>> rendered = strip(still);
    SimPage sim = new SimPage(visit("/sims/valleys" + query));
    sim.waitFor(MAPPED);
    List<List<Object>> live = strip(sim.page);
    assertThat(live).hasSameSizeAs(rendered);
    for (int i = 0; i < live.size(); i++) {
      assertThat(live.get(i).subList(0, 2)).isEqualTo(rendered.get(i).subList(0, 2));
      assertThat(number(live.get(i).get(2)).doubleValue())
          .isCloseTo(number(rendered.get(i).get(2)).doubleValue(), within(0.01));
    }
    assertThat(still.locator("[data-part=basin-words]").allTextContents())
        .isEqualTo(sim.page.locator("[data-part=basin-words]").allTextContents());
    assertThat(still.locator(".share").allTextContents())
        .isEqualTo(sim.page.locator(".share").allTextContents());
  }

  /** Every stretch of the strip: the valley, whether balls rest there, where it begins. */
  @SuppressWarnings("unchecked")
  private static List<List<Object>> strip(Page page) {
    return (List<List<Object>>)
        page.evaluate(
            "[...document.querySelectorAll('.basin')].map(each => [each.dataset.valley,"
                + " 'rests' in each.dataset, parseFloat(each.getAttribute('x'))])");
  }

  @Test
  void eachValleyOfTheMapIsWhereTheApiSaysARunEnds() throws Exception {
    SimPage sim = new SimPage(visit("/sims/valleys"));
    sim.waitFor(MAPPED);
    for (double start : new double[] {-5, -2, 0.5, 1.2, 3, 4.5}) {
      Object foretold = sim.look("s.element.watersheds.maps[0].at(" + start + ").valley");
      JsonNode end = WholeRun.last(port, RUN_FROM.formatted(start));
      Object bottom = sim.look("p.terrain.base.minima[" + foretold + "].w");
      assertThat(end.at("/w/0").doubleValue())
          .isCloseTo(number(bottom).doubleValue(), within(0.001));
    }
  }

  @Test
  void anotherRateIsMappedAnewAndSaid() {
    SimPage sim = new SimPage(visit("/sims/valleys"));
    sim.waitFor(MAPPED);
    sim.setRate("0.5");
    sim.page.waitForFunction(
        "() => document.querySelector('[data-part=basin-words]').textContent.includes('still moving')");
    assertThat(sim.page.locator(".basin:not([data-rests])").count()).isGreaterThan(2);
    sim.page.waitForFunction(
        "() => document.querySelector('[data-part=live]').textContent.includes('learning rate of 0.5')");
  }

  @Test
  void aClickAnywhereDropsTheBallThere() {
    SimPage sim = new SimPage(visit("/sims/valleys"));
    var box = sim.part("picture").boundingBox();
    sim.page.mouse().click(box.x + box.width * 0.42, box.y + box.height * 0.3);
    sim.frames(2);
    double start = number(sim.look("p.ride.spec.start[0]")).doubleValue();
    assertThat(start).isCloseTo(-6 + 12 * 0.42, within(0.05));
    assertThat(sim.part("curve-slider").getAttribute("aria-valuenow")).isNotEqualTo("3.8");
  }

  @Test
  void theKeysAloneFindTheLowestValley() {
    SimPage sim = new SimPage(visit("/sims/valleys"));
    sim.waitFor(MAPPED);
    sim.listen();
    tabTo(sim, "[data-part=curve-slider]");
    assertThat(sim.part("curve-slider").getAttribute("aria-valuetext"))
        .endsWith("a ball from here ends in valley C");
    sim.page.keyboard().press("Space");
    sim.end();
    assertThat(sim.part("challenge").textContent()).contains("1 in C", "still open");
    sim.hear("still open");
    for (int i = 0; i < 6; i++) {
      sim.page.keyboard().press("PageDown");
    }
    sim.frames(3);
    assertThat(sim.part("curve-slider").getAttribute("aria-valuetext"))
        .endsWith("a ball from here ends in valley B");
    sim.hear("The ball starts at −1.36");
    tabTo(sim, "[data-part=prediction] input[value=lowest]");
    sim.page.keyboard().press("Space");
    tabTo(sim, "[data-part=roll]");
    sim.page.keyboard().press("Space");
    sim.end();
    assertThat(sim.part("challenge").textContent()).contains("2 balls", "1 in B", "You have found");
    assertThat(sim.part("verdict").textContent()).contains("Settled", "You guessed");
    assertThat(sim.page.locator(".drop").count()).isEqualTo(2);
    sim.hear("You have found");
    assertThat(String.join(" ", sim.transcript()))
        .containsSubsequence("still open", "The ball starts at −1.36", "2 balls", "You have found");
  }

  private static void tabTo(SimPage sim, String selector) {
    for (int i = 0; i < 80; i++) {
      if ((Boolean) sim.page.evaluate("css => document.activeElement.matches(css)", selector)) {
        return;
      }
      sim.page.keyboard().press("Tab");
    }
    throw new AssertionError("no key leads to " + selector);
  }

  @Test
  void anotherRuleIsAChoiceAwayAndTakesItsSettings() {
    Page page = visit("/sims/valleys?optimizer=adam&beta1=0.8&learningRate=0.1");
    SimPage sim = new SimPage(page);
    page.locator("select[name=optimizer]").selectOption("momentum");
    page.waitForURL("**optimizer=momentum**");
    SimPage next = new SimPage(page);
    assertThat(next.look("p.ride.spec.optimizer.name")).isEqualTo("momentum");
    assertThat(next.part("notice").isHidden()).isTrue();
    page.locator("input[name=momentum]").fill("0.5");
    page.keyboard().press("Enter");
    page.waitForURL("**momentum=0.5**");
    SimPage last = new SimPage(page);
    assertThat(number(last.look("p.ride.spec.optimizer.momentum")).doubleValue()).isEqualTo(0.5);
    assertThat(sim.page.locator("[data-part=basins]").count()).isEqualTo(2);
  }

  @Test
  void withoutAScriptTheMapTheRuleAndTheTriesAreThere() {
    Page page = visit("/sims/valleys", desk().setJavaScriptEnabled(false));
    assertThat(page.locator(".basin").count()).isGreaterThan(3);
    page.locator("select[name=optimizer]").selectOption("momentum");
    page.getByText("Show", new Page.GetByTextOptions().setExact(true)).click();
    page.waitForLoadState();
    assertThat(page.locator("[data-part=basins]").count()).isEqualTo(2);
    page.locator(".presets a").first().click();
    page.locator(".said")
        .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.VISIBLE));
    assertThat(page.locator(".said").textContent()).contains("not at the lowest place");
  }
}
