package downhill.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Playground: any ground, any rule, up to six runs at once. */
class PlaygroundBrowserTests extends BrowserTest {

  private static final String DRAWN = "s.element.view.picture.drawn";
  private static final String TWO = "optimizer=sgd,momentum&learningRate=0.1,0.1";

  @Test
  void everyBallIsWhereTheApiSays() {
    SimPage sim = playground("");
    sim.step();
    sim.step();
    assertThat(sim.look("s.panels.length")).isEqualTo(3);
    for (int run = 0; run < 3; run++) {
      var steps = sim.steps(run);
      assertThat(steps).isEqualTo(sim.stepsOfApi(run).subList(0, steps.size()));
      String ball = run == 0 ? DRAWN + ".ball.w" : DRAWN + ".others[" + (run - 1) + "].w";
      assertThat(sim.look("[" + ball + "]")).isEqualTo(steps.get(2).get("w"));
    }
  }

  @Test
  void theRunSetLastLeadsAndShowsItsSlope() {
    SimPage sim = playground("?" + TWO + "&start=-5.5");
    sim.step();
    assertThat(sim.look(DRAWN + ".tangent.slope")).isEqualTo(gradient(sim, 0));
    sim.page.locator("[data-panel=\"1\"] [data-part=\"rate-number\"]").focus();
    sim.step();
    sim.frames(2);
    assertThat(sim.look(DRAWN + ".tangent.slope")).isEqualTo(gradient(sim, 1));
    assertThat(sim.look(DRAWN + ".others[0].w === p.ride.journey.step(2).w[0]")).isEqualTo(true);
  }

  /** The bend allows 2/f″ = 1: above it plain descent flies, is told why and given another try. */
  @Test
  void oneThatFliesOffIsToldWhyAndOfferedARateThatTheOthersShareTheStartWith() {
    SimPage sim =
        playground("?curve=valley&start=2&optimizer=sgd,adam&learningRate=1.5,0.1&steps=60");
    sim.part("pace").selectOption("16");
    sim.button("Roll").click();
    sim.end();
    Locator offer = sim.part("offer");
    offer.waitFor();
    assertThat(sim.page.locator("[data-verdict=\"diverged\"]").textContent())
        .contains("1.5 is above 2/f″ = 1", "Plain gradient descent: try 0.45");
    assertThat(sim.part("score").first().textContent()).startsWith("flew off after ");
    offer.click();
    sim.end();
    assertThat(sim.look("p.ride.journey.ending.verdict")).isEqualTo("converged");
    assertThat(sim.steps(0)).isEqualTo(sim.stepsOfApi(0));
  }

  @Test
  void theBandsUnderARateAreThoseOfTheGroundAndSteppingBackNarrowsThePicture() {
    SimPage sim = playground("?curve=valley&start=2&optimizer=sgd,adam&learningRate=1.05,0.1");
    // The slider runs from 0.0001 to 10, five decades: 2/f″ = 1 stands at four of them.
    assertThat(sim.page.locator("[data-panel=\"0\"] [data-band=\"explodes\"]").getAttribute("x"))
        .isEqualTo("80.00");
    assertThat(
            sim.page
                .locator("[data-panel=\"0\"] [data-part=\"rate\"]")
                .getAttribute("aria-valuetext"))
        .contains("near the ball this flies off");
    assertThat(sim.page.locator("[data-panel=\"1\"] [data-part=\"bands\"]").isVisible()).isFalse();
    String place = "s.element.view.picture.xOf(2)";
    Object narrow = sim.look(place);
    for (int k = 1; k <= 6; k++) {
      sim.step();
    }
    sim.waitFor(place + " !== " + narrow);
    for (int k = 5; k >= 2; k--) {
      sim.button("Step back").click();
      sim.rest(k);
    }
    sim.waitFor(place + " === " + narrow);
  }

  /** The keyboard alone: a formula is typed wrong, put right, used, and rolled down to its end. */
  @Test
  void aFormulaIsTypedMendedAndWalkedDownByTheKeysAlone() {
    SimPage sim = playground("?curve=valley&start=2&learningRate=0.1");
    Page page = sim.page;
    sim.part("formula").focus();
    page.keyboard().press("Control+A");
    page.keyboard().type("w^2 + sn(w)");
    Locator told = sim.part("formula-told");
    told.filter(new Locator.FilterOptions().setHasText("sin")).waitFor();
    told.locator("mark").filter(new Locator.FilterOptions().setHasText("sn")).waitFor();
    assertThat(told.locator("mark").textContent()).isEqualTo("sn");
    assertThat(sim.part("formula").getAttribute("aria-invalid")).isEqualTo("true");
    page.keyboard().press("Enter");
    page.waitForFunction(
        "() => getSelection().toString() === 'sn'"
            + " || document.activeElement.selectionEnd - document.activeElement.selectionStart === 2");
    page.keyboard().type("sin");
    told.filter(new Locator.FilterOptions().setHasText("slope = 2*w + cos(w)")).waitFor();
    page.keyboard().press("Enter");
    page.waitForURL("**ground=formula**");
    SimPage own = new SimPage(page);
    own.listen();
    assertThat(own.look("p.ride.spec.objective.formula")).isEqualTo("w^2 + sin(w)");
    assertThat(own.look("p.ride.spec.start[0]")).isEqualTo(1.8);
    own.part("pace").selectOption("16");
    own.part("roll").focus();
    page.keyboard().press("Enter");
    own.end();
    own.hear("Settled");
    assertThat(own.steps(0)).isEqualTo(own.stepsOfApi(0));
    assertThat(own.transcript()).anySatisfy(said -> assertThat(said).startsWith("Step "));
  }

  @Test
  void aFormulaOfTwoIsAMapWithADomainForEach() {
    SimPage sim = playground("?" + TWO);
    sim.part("formula").fill("x^2 + 4*y^2");
    sim.page.locator("[data-part=\"ends\"] input").nth(3).waitFor();
    sim.page.locator("[data-part=\"ends\"] input").nth(3).fill("9");
    sim.part("use-formula").click();
    sim.page.waitForURL("**ground=formula**");
    SimPage map = new SimPage(sim.page);
    assertThat(map.look("s.element.view.map.drawn.minima[0].w.map(Math.abs).join()"))
        .isEqualTo("0,0");
    assertThat(map.look("JSON.stringify(p.ride.spec.objective.domain)"))
        .isEqualTo("[[-6,6],[-6,9]]");
    assertThat(map.look("s.panels.length")).isEqualTo(2);
  }

  /** The keyboard alone: a dent is drawn into level ground, and the ball finds it. */
  @Test
  void aCurveIsDrawnByTheKeysAndWalkedDown() {
    SimPage sim = playground("?learningRate=0.3&steps=1000");
    Page page = sim.page;
    page.locator("[data-part=\"drawing\"] summary").focus();
    page.keyboard().press("Enter");
    sim.part("pad-flat").focus();
    page.keyboard().press("Enter");
    Locator reader = sim.part("pad-reader");
    reader.focus();
    page.keyboard().press("Home");
    for (int i = 0; i < 8; i++) {
      page.keyboard().press("ArrowRight");
    }
    assertThat(reader.getAttribute("aria-valuetext")).startsWith("Point 9 of 25: w −2.00, height ");
    for (int i = 0; i < 6; i++) {
      page.keyboard().press("PageDown");
    }
    for (int i = 0; i < 12; i++) {
      page.keyboard().press("ArrowRight");
    }
    for (int i = 0; i < 4; i++) {
      page.keyboard().press("PageUp");
    }
    List<Double> drawn = heights(sim);
    assertThat(drawn.get(8)).isLessThan(drawn.get(0));
    assertThat(drawn.get(20)).isGreaterThan(drawn.get(0));
    page.keyboard().press("Control+z");
    assertThat(heights(sim).get(20)).isLessThan(drawn.get(20));
    sim.part("use-heights").focus();
    page.keyboard().press("Enter");
    page.waitForURL("**ground=heights**");
    SimPage own = new SimPage(page);
    own.listen();
    own.part("start").first();
    page.locator("input[name=start]").focus();
    page.keyboard().press("Control+A");
    page.keyboard().type("-0.5");
    page.keyboard().press("Enter");
    own.waitFor("s.panels[0].ride.spec.start[0] === -0.5");
    own.part("pace").selectOption("16");
    page.keyboard().press("Tab");
    own.part("roll").focus();
    page.keyboard().press("Enter");
    own.end();
    own.hear("Settled");
    assertThat(SimPage.number(own.look("p.ride.journey.last.w[0]")).doubleValue())
        .isCloseTo(-2, within(0.2));
    own.transcript();
  }

  /** What is drawn on the pad is the curve that the engine walks down. */
  @Test
  void aStrokeOfThePointerIsTheGround() {
    SimPage sim = playground("?learningRate=0.1");
    sim.page.locator("[data-part=\"drawing\"] summary").click();
    var box = sim.part("pad").boundingBox();
    sim.page.mouse().move(box.x + 2, box.y + 20);
    sim.page.mouse().down();
    sim.page.mouse().move(box.x + box.width / 2, box.y + box.height - 30);
    sim.page.mouse().move(box.x + box.width - 2, box.y + 40);
    sim.page.mouse().up();
    List<Double> drawn = heights(sim);
    assertThat(drawn.get(12)).isEqualTo(drawn.stream().min(Double::compare).orElseThrow());
    Object seen =
        sim.page.evaluate(
            "async () => { const { Spline } = await import('/js/model/spline.js');"
                + " const h = document.querySelector('[data-part=heights]').value"
                + ".split(',').map(Number); const spline = new Spline(h);"
                + " const answer = await (await fetch('/api/landscape?heights=' + h.join()"
                + " + '&domain=-6,6')).json();"
                + " return Math.max(...answer.w.map((w, i) =>"
                + " Math.abs(answer.loss[i] - spline.at((w + 6) * (h.length - 1) / 12)))); }");
    assertThat(SimPage.number(seen).doubleValue()).isLessThan(1e-12);
  }

  @Test
  void anotherGroundKeepsTheRulesAndBeginsAtAStartOfItsOwn() {
    SimPage sim = playground("?" + TWO + "&start=-5.5");
    sim.page.locator("select[name=landscape]").selectOption("surface.himmelblau");
    sim.page.waitForURL("**himmelblau**");
    SimPage map = new SimPage(sim.page);
    assertThat(map.look("s.panels.map(each => each.ride.spec.optimizer.name).join()"))
        .isEqualTo("sgd,momentum");
    assertThat(map.look("p.ride.spec.start.length")).isEqualTo(2);
    map.page.locator("select[name=landscape]").selectOption("curve.cliff");
    map.page.waitForURL("**cliff**");
    assertThat(new SimPage(map.page).look("p.ride.spec.start.length")).isEqualTo(1);
  }

  @Test
  void everyRunHasARuleSettingsAndAScheduleOfItsOwn() {
    SimPage sim = playground("?" + TWO + "&steps=80");
    Page page = sim.page;
    sim.button("Add a run").click();
    page.waitForURL("**join=**");
    SimPage three = new SimPage(page);
    Locator third = page.locator("[data-panel=\"2\"]");
    third.locator("select[name=optimizer]").selectOption("rmsprop");
    page.waitForURL("**rmsprop**");
    third.locator("summary").click();
    third.locator("select[name=schedule]").selectOption("cosine");
    page.waitForURL("**cosine**");
    new SimPage(page);
    third.locator("input[name=alpha]").fill("0.9");
    page.keyboard().press("Enter");
    page.waitForURL(Pattern.compile("alpha=,*0\\.9(&|$)"));
    three = new SimPage(page);
    assertThat(three.look("JSON.stringify(s.panels[2].ride.spec.schedule)"))
        .isEqualTo("{\"name\":\"cosine\",\"over\":80,\"floor\":0}");
    assertThat(three.look("s.panels[2].ride.spec.optimizer.alpha")).isEqualTo(0.9);
    assertThat(three.look("s.panels[0].ride.spec.schedule.name")).isEqualTo("constant");
    Object specs = three.look("JSON.stringify(s.panels.map(each => each.ride.spec))");
    String link = three.part("permalink").getAttribute("href");
    assertThat(
            new SimPage(visit(link.replaceFirst("^https?://[^/]+", "")))
                .look("JSON.stringify(s.panels.map(each => each.ride.spec))"))
        .isEqualTo(specs);
  }

  @Test
  void aRunIsTakenAwayAsJsonAndAsAProgramInThreeLanguages() throws Exception {
    SimPage sim = playground("?optimizer=adam&learningRate=0.3&noise=0.5&seed=7&steps=30");
    Download file = sim.page.waitForDownload(() -> sim.part("json").click());
    JsonNode run = new ObjectMapper().readTree(Files.readString(file.path()));
    assertThat(run.path("steps").size()).isEqualTo(31);
    assertThat(run.at("/spec/noise").asDouble()).isEqualTo(0.5);
    sim.page.locator("[data-part=\"programs\"] summary").click();
    String[][] marks = {
      {"pytorch", "torch.optim.Adam"}, {"numpy", "import numpy"}, {"java", "class Downhill"}
    };
    for (String[] mark : marks) {
      sim.page.locator("input[name=language][value=" + mark[0] + "]").check();
      sim.part("program").filter(new Locator.FilterOptions().setHasText(mark[1])).waitFor();
    }
    Download program = sim.page.waitForDownload(() -> sim.part("program-save").click());
    assertThat(program.suggestedFilename()).isEqualTo("Downhill.java");
  }

  /**
   * A rate that was set on the way is set on the way in the program too, and not from the first.
   */
  @Test
  void aProgramTakesTheRunWithItsChanges() {
    SimPage sim = playground("?learningRate=0.1&steps=30");
    sim.step();
    sim.step();
    sim.setRate("0.037");
    sim.step();
    sim.page.locator("[data-part=\"programs\"] summary").click();
    Locator program = sim.part("program");
    program.filter(new Locator.FilterOptions().setHasText("0.037")).waitFor();
    assertThat(program.textContent()).contains("lr=0.1)");
  }

  @Test
  void withoutAScriptTheRunsTheirEndsAndTheProgramsAreThere() {
    Page page = visit("/playground", desk().setJavaScriptEnabled(false));
    assertThat(page.locator(".past.of-2").count()).isGreaterThan(20);
    assertThat(page.locator(".racer .without-script").allTextContents())
        .hasSize(3)
        .noneMatch(String::isBlank);
    assertThat(page.locator("textarea[name=heights]").inputValue().split(",")).hasSize(25);
    assertThat(page.locator(".programs a").first().getAttribute("href"))
        .startsWith("/api/program?language=pytorch&curve=bumpy");
  }

  private SimPage playground(String query) {
    return new SimPage(visit("/playground" + query));
  }

  private static Object gradient(SimPage sim, int run) {
    return sim.look(
        "s.panels[" + run + "].ride.journey.step(s.outing.player.settledK).gradient[0]");
  }

  private static List<Double> heights(SimPage sim) {
    return List.of(sim.part("heights").inputValue().split(",")).stream()
        .map(Double::valueOf)
        .toList();
  }
}
