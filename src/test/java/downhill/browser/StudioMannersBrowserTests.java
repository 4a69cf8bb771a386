package downhill.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.Media;
import com.microsoft.playwright.options.ReducedMotion;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The Studio by keys alone, without motion, on a narrow screen and on paper. */
class StudioMannersBrowserTests extends BrowserTest {

  private static final String IRISES =
      """
      data = load "iris"

      net = make_network
        layer input  from data
        layer hidden size 8 kind tanh
        layer output size 3 kind softmax
      end

      train_network net, on: data, rounds: 2, speed: 0.1, hold_out: 0.2
      """;

  private static final String IN_SIGHT =
      "() => { const e = document.activeElement; const box = e.getBoundingClientRect(); return"
          + " e === document.body || box.width > 0 && box.height > 0 && box.bottom > 0 && box.top <"
          + " innerHeight && box.right > 0 && box.left < innerWidth; }";

  /** From the masthead to the foot of the page, where nothing holds the focus on the way. */
  @Test
  void theKeysAloneWalkThroughAllOfIt() {
    SimPage sim = open("/studio", desk().setReducedMotion(ReducedMotion.REDUCE));
    Locator editor = sim.page.locator("#program");
    tabTo(sim, editor);
    sim.page.keyboard().press("Control+End");
    sim.page.keyboard().type("print 6 * 7");
    tabTo(sim, sim.part("prediction-steps"));
    sim.page.keyboard().type("95");
    tabTo(sim, sim.part("roll"));
    tabTo(sim, sim.button("Step"));
    sim.page.keyboard().press("Enter");
    sim.rest(1);
    assertThat(sim.part("outputs").textContent()).contains("42");
    tabTo(sim, sim.page.locator("[data-example=line]"));
    sim.page.keyboard().press("Enter");
    sim.page.keyboard().press(".");
    sim.waitFor("s.element.net.drawn.output?.points > 0 && s.outing.player.position === 1");
    assertThat(editor.inputValue()).contains("load \"lemonade\"");
    Locator slider = sim.page.locator("[data-part=sliders] input").first();
    tabTo(sim, slider);
    String before = sim.part("answer").textContent();
    sim.page.keyboard().press("End");
    sim.page.waitForFunction(
        "was => document.querySelector('[data-part=answer]').textContent !== was", before);
    tabTo(sim, sim.page.locator(".learned-from summary"));
    sim.page.keyboard().press("Enter");
    sim.part("learned-from-rows").locator("td").first().waitFor();
    tabTo(sim, sim.part("learned-from-rows"));
    tabTo(sim, sim.page.locator(".programs summary"));
    tabTo(sim, sim.page.locator("main a[href$='/studio/language']"));
    tabTo(sim, sim.page.locator("footer a").last());
  }

  /**
   * The test ends in a fault if the smaller network's weights are sought in the larger one's, or if
   * it is asked about what the sliders of the table before say.
   */
  @Test
  void aNetworkIsNotDrawnNorAskedBeforeItsTableIsHere() {
    SimPage sim = open("/studio", desk().setReducedMotion(ReducedMotion.REDUCE));
    sim.waitFor("s.element.net.drawn.network.edges > 0");
    List<Route> held = new ArrayList<>();
    sim.page.route("**/api/tables/*", held::add);
    sim.page.locator("[data-example=line]").click();
    sim.page.keyboard().press(".");
    sim.waitFor("s.outing.player.position === 1 && s.panels[0].ride.journey.last.weights");
    sim.frames(2);
    sim.page.evaluate("() => new Promise(done => setTimeout(done, 300))");
    sim.page.unroute("**/api/tables/*");
    held.forEach(Route::resume);
    sim.waitFor("s.element.net.drawn.network.edges === 1");
  }

  @Test
  void noNameIsCutAtTheSideOfTheNetwork() {
    SimPage sim =
        open("/studio?program=" + URLEncoder.encode(IRISES, StandardCharsets.UTF_8), phone());
    Object cut =
        sim.page.evaluate(
            "() => { const net = document.querySelector('.net').getBoundingClientRect(); return"
                + " [...document.querySelectorAll('.net text')].filter(each => { const box ="
                + " each.getBoundingClientRect(); return box.left < net.left || box.right >"
                + " net.right; }).map(each => each.textContent).join(); }");
    assertThat(cut).isEqualTo("");
    assertThat(sim.page.locator(".net text").allTextContents()).contains("sepal_length");
  }

  /** The program, what was drawn and the table, one below the other, each whole. */
  @Test
  void onPaperOneThingFollowsAnother() {
    SimPage sim = open("/studio?example=boundary", desk());
    sim.part("pace").selectOption("4");
    sim.button("Run").click();
    sim.reach(20);
    sim.button("Pause").click();
    sim.page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
    sim.page.setViewportSize(718, 1000);
    sim.frames(3);
    List<?> ends =
        (List<?>)
            sim.page.evaluate(
                "['.editor .pce-wrapper', '[data-part=said-box]', '[data-part=loss-chart]',"
                    + " '.steps', '[data-part=accuracy-chart]', '.net', '[data-part=output]']"
                    + ".flatMap(each => { const box ="
                    + " document.querySelector(each).getBoundingClientRect(); return [box.top + 2,"
                    + " box.bottom]; })");
    assertThat(ends.stream().map(end -> SimPage.number(end).doubleValue()).toList()).isSorted();
    assertThat(sim.page.locator(".steps th:visible").allTextContents())
        .doesNotContain("held-out loss");
    assertThat(sim.button("Run").isVisible()).isFalse();
  }

  private SimPage open(String path, Browser.NewContextOptions window) {
    SimPage sim = new SimPage(visit(path, window));
    sim.page.waitForFunction("() => document.querySelector('.prism-code-editor') !== null");
    sim.waitFor("s.element.net.drawn.network.nodes > 0");
    return sim;
  }

  /** Presses Tab until it is reached, and looks at each stop on the way. */
  private static void tabTo(SimPage sim, Locator place) {
    for (int i = 0; i < 40; i++) {
      sim.page.keyboard().press("Tab");
      sim.page.waitForFunction(IN_SIGHT);
      if ((Boolean) place.evaluate("each => each === document.activeElement")) {
        return;
      }
    }
    throw new AssertionError("The Tab key does not lead to " + place);
  }
}
