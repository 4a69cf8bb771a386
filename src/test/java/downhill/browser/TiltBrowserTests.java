package downhill.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The map of a surface, seen aslant. */
class TiltBrowserTests extends BrowserTest {

  private static final String FLAT = "s.element.view.map.drawn";
  private static final String TILTED = "s.element.view.tilting.map.drawn";
  private static final String RACE =
      "/sims/race?surface=bowl&start=2,1&optimizer=sgd,adam&learningRate=0.1,0.3";

  @Test
  void itsBallsAreWhereTheRunsAre() {
    SimPage sim = new SimPage(visit(RACE));
    tilt(sim);
    sim.part("pace").selectOption("4");
    sim.button("Roll").focus();
    sim.page.keyboard().press("Space");
    sim.reach(5);
    sim.page.keyboard().press("Space");
    sim.waitFor("!s.outing.player.moving");
    sim.frames(2);
    for (int racer = 0; racer < 2; racer++) {
      Object w = sim.stepsOfApi(racer).get(sim.k()).get("w");
      assertThat(sim.look(TILTED + ".runs[" + racer + "].w")).isEqualTo(w);
    }
    assertThat(sim.look(TILTED + ".runs.every(run => run.inside)")).isEqualTo(true);
    sim.part("tilt").click();
    assertThat(sim.look("s.element.view.tilting.map")).isNull();
    for (int racer = 0; racer < 2; racer++) {
      Object w = sim.stepsOfApi(racer).get(sim.k()).get("w");
      assertThat(sim.look(FLAT + ".runs[" + racer + "].w")).isEqualTo(w);
    }
  }

  @Test
  void unturnedXIsToTheRightAndAHigherLossIsHigherUp() {
    SimPage sim =
        new SimPage(
            visit("/sims/race?surface=bowl&start=3,0&optimizer=sgd,adam&learningRate=0.2,0.1"));
    tilt(sim);
    Locator turner = sim.part("map-turner");
    turner.focus();
    for (int i = 0; i < 6; i++) {
      sim.page.keyboard().press("ArrowRight");
    }
    assertThat(SimPage.number(sim.look(TILTED + ".turn")).doubleValue()).isZero();
    double[] before = ball(sim);
    for (int i = 0; i < 4; i++) {
      sim.step();
      double[] after = ball(sim);
      // Along y = 0 the ball comes from the right, and what is lower lies nearer to the foot.
      assertThat(after[0]).isLessThan(before[0]);
      assertThat(after[1]).isGreaterThan(before[1]);
      before = after;
    }
  }

  @Test
  void theKeysTurnIt() {
    SimPage sim = new SimPage(visit(RACE));
    sim.part("tilt").focus();
    sim.page.keyboard().press("Enter");
    sim.waitFor("s.element.view.tilting.map !== null");
    assertThat(sim.part("tilt").getAttribute("aria-pressed")).isEqualTo("true");
    assertThat(sim.part("map-reader").isVisible()).isFalse();
    assertThat(sim.part("reading").textContent()).startsWith("Height is the loss.");
    Locator turner = sim.part("map-turner");
    turner.focus();
    assertThat(turner.getAttribute("aria-valuetext"))
        .isEqualTo("Turned by −30°: seen from the lower right of the map, 56° above the ground.");
    double[] before = ball(sim);
    sim.page.keyboard().press("Shift+ArrowRight");
    sim.page.keyboard().press("ArrowUp");
    assertThat(turner.getAttribute("aria-valuetext"))
        .isEqualTo("Turned by 0°: seen from the lower side of the map, 61° above the ground.");
    assertThat(turner.getAttribute("aria-valuenow")).isEqualTo("0");
    assertThat(ball(sim)).isNotEqualTo(before);
    sim.page.keyboard().press("Home");
    assertThat(ball(sim)[0]).isEqualTo(before[0], within(1e-9));
    sim.page.keyboard().press(".");
    sim.rest(1);
    sim.part("tilt").focus();
    sim.page.keyboard().press("Space");
    sim.frames(2);
    assertThat(sim.part("tilt").getAttribute("aria-pressed")).isEqualTo("false");
    assertThat(turner.isVisible()).isFalse();
    assertThat(sim.part("map-reader").isVisible()).isTrue();
    assertThat(sim.k()).isEqualTo(1);
  }

  @Test
  void aDragTurnsItAndTheThumbStillScrolls() {
    SimPage sim = new SimPage(visit(RACE));
    tilt(sim);
    Locator turner = sim.part("map-turner");
    var box = turner.boundingBox();
    Page page = sim.page;
    page.mouse().move(box.x + 100, box.y + 100);
    page.mouse().down();
    page.mouse().move(box.x + 160, box.y + 100);
    page.mouse().up();
    page.mouse().move(box.x + 260, box.y + 100);
    assertThat(turner.getAttribute("aria-valuenow")).isEqualTo("0");
    assertThat(turner.evaluate("e => getComputedStyle(e).touchAction")).isEqualTo("pan-y");
  }

  @Test
  void whatProjectsItIsAskedForWhenItIsWantedAndOnlyOnce() {
    List<String> asked = new ArrayList<>();
    Page page = window(desk()).newPage();
    page.onRequest((Request request) -> asked.add(request.url()));
    page.navigate(address(RACE));
    SimPage sim = new SimPage(page);
    sim.step();
    assertThat(asked).isNotEmpty().noneMatch(url -> url.contains("d3-3d"));
    tilt(sim);
    sim.part("tilt").click();
    sim.part("tilt").click();
    sim.frames(2);
    assertThat(asked).filteredOn(url -> url.contains("d3-3d")).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {RACE, "/sims/batches", "/playground?surface=ravine"})
  void nothingElseMovesWhenItIsTilted(String path) {
    for (var options : List.of(desk(), phone())) {
      SimPage sim = new SimPage(visit(path, options));
      Object before = places(sim);
      tilt(sim);
      sim.frames(2);
      assertThat(places(sim)).isEqualTo(before);
    }
  }

  @ParameterizedTest
  @CsvSource({"/sims/race, LIGHT", "/sims/batches, DARK"})
  void itKeepsNobodyOut(String path, ColorScheme scheme) {
    Page page = visit(path, desk().setColorScheme(scheme));
    SimPage sim = new SimPage(page);
    tilt(sim);
    assertAccessible(page);
  }

  @Test
  void whereItCannotBeLoadedTheMapStaysFlatAndSaysSo() {
    SimPage sim = new SimPage(visit(RACE));
    watch().expect("d3-3d");
    sim.page.route("**/d3-3d*", route -> route.abort());
    sim.part("tilt").click();
    sim.waitFor("s.element.querySelector('[data-part=reading]').textContent.includes('again')");
    assertThat(sim.part("reading").textContent()).contains("could not be loaded");
    assertThat(sim.part("tilt").getAttribute("aria-pressed")).isEqualTo("false");
    assertThat(sim.part("map-reader").isVisible()).isTrue();
  }

  private static void tilt(SimPage sim) {
    sim.part("tilt").click();
    sim.waitFor("s.element.view.tilting.map !== null");
  }

  private static double[] ball(SimPage sim) {
    return new double[] {
      SimPage.number(sim.look(TILTED + ".runs[0].x")).doubleValue(),
      SimPage.number(sim.look(TILTED + ".runs[0].y")).doubleValue()
    };
  }

  /** Where the map, its foot and what comes after it are, from the top of the map on. */
  private static Object places(SimPage sim) {
    return sim.look(
        "['picture', 'tilt', 'loss-chart'].map(name => { const box ="
            + " s.element.querySelector(`[data-part=${name}]`).getBoundingClientRect(); const top ="
            + " s.element.querySelector('[data-part=picture]').getBoundingClientRect().y; return"
            + " [box.x, box.y - top, box.width, box.height].map(Math.round).join(); })"
            + ".join(' ')");
  }
}
