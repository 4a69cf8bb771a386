package downhill.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import downhill.fault.Line;
import downhill.run.FirstProgram;
import java.math.BigDecimal;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The Studio: a program is written, checked and trained, and all of that is seen. */
class StudioBrowserTests extends BrowserTest {

  private static final String VERBATIM = FirstProgram.TEXT;

  @Test
  void theProgramOfTheDescriptionIsThereAndRunsToItsEnd() {
    SimPage sim = open("/studio");
    assertThat(program(sim)).isEqualTo(VERBATIM);
    sim.part("pace").selectOption("16");
    sim.button("Run").click();
    sim.end();
    assertThat(sim.k()).isEqualTo(30);
    Map<?, ?> loss = (Map<?, ?>) drawn(sim, "history.chart.drawn.series[0]");
    assertThat(SimPage.number(loss.get("points")).intValue()).isEqualTo(31);
    double right = SimPage.number(sim.look("p.ride.journey.last.accuracy")).doubleValue();
    assertThat(right).isGreaterThanOrEqualTo(0.9);
    Map<?, ?> accuracy = (Map<?, ?>) drawn(sim, "accuracy.drawn.series[0].last");
    assertThat(SimPage.number(accuracy.get("loss")).doubleValue()).isEqualTo(right);
    sim.part("view-table").click();
    assertThat(sim.page.locator("[data-part=table] tr")).hasCount(31);
    assertThat(sim.part("verdict").textContent()).contains("30 rounds");
  }

  @Test
  void stepAddsOneRoundAndMovesTheWeights() {
    SimPage sim = open("/studio");
    Object before = sim.look("p.ride.journey.step(0).weights");
    sim.step();
    assertThat(sim.k()).isEqualTo(1);
    assertThat(sim.look("p.ride.journey.step(1).weights")).isNotEqualTo(before);
    Map<?, ?> network = (Map<?, ?>) drawn(sim, "net.drawn.network");
    // Of the 16 hidden units, 13 are drawn.
    assertThat(SimPage.number(network.get("nodes")).intValue()).isEqualTo(4 + 13 + 4);
    assertThat(SimPage.number(network.get("edges")).intValue()).isEqualTo(4 * 13 + 13 * 4);
    assertThat(sim.part("said").textContent()).startsWith("Round 1 of 30: the loss is ");
  }

  @Test
  void theGuessIsGradedByTheResult() {
    SimPage sim = open("/studio");
    sim.part("prediction-steps").fill("80");
    sim.part("pace").selectOption("16");
    sim.button("Run").click();
    sim.end();
    double right = SimPage.number(sim.look("p.ride.journey.last.accuracy")).doubleValue();
    assertThat(sim.part("graded"))
        .containsText("You guessed 80 of 100. It gets more right than you thought");
    assertThat(sim.part("graded"))
        .containsText("%s%%.".formatted(BigDecimal.valueOf(100 * right).setScale(1)));
  }

  @Test
  void whatItLearnsFromIsThereToSee() {
    SimPage sim = open("/studio");
    sim.page.locator(".learned-from summary").click();
    assertThat(sim.page.locator(".learned-from tbody tr")).hasCount(30);
    assertThat(sim.page.locator(".learned-from thead")).containsText("weight (g)");
    assertThat(sim.part("learned-from-words")).containsText("the first 30 of 200 rows");
  }

  @Test
  void itCanBeTakenHomeAsAProgram() {
    SimPage sim = open("/studio");
    sim.page.locator(".programs summary").click();
    assertThat(sim.page.locator("[data-part=programs] [name=language]")).hasCount(2);
    assertThat(sim.page.locator(".program")).containsText("import torch");
    sim.page.locator("[data-part=programs] [value=java]").check();
    assertThat(sim.page.locator(".program")).containsText("public static void main");
  }

  @Test
  void aMistakeLightsItsLineAndTheSuggestionMendsIt() {
    SimPage sim = open("/studio");
    write(sim, VERBATIM.replace("relu", "rellu"));
    Locator line = sim.page.locator(".pce-line.mistaken");
    assertThat(line).hasCount(1);
    assertThat(line).containsText("rellu");
    assertThat(sim.page.locator(".mistake-marks span")).hasText("rellu");
    assertThat(sim.part("mistakes")).containsText("5");
    sim.part("go-to").click();
    assertThat(
            sim.page.evaluate(
                "getSelection().toString() || document.activeElement.value"
                    + ".slice(document.activeElement.selectionStart, document.activeElement.selectionEnd)"))
        .isEqualTo("rellu");
    sim.part("mend").click();
    assertThat(line).hasCount(0);
    assertThat(program(sim)).isEqualTo(VERBATIM);
    assertThat(sim.page.locator("[data-part=mistakes] li")).hasCount(0);
  }

  @Test
  void runLeadsToTheMistakeAndTrainsNothing() {
    SimPage sim = open("/studio");
    write(sim, VERBATIM.replace("end\n", ""));
    sim.button("Run").click();
    assertThat(sim.part("go-to")).isFocused();
    assertThat(sim.k()).isZero();
  }

  @Test
  void theTabKeyLeavesTheEditor() {
    SimPage sim = open("/studio");
    Locator editor = sim.page.locator("#program");
    editor.focus();
    sim.page.keyboard().press("Tab");
    assertThat(sim.part("prediction-steps")).isFocused();
    sim.page.keyboard().press("Shift+Tab");
    assertThat(editor).isFocused();
    assertThat(program(sim)).isEqualTo(VERBATIM);
  }

  @Test
  void theKeysCompleteAWord() {
    SimPage sim = open("/studio");
    write(sim, "data = load \"\"\n");
    sim.page.keyboard().press("Control+Home");
    sim.page.keyboard().press("End");
    sim.page.keyboard().press("ArrowLeft");
    sim.page.keyboard().type("mo");
    Locator list = sim.page.getByRole(AriaRole.LISTBOX);
    assertThat(list).isVisible();
    sim.page.keyboard().press("Enter");
    assertThat(program(sim)).isEqualTo("data = load \"moons\"\n");
    sim.page.keyboard().press("Control+z");
    sim.page.keyboard().press("Control+z");
    assertThat(program(sim)).doesNotContain("moons");
  }

  @Test
  void slidersAskTheNetworkOfTheRoundShown() {
    SimPage sim = open("/studio");
    sim.step();
    assertThat(sim.part("answer")).containsText("After round 1");
    String before = sim.part("shares").textContent();
    sim.page.locator("[data-part=sliders] input").first().focus();
    sim.page.keyboard().press("End");
    sim.page.waitForFunction(
        "was => document.querySelector('[data-part=shares]').textContent !== was", before);
    assertThat(sim.page.locator("[data-part=shares] dt").allTextContents())
        .containsExactly("apple", "lemon", "peach", "plum");
  }

  @Test
  void twoFeaturesAreDrawnAsRegionsThatChange() {
    SimPage sim = open("/studio?example=boundary");
    sim.waitFor("s.element.net.drawn.output?.points > 0");
    sim.step();
    sim.waitFor("s.element.net.drawn.output.regions.length === 2");
    Object first = drawn(sim, "net.drawn.output.regions");
    sim.part("pace").selectOption("16");
    sim.button("Run").click();
    sim.reach(40);
    assertThat(drawn(sim, "net.drawn.output.regions")).isNotEqualTo(first);
  }

  @Test
  void aLinkCarriesTheProgram() {
    SimPage sim = open("/studio");
    String own = VERBATIM.replace("rounds: 30", "rounds: 3") + "print \"50% & <more> # √\"\n";
    write(sim, own);
    sim.waitFor("s.element.querySelector('[data-part=permalink]').href.includes('50%25')");
    String link = sim.part("permalink").getAttribute("href");
    Page page = window(desk()).newPage();
    page.navigate(link);
    SimPage other = new SimPage(page);
    ready(other);
    assertThat(program(other)).isEqualTo(own);
    assertThat(other.part("outputs")).containsText("50% & <more> # √");
  }

  @Test
  void anExampleIsWithinReachOfUndo() {
    SimPage sim = open("/studio");
    String own = VERBATIM.replace("16", "7");
    write(sim, own);
    sim.page.locator("[data-example=too-fast]").click();
    assertThat(program(sim)).contains("speed: 10");
    sim.button("Back to mine").click();
    assertThat(program(sim)).isEqualTo(own);
  }

  @Test
  void aChangedProgramWaitsUntilRunIsPressed() {
    SimPage sim = open("/studio");
    sim.step();
    write(sim, VERBATIM.replace("16", "7"));
    assertThat(sim.part("notice")).containsText("has changed");
    assertThat(sim.k()).isEqualTo(1);
    sim.button("Step").click();
    sim.rest(1);
    assertThat(sim.part("notice")).isHidden();
    assertThat(sim.page.locator("[data-part=network]")).containsText("7 relu");
  }

  @Test
  void goesOnFromTheSameRoundAfterACut() {
    try (Line line = new Line(URI.create(address("/")).getPort())) {
      Page page = window(desk()).newPage();
      watch().expect("ERR_CONNECTION|ERR_EMPTY_RESPONSE|WebSocket connection");
      page.navigate("http://localhost:" + line.port() + "/studio");
      SimPage sim = new SimPage(page);
      ready(sim);
      sim.button("Run").click();
      sim.reach(5);
      line.cut();
      sim.end();
      assertThat(sim.k()).isEqualTo(30);
      double last = SimPage.number(sim.look("p.ride.journey.last.loss")).doubleValue();
      SimPage whole = open("/studio");
      whole.part("pace").selectOption("16");
      whole.button("Run").click();
      whole.end();
      assertThat(SimPage.number(whole.look("p.ride.journey.last.loss")).doubleValue())
          .isEqualTo(last);
    }
  }

  @Test
  void withoutAScriptTheServerTrains() {
    Page page = visit("/studio", desk().setJavaScriptEnabled(false));
    page.locator("button[name=run]").click();
    assertThat(page.locator("[data-part=table] tr")).hasCount(31);
    assertThat(page.locator("[data-part=loss-chart] polyline").isVisible()).isTrue();
    assertThat(page.locator(".said").first().textContent()).contains("30 rounds");
    page.locator("#program").fill(VERBATIM + "print \"well done\"\npredict net, row: 1\n");
    page.locator("button[name=run]").click();
    assertThat(page.locator("[data-part=outputs] li")).hasCount(2);
    assertThat(page.getByText("well done", new Page.GetByTextOptions().setExact(true))).isVisible();
    page.locator("#program").fill("print 2 +* 3\nshow nothing");
    page.locator("button[name=run]").click();
    assertThat(page.locator("[data-part=mistakes] li")).hasCount(2);
    assertThat(page.locator("[data-part=mistakes] li").first()).containsText("1");
  }

  @ParameterizedTest
  @CsvSource({"LIGHT, 1280", "DARK, 1280", "LIGHT, 320", "DARK, 320"})
  void keepsNobodyOutWithAMistakeAndCompletions(ColorScheme scheme, int width) {
    SimPage sim =
        new SimPage(visit("/studio", (width == 320 ? phone() : desk()).setColorScheme(scheme)));
    ready(sim);
    sim.step();
    write(sim, VERBATIM.replace("relu", "rellu"));
    assertThat(sim.page.locator(".pce-line.mistaken")).hasCount(1);
    assertAccessible(sim.page);
    sim.page.keyboard().press("Control+End");
    sim.page.keyboard().type("pl");
    assertThat(sim.page.locator("[role=listbox]")).isVisible();
    assertAccessible(sim.page);
  }

  private SimPage open(String path) {
    SimPage sim = new SimPage(visit(path));
    ready(sim);
    return sim;
  }

  /** The editor has come, and the program has been checked. */
  private static void ready(SimPage sim) {
    sim.page.waitForFunction("() => document.querySelector('.prism-code-editor') !== null");
    sim.waitFor("s.element.net.drawn.network.nodes > 0");
  }

  private static String program(SimPage sim) {
    return sim.page.locator("#program").inputValue();
  }

  private static void write(SimPage sim, String text) {
    sim.page.locator("#program").focus();
    sim.page.keyboard().press("Control+a");
    sim.page.keyboard().insertText(text);
  }

  private static Object drawn(SimPage sim, String what) {
    return sim.look("s.element." + what);
  }
}
