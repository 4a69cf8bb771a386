package downhill.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a sim in a frame owes every reader of the page around it. */
class EmbedMannersBrowserTests extends BrowserTest {

  /** More than any sim has things to stop at. */
  private static final int MOST_STOPS = 120;

  /** How far a thumb goes, in CSS pixels. */
  private static final double SWIPE = 200;

  private final HostServer host = new HostServer();

  @AfterEach
  void closeHost() {
    host.close();
  }

  @ParameterizedTest
  @CsvSource({
    "roll, LIGHT, 800",
    "fog, DARK, 320",
    "arithmetic, LIGHT, 320",
    "valleys, DARK, 800",
    "restarts, LIGHT, 800",
    "three-rates, DARK, 320",
    "schedules, LIGHT, 800",
    "batches, DARK, 800",
    "inside, LIGHT, 320",
    "race, DARK, 800",
    "playground, LIGHT, 800",
    "studio, DARK, 320",
  })
  void keepsNobodyOutAsleepOrAwake(String sim, ColorScheme scheme, int width) {
    Browser.NewContextOptions window = desk().setViewportSize(width, 640).setColorScheme(scheme);
    Page page = visit("/embed/" + sim, window);
    assertAccessible(page);
    page.locator("[data-sim]").dispatchEvent("pointerover");
    new SimPage(page).frames(2);
    assertAccessible(page);
    assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth")).isEqualTo(true);
  }

  /** Tab goes into the frame, past all that is in it and out again, and Shift+Tab back. */
  @ParameterizedTest
  @ValueSource(strings = {"roll", "race", "studio"})
  void theKeyboardGoesThroughAndComesOut(String sim) {
    Page page = window(desk()).newPage();
    page.navigate(
        host.page(
            "/", Map.of(), "<a id=before href=#a>a</a>" + frame(sim) + "<a id=after href=#b>b"));
    page.locator("#before").focus();
    assertThat(stops(page, "Tab", "after")).isBetween(10, MOST_STOPS);
    assertThat(stops(page, "Shift+Tab", "before")).isBetween(10, MOST_STOPS);
  }

  private static int stops(Page page, String key, String end) {
    for (int pressed = 1; pressed <= MOST_STOPS; pressed++) {
      page.keyboard().press(key);
      if (page.evaluate("document.activeElement.id").equals(end)) {
        return pressed;
      }
    }
    return Integer.MAX_VALUE;
  }

  /** A thumb on the picture, on a slider's line or on the words scrolls the page around. */
  @Test
  void aThumbScrollsThePageAround() {
    Page page = window(phone()).newPage();
    page.navigate(host.page("/", Map.of(), "<style>iframe{height:1800px}</style>" + frame("roll")));
    page.frameLocator("iframe").locator("[data-sim]").dispatchEvent("pointerover");
    page.frameLocator("iframe").locator("[data-sim][data-live]").waitFor();
    for (String part : new String[] {"picture", "rate", "said"}) {
      page.evaluate("scrollTo(0, 0)");
      Locator place = page.frameLocator("iframe").locator("[data-part=" + part + "]");
      place.scrollIntoViewIfNeeded();
      double before = scrolled(page);
      // The browser may take the first of them for one on a frame that it does not know yet.
      for (int i = 0; i < 3 && scrolled(page) < before + SWIPE / 2; i++) {
        swipeUp(page, place.boundingBox());
      }
      assertThat(scrolled(page)).as(part).isGreaterThan(before + SWIPE / 2);
    }
  }

  private static double scrolled(Page page) {
    return SimPage.number(page.evaluate("scrollY")).doubleValue();
  }

  private static void swipeUp(Page page, BoundingBox place) {
    CDPSession thumb = page.context().newCDPSession(page);
    double x = place.x + place.width / 2;
    double y = Math.min(place.y + place.height / 2, 560);
    touch(thumb, "touchStart", "[{\"x\": %s, \"y\": %s}]".formatted(x, y));
    for (double moved = 10; moved <= SWIPE; moved += 10) {
      touch(thumb, "touchMove", "[{\"x\": %s, \"y\": %s}]".formatted(x, y - moved));
      page.evaluate("new Promise(requestAnimationFrame)");
    }
    touch(thumb, "touchEnd", "[]");
    thumb.detach();
  }

  private static void touch(CDPSession thumb, String type, String points) {
    JsonObject event = new JsonObject();
    event.addProperty("type", type);
    event.add("touchPoints", JsonParser.parseString(points));
    thumb.send("Input.dispatchTouchEvent", event);
  }

  private String frame(String sim) {
    return "<iframe title='A sim' width='100%%' height=600 src='%s'></iframe>"
        .formatted(address("/embed/" + sim));
  }
}
