package downhill.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.LoadState;
import downhill.lesson.Exhibits;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A sim in a frame sleeps until the reader turns to it; nothing that is done meanwhile is lost. */
class WakingBrowserTests extends BrowserTest {

  private static final String ROLL = "/embed/roll?curve=steep-valley&start=2&learningRate=0.1";
  private static final String SCRIPT = "**/js/joined/embed-roll-*.js";
  private static final int MOST_BYTES = 150_000;

  static Stream<String> sims() {
    return Exhibits.NAMES.stream();
  }

  /** A press without a pointer, as a screen reader makes it, is the first that the sim hears of. */
  @ParameterizedTest
  @MethodSource("sims")
  void aPressWakesItAndIsCarriedOut(String sim) {
    Page page = window(desk()).newPage();
    AtomicLong bytes = new AtomicLong();
    CDPSession network = page.context().newCDPSession(page);
    network.send("Network.enable");
    network.on(
        "Network.loadingFinished",
        (JsonObject loaded) -> bytes.addAndGet(loaded.get("encodedDataLength").getAsLong()));
    page.navigate(address("/embed/" + sim));
    page.waitForLoadState(LoadState.NETWORKIDLE);
    assertThat(bytes.get()).isBetween(20_000L, (long) MOST_BYTES);
    assertThat(page.locator("[data-sim][data-live]").count()).isZero();

    page.evaluate("document.querySelector('[data-part=step]').click()");
    SimPage woken = new SimPage(page);
    woken.rest(1);
    assertThat(page.locator("[data-sim] :disabled:not([data-part=pad-undo])").count()).isZero();
    assertThat(page.locator("[aria-busy]").count()).isZero();
  }

  @Test
  void whatIsChosenWhileItsScriptIsOnTheWayHolds() {
    Page page = window(desk()).newPage();
    Route[] held = new Route[1];
    page.route(SCRIPT, route -> held[0] = route);
    page.navigate(address(ROLL));
    page.locator("[data-part=rate-number]").fill("0.2");
    page.locator("[data-part=rate-number]").press("Tab");
    page.locator("[data-part=pace]").selectOption("16");
    page.locator("[data-part=prediction] label").nth(1).click();
    page.locator("[data-part=roll]").click();
    page.waitForCondition(() -> held[0] != null);
    assertThat(page.locator("[data-sim][aria-busy=true]").count()).isOne();
    held[0].resume();

    SimPage sim = new SimPage(page);
    sim.end();
    assertThat(sim.look("s.panels[0].ride.rate")).isEqualTo(0.2);
    assertThat(page.locator("[data-part=pace]").inputValue()).isEqualTo("16");
    assertThat(page.locator("[data-part=prediction] input").nth(1).isChecked()).isTrue();
  }

  /** The form then serves as it does without a script. */
  @Test
  void itSaysSoWhereItsScriptCannotBeHad() {
    Page page = window(desk()).newPage();
    watch().expect("Failed to load resource");
    page.route(SCRIPT, Route::abort);
    page.navigate(address(ROLL));
    page.locator("[data-part=roll]").click();
    page.getByText("The script of this sim could not be loaded").waitFor();
    page.locator("[name=start]").fill("1.5");
    page.locator("[name=start]").press("Enter");
    page.waitForURL("**/embed/roll?*start=1.5*");
  }

  @Test
  void theKeyboardReachesItAndWakesIt() {
    Page page = window(desk()).newPage();
    page.navigate(address(ROLL));
    page.keyboard().press("Tab");
    new SimPage(page);
    assertThat(page.evaluate("document.activeElement === document.body")).isEqualTo(false);
  }
}
