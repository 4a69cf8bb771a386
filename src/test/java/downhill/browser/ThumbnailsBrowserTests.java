package downhill.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** All sims in small: each plays a while, on the engine's own steps, and then rests. */
class ThumbnailsBrowserTests extends BrowserTest {

  private static final String NOTHING_PLAYS = "() => !document.querySelector('[data-playing]')";

  @Test
  void playsForWhoeverTurnsToItAndRestsBeforeAPauseIsNeeded() {
    Page page = visit("/sims");
    page.waitForFunction(NOTHING_PLAYS);
    Locator card = page.locator(".card:has([data-track])").first();
    card.hover();
    page.waitForFunction("() => document.querySelector('[data-playing]')");
    Locator ball = card.locator("[data-track]");
    String first = ball.getAttribute("cx");
    page.waitForFunction(
        "first => document.querySelector('[data-track]').getAttribute('cx') !== first", first);
    page.waitForFunction(NOTHING_PLAYS);
    page.locator(".card a").nth(1).focus();
    page.waitForFunction("() => document.querySelectorAll('.thumbnail')[1].dataset.playing === ''");
  }

  @Test
  void keepsStillForThoseWhoAskForIt() {
    Page page = visit("/sims", desk().setReducedMotion(ReducedMotion.REDUCE));
    page.locator(".card").first().hover();
    page.waitForTimeout(500);
    assertThat(page.evaluate(NOTHING_PLAYS)).isEqualTo(true);
  }

  @Test
  void theBallsGoWhereTheEngineLeadsThem() {
    Page page = visit("/sims");
    List<Double> track =
        Arrays.stream(page.locator("[data-track]").first().getAttribute("data-track").split(" "))
            .map(Double::valueOf)
            .toList();
    SimPage roll = new SimPage(visit("/sims/roll"));
    List<Map<String, Object>> steps = roll.stepsOfApi(0);
    List<?> domain = (List<?>) roll.look("p.terrain.base.domain");
    double lo = SimPage.number(domain.get(0)).doubleValue();
    double hi = SimPage.number(domain.get(1)).doubleValue();
    assertThat(track).hasSizeGreaterThan(10);
    for (int k = 0; k < track.size(); k++) {
      double w = SimPage.number(((List<?>) steps.get(k).get("w")).get(0)).doubleValue();
      assertThat(track.get(k)).isCloseTo(100 * (w - lo) / (hi - lo), within(0.006));
    }
  }
}
