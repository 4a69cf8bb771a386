package downhill.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.WebSocket;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Sizes;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every page owes every reader: keys, words, colours, sizes, and quiet. */
class MannersBrowserTests extends BrowserTest {

  @ParameterizedTest
  @CsvSource({
    "/, LIGHT, 1280",
    "/, DARK, 320",
    "/, LIGHT, 320",
    "/, DARK, 1280",
    "/sims, LIGHT, 1280",
    "/sims, DARK, 1280",
    "/sims, LIGHT, 320",
    "/sims, DARK, 320",
    "/sims/fog, LIGHT, 1280",
    "/sims/fog, DARK, 1280",
    "/sims/fog, LIGHT, 320",
    "/sims/fog, DARK, 320",
    "/sims/roll, LIGHT, 1280",
    "/sims/roll, DARK, 1280",
    "/sims/roll, LIGHT, 320",
    "/sims/roll, DARK, 320",
    "/sims/three-rates, LIGHT, 1280",
    "/sims/three-rates, DARK, 1280",
    "/sims/three-rates, LIGHT, 320",
    "/sims/three-rates, DARK, 320",
    "/sims/arithmetic, LIGHT, 1280",
    "/sims/arithmetic, DARK, 1280",
    "/sims/arithmetic, LIGHT, 320",
    "/sims/arithmetic?optimizer=adam, DARK, 320",
    "/sims/schedules, LIGHT, 1280",
    "/sims/schedules, DARK, 320",
    "/sims/race, LIGHT, 1280",
    "/sims/race, DARK, 1280",
    "/sims/race, LIGHT, 320",
    "/sims/race, DARK, 320",
    "/sims/inside, LIGHT, 1280",
    "/sims/inside?optimizer=adam, DARK, 1280",
    "/sims/inside?optimizer=adam, LIGHT, 320",
    "/sims/inside, DARK, 320",
    "/sims/batches, LIGHT, 1280",
    "/sims/batches, DARK, 1280",
    "/sims/batches, LIGHT, 320",
    "/sims/batches, DARK, 320",
    "/sims/valleys, LIGHT, 1280",
    "/sims/valleys?optimizer=momentum, DARK, 1280",
    "/sims/valleys?optimizer=momentum, LIGHT, 320",
    "/sims/valleys, DARK, 320",
    "/sims/restarts, LIGHT, 1280",
    "/sims/restarts?optimizer=momentum, DARK, 320",
    "/playground, LIGHT, 1280",
    "/playground?surface=ravine, DARK, 320",
    "/playground?heights=4;2;1;0;1;2;1;3&domain=-4;3, DARK, 1280",
    "/playground, LIGHT, 320",
    "/studio, LIGHT, 320",
    "/studio?example=boundary, DARK, 1280",
    "/studio?example=line, LIGHT, 1280",
    "/studio, DARK, 320",
  })
  void keepsNobodyOut(String path, ColorScheme scheme, int width) {
    Page page = visit(path.replace(';', ','), sized(width).setColorScheme(scheme));
    page.waitForLoadState();
    assertAccessible(page);
  }

  @ParameterizedTest
  @ValueSource(strings = {"LIGHT", "DARK"})
  void keepsNobodyOutOnceItHasRolled(String scheme) {
    Page page =
        visit(
            "/sims/roll?curve=steep-valley&start=4&learningRate=0.9",
            desk().setColorScheme(ColorScheme.valueOf(scheme)));
    SimPage sim = new SimPage(page);
    sim.part("pace").selectOption("16");
    sim.button("Roll").click();
    sim.end();
    sim.part("offer").waitFor();
    sim.part("view-table").click();
    assertAccessible(page);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/sims",
        "/sims/fog",
        "/sims/roll",
        "/sims/arithmetic",
        "/sims/arithmetic?optimizer=adam",
        "/sims/three-rates",
        "/sims/race",
        "/sims/inside",
        "/sims/schedules",
        "/sims/batches",
        "/sims/valleys",
        "/sims/restarts",
        "/playground",
        "/playground?heights=4,2,1,0,1,2,1,3&domain=-4,3",
        "/studio"
      })
  void neverScrollsSideways(String path) {
    Page page = visit(path, phone());
    page.waitForLoadState();
    Object wider =
        page.evaluate(
            "document.documentElement.scrollWidth - document.documentElement.clientWidth");
    assertThat(wider).isEqualTo(0);
  }

  /** What is told to three decimals as nothing. */
  private static final double NO_SHIFT = 0.001;

  private static final String NOTE_SHIFTS =
      "window.shift = 0; window.shifted = []; new PerformanceObserver(list =>"
          + " list.getEntries().forEach(entry => { window.shift += entry.value;"
          + " entry.sources.forEach(({node}) => window.shifted.push((node?.outerHTML ??"
          + " node?.textContent ?? '').slice(0, 90))); })).observe({type: 'layout-shift',"
          + " buffered: true});";

  /** Loads, rolls to the end and offers a calmer rate, with what is said about it in sight. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/ | 1280 | loss-chart",
        "/ | 390 | roll",
        "/sims/roll | 1280 | roll",
        "/sims/roll?curve=bumpy&start=3.6 | 1280 | roll",
        "/sims/roll?curve=bumpy&start=3.6 | 390 | roll",
        "/sims/roll?curve=steep-valley&learningRate=0.6 | 1280 | said",
        "/sims/roll?curve=steep-valley&learningRate=0.6 | 390 | roll",
        "/sims/roll?curve=steep-valley&learningRate=0.6 | 390 | said",
        "/sims/arithmetic | 1280 | roll",
        "/sims/arithmetic?sign=plus | 1280 | roll",
        "/sims/arithmetic?optimizer=adam&curve=bumpy&start=3 | 390 | arithmetic",
        "/sims/arithmetic?optimizer=momentum&curve=bumpy&start=3 | 390 | roll",
        "/sims/three-rates | 1280 | roll",
        "/sims/inside | 1280 | roll",
        "/sims/inside?optimizer=adam&learningRate=0.4 | 1280 | arithmetic",
        "/sims/inside?optimizer=adam&learningRate=0.4 | 390 | roll",
        "/sims/inside?optimizer=rprop&learningRate=0.1 | 390 | quantities",
        "/sims/batches | 1280 | roll",
        "/sims/batches | 390 | roll",
        "/sims/schedules | 1280 | roll",
        "/sims/schedules | 390 | roll",
        "/sims/three-rates?learningRate=0.1,0.5,0.9 | 1280 | roll",
        "/sims/three-rates?learningRate=0.1,0.5,0.9 | 390 | roll",
        "/sims/three-rates?learningRate=0.1,0.9,0.5 | 390 | graded",
        "/sims/three-rates?curve=bumpy&start=3.6&learningRate=0.1,0.3,0.9 | 390 | roll",
        "/sims/valleys | 1280 | roll",
        "/sims/valleys | 1280 | challenge",
        "/sims/valleys | 390 | roll",
        "/sims/restarts | 1280 | roll",
        "/sims/restarts | 390 | challenge",
        "/sims/valleys?optimizer=momentum&steps=100 | 390 | challenge",
        "/playground | 1280 | roll",
        "/playground | 390 | roll",
        "/studio | 1280 | roll",
        "/studio | 390 | roll",
      })
  void nothingShiftsWhileItRolls(String path, int width, String inSight) {
    Page page = window(desk().setViewportSize(width, width == 390 ? 844 : 800)).newPage();
    page.addInitScript(NOTE_SHIFTS);
    page.navigate(address(path));
    SimPage sim = new SimPage(page);
    page.evaluate(
        "part => document.querySelector(`[data-part=${part}]`).scrollIntoView({block: 'center'})",
        inSight);
    page.evaluate("document.querySelector('[data-part=prediction] input')?.click()");
    sim.part("pace").selectOption("4");
    page.evaluate("document.querySelector('[data-part=roll]').click()");
    sim.reach(8);
    sim.part("pace").selectOption("16");
    sim.end();
    if ((Boolean) sim.look("s.panels.some(x => x.ride.journey.ending.verdict === 'diverged')")) {
      sim.part("offer").waitFor();
    }
    sim.frames(3);
    assertThat(SimPage.number(page.evaluate("window.shift")).doubleValue())
        .as("what moved: %s", page.evaluate("window.shifted"))
        .isLessThan(NO_SHIFT);
  }

  private static final int MOST_REQUESTS = 25;
  private static final int MOST_BYTES = 250_000;

  /** All that is asked for and received until it rolls, with a browser that has nothing yet. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/sims/fog",
        "/sims/roll",
        "/sims/arithmetic",
        "/sims/three-rates",
        "/sims/race",
        "/sims/inside",
        "/sims/schedules",
        "/sims/batches",
        "/sims/valleys",
        "/sims/restarts",
        "/playground",
        "/studio"
      })
  void aSimPageIsLight(String path) {
    Page page = window(desk()).newPage();
    List<Request> requests = new ArrayList<>();
    List<WebSocket> sockets = new ArrayList<>();
    AtomicInteger streamed = new AtomicInteger();
    page.onRequest(requests::add);
    page.onWebSocket(
        socket -> {
          sockets.add(socket);
          socket.onFrameReceived(frame -> streamed.addAndGet(frame.text().length()));
        });
    page.navigate(address(path));
    SimPage sim = new SimPage(page);
    if (sim.button("Roll").isVisible()) {
      sim.button("Roll").click();
      sim.reach(6);
    } else {
      sim.step();
    }

    assertThat(requests.size() + sockets.size()).isBetween(6, MOST_REQUESTS);
    int bytes = requests.stream().map(Request::sizes).mapToInt(MannersBrowserTests::received).sum();
    assertThat(bytes + streamed.get()).isBetween(50_000, MOST_BYTES);
  }

  private static int received(Sizes sizes) {
    return sizes.responseHeadersSize + sizes.responseBodySize;
  }

  @Test
  void theKeysDoEverything() {
    SimPage sim = new SimPage(visit("/sims/roll?curve=valley&start=3&learningRate=0.1"));
    assertThat(sim.page.evaluate("document.activeElement === document.body")).isEqualTo(true);
    sim.part("curve-slider").focus();
    sim.page.keyboard().press("ArrowLeft");
    assertThat(SimPage.number(sim.look("p.ride.spec.start[0]")).doubleValue()).isLessThan(3);
    sim.page.keyboard().press("End");
    assertThat((Boolean) sim.look("p.ride.spec.start[0] === p.terrain.base.domain[1]")).isTrue();
    sim.page.keyboard().press("Home");
    assertThat((Boolean) sim.look("p.ride.spec.start[0] === p.terrain.base.domain[0]")).isTrue();
    sim.page.keyboard().press(".");
    sim.rest(1);
    sim.page.keyboard().press(".");
    sim.rest(2);
    sim.page.keyboard().press(",");
    sim.rest(1);
    sim.page.keyboard().press("Space");
    sim.reach(4);
    sim.page.keyboard().press("Space");
    sim.waitFor("!s.outing.player.moving");
    sim.part("loss-chart").focus();
    sim.page.keyboard().press("Home");
    assertThat(sim.part("loss-chart").getAttribute("aria-valuetext")).contains("Step 0");
    sim.page.keyboard().press("ArrowRight");
    assertThat(sim.part("loss-chart").getAttribute("aria-valuetext")).contains("Step 1");
  }

  @Test
  void aKeyInAFieldIsText() {
    SimPage sim = new SimPage(visit("/sims/roll"));
    sim.part("rate-number").focus();
    sim.page.keyboard().press(".");
    sim.page.keyboard().press("Space");
    sim.frames(5);
    assertThat(sim.k()).isZero();
    assertThat((Boolean) sim.look("s.outing.player.moving")).isFalse();
  }

  @Test
  void everyStopOfTheTabKeyCanBeSeen() {
    SimPage sim = new SimPage(visit("/sims/roll"));
    for (int i = 0; i < 40; i++) {
      sim.page.keyboard().press("Tab");
      Object seen =
          sim.page.evaluate(
              "() => { const e = document.activeElement; if (e === document.body) return true;"
                  + " const box = e.getBoundingClientRect(); return box.width > 0 && box.height >"
                  + " 0; }");
      assertThat(seen).isEqualTo(true);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/sims/roll",
        "/sims/three-rates",
        "/sims/race",
        "/sims/inside",
        "/sims/schedules",
        "/sims/batches",
        "/sims/valleys",
        "/sims/restarts",
        "/playground"
      })
  void withoutAScriptThereIsThePictureTheTableAndTheWords(String path) {
    Page page = visit(path, desk().setJavaScriptEnabled(false));
    assertThat(page.locator("[data-part=\"picture\"] svg").first().isVisible()).isTrue();
    assertThat(page.locator("[data-part=\"table\"] tr").count()).isGreaterThan(3);
    assertThat(page.locator("[data-part=\"table\"]").first().isVisible()).isTrue();
    assertThat(page.locator("[data-part=\"said\"]").first().textContent()).isNotBlank();
  }

  private static Browser.NewContextOptions sized(int width) {
    return width == 320 ? phone() : desk();
  }
}
