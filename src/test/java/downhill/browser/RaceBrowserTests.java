package downhill.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Race: several rules, one start, one map. */
class RaceBrowserTests extends BrowserTest {

  private static final String MAP = "s.element.view.map.drawn";

  @Test
  void eachRacerAgreesWithTheApi() {
    SimPage sim = new SimPage(visit("/sims/race"));
    sim.button("Roll").click();
    sim.reach(5);
    sim.button("Pause").click();
    sim.waitFor("!s.outing.player.moving");
    sim.frames(2);
    for (int racer = 0; racer < 4; racer++) {
      var steps = sim.steps(racer);
      assertThat(steps).isEqualTo(sim.stepsOfApi(racer).subList(0, steps.size()));
      assertThat(sim.look(MAP + ".runs[" + racer + "].w")).isEqualTo(steps.get(sim.k()).get("w"));
    }
  }

  @Test
  void theMapShowsTheRunsTheStartAndTheMinima() {
    SimPage sim =
        new SimPage(visit("/sims/race?surface=himmelblau&start=-1,0.5&learningRate=0.01"));
    assertThat(sim.look(MAP + ".minima.length")).isEqualTo(4);
    assertThat(sim.look(MAP + ".minima.every(m => m.lowest)")).isEqualTo(true);
    assertThat(sim.look(MAP + ".levels.length > 5")).isEqualTo(true);
    assertThat(sim.look(MAP + ".start.w.join()")).isEqualTo("-1,0.5");
    assertThat(sim.look(MAP + ".arrows > 0")).isEqualTo(true);
  }

  /** What the page says of the rates that it shows at first. */
  @Test
  void atTheRatesShownMomentumIsDownFirstAndPlainDescentIsNot() {
    SimPage sim = new SimPage(visit("/sims/race"));
    sim.page.locator("[data-part=\"prediction\"] input[value=\"1\"]").check();
    roll(sim);
    assertThat(sim.part("standings").textContent()).startsWith("First down: Momentum, after ");
    assertThat(sim.part("graded").textContent()).startsWith("You guessed it. Momentum");
    List<String> scores = sim.page.locator("[data-part=\"score\"]").allTextContents();
    assertThat(scores).allMatch(score -> score.matches("down: (\\d+) steps, \\1 gradients"));
    assertThat(sim.page.locator(".race-verdicts .verdict-words").count()).isEqualTo(4);
  }

  /** On a phone as well: why, and the rate that would not, stand whole within what is said. */
  @Test
  void onAPhoneNothingIsCutOfWhyOneFlewOff() {
    SimPage sim =
        new SimPage(
            visit(
                "/sims/race?surface=ravine&start=-4,1&steps=40&optimizer=sgd,momentum,adam"
                    + "&learningRate=3,3,0.1",
                phone()));
    sim.part("pace").selectOption("16");
    roll(sim);
    sim.page.locator("[data-part=\"offer\"]").nth(1).waitFor();
    var said = sim.page.locator(".race-said").boundingBox();
    for (Locator offer : sim.page.locator("[data-part=\"offer\"]").all()) {
      var box = offer.boundingBox();
      assertThat(box.y + box.height).isLessThanOrEqualTo(said.y + said.height);
    }
    assertThat(sim.page.locator("[data-verdict=\"diverged\"]").first().textContent())
        .contains("3 is above 2/f″ = 0.1");
  }

  @Test
  void withoutAScriptTheVerdictsAreWhole() {
    Page page = visit("/sims/race", phone().setJavaScriptEnabled(false));
    for (Locator verdict : page.locator(".racer-foot .without-script").all()) {
      assertThat(verdict.evaluate("each => each.scrollWidth - each.clientWidth")).isEqualTo(0);
    }
  }

  @Test
  void tuningIsDoneByTheEngineAndSaid() {
    SimPage sim =
        new SimPage(visit("/sims/race?surface=bowl&optimizer=sgd,adam&learningRate=0.1,0.1"));
    sim.button("Tune each to its best").click();
    sim.page.waitForURL("**tune=each**");
    SimPage tuned = new SimPage(sim.page);
    assertThat(tuned.look("p.ride.rate")).isEqualTo(1);
    assertThat(tuned.part("notice").textContent()).contains("trying 43");
    assertThat(tuned.page.evaluate("document.activeElement.name")).isEqualTo("tune");
  }

  @Test
  void aSettingKeepsTheFocusThroughTheNewPage() {
    SimPage sim = new SimPage(visit("/sims/race?optimizer=sgd,momentum&learningRate=0.03,0.05"));
    sim.page.locator("summary").first().press("Enter");
    sim.page.locator("[name=momentum]").last().fill("0.7");
    sim.page.locator("[name=momentum]").last().press("Enter");
    sim.page.waitForURL("**momentum=,0.7**");
    new SimPage(sim.page);
    assertThat(sim.page.evaluate("document.activeElement.value")).isEqualTo("0.7");
  }

  @Test
  void racersComeAndGo() {
    SimPage sim = new SimPage(visit("/sims/race?optimizer=sgd,adam&learningRate=0.03,0.2"));
    sim.button("Add a racer").click();
    sim.page.waitForURL("**join=**");
    SimPage three = new SimPage(sim.page);
    assertThat(three.look("s.panels.map(each => each.ride.spec.optimizer.name).join()"))
        .isEqualTo("sgd,adam,momentum");
    assertThat(three.look("s.panels.map(each => each.ride.rate).join()")).isEqualTo("0.03,0.2,0.1");
    three.button("Take Adam out").click();
    three.page.waitForURL("**leave=**");
    SimPage two = new SimPage(three.page);
    assertThat(two.look("s.panels.map(each => each.ride.spec.optimizer.name).join()"))
        .isEqualTo("sgd,momentum");
  }

  @Test
  void anotherSurfaceIsATunedRace() {
    SimPage sim = new SimPage(visit("/sims/race"));
    sim.page.locator("select[name=surface]").selectOption("rosenbrock");
    sim.page.waitForURL("**surface=rosenbrock**");
    SimPage other = new SimPage(sim.page);
    assertThat(other.look("p.ride.spec.start.join()")).isEqualTo("-1.2,1");
    assertThat(other.part("notice").textContent()).contains("trying 43");
  }

  @Test
  void theKeysReadTheMapAndMoveTheStart() {
    SimPage sim =
        new SimPage(
            visit("/sims/race?surface=bowl&start=2,1&optimizer=sgd,adam&learningRate=0.3,0.3"));
    sim.listen();
    sim.part("pace").selectOption("16");
    Locator reader = sim.part("map-reader");
    reader.focus();
    sim.page.keyboard().press("Home");
    assertThat(reader.getAttribute("aria-valuetext"))
        .isEqualTo(
            "x 2.00, y 1.00: the loss is 2.50, the slope 2.24, and down is to the lower left.");
    for (int i = 0; i < 5; i++) {
      sim.page.keyboard().press("Shift+ArrowLeft");
    }
    sim.page.keyboard().press("ArrowDown");
    assertThat(reader.getAttribute("aria-valuetext"))
        .startsWith("x −1.00, y 0.94: the loss is 0.94");
    sim.page.keyboard().press("Enter");
    assertThat(sim.look("s.panels.map(each => each.ride.spec.start.join()).join(' ')"))
        .isEqualTo("-1,0.94 -1,0.94");
    sim.page.keyboard().press("Escape");
    assertThat(sim.look(MAP + ".cross")).isNull();
    sim.page.keyboard().press(".");
    sim.rest(1);
    sim.page.keyboard().press(".");
    sim.rest(2);
    sim.page.keyboard().press(",");
    sim.rest(1);
    sim.page.keyboard().press("Space");
    sim.end();
    sim.hear("First down:");
    assertThat(sim.transcript()).anySatisfy(said -> assertThat(said).startsWith("Step "));
  }

  @Test
  void thePointerReadsTheMapAndDragsTheStart() {
    SimPage sim =
        new SimPage(
            visit("/sims/race?surface=bowl&start=2,1&optimizer=sgd,adam&learningRate=0.3,0.3"));
    var box = sim.part("map-reader").boundingBox();
    double[] from = {place(sim, "x"), place(sim, "y")};
    Page page = sim.page;
    page.mouse().move(box.x + box.width / 2, box.y + box.height / 2);
    assertThat(sim.part("reading").textContent()).startsWith("x ").contains("the loss is");
    page.mouse().move(box.x + from[0], box.y + from[1]);
    page.mouse().down();
    page.mouse().move(box.x + from[0] - 60, box.y + from[1] + 20);
    page.mouse().up();
    sim.frames(2);
    assertThat(place(sim, "x")).isCloseTo(from[0] - 60, within(2.0));
    assertThat(place(sim, "y")).isCloseTo(from[1] + 20, within(2.0));
    assertThat((Boolean) sim.look("p.ride.spec.start[0] < 2 && p.ride.spec.start[1] < 1")).isTrue();
  }

  @Test
  void whoLeavesTheMapIsPointedAtAndTheOthersGoOn() {
    SimPage sim = new SimPage(visit("/sims/race?optimizer=sgd,adam&learningRate=0.2,0.4&steps=60"));
    roll(sim);
    assertThat(sim.look(MAP + ".runs.map(run => run.inside).join()")).isEqualTo("false,true");
    assertThat(sim.page.locator(".race-verdicts").textContent()).contains("It flew off.");
  }

  @Test
  void theLinkBringsBackTheWholeRace() {
    SimPage sim =
        new SimPage(
            visit("/sims/race?surface=beale&optimizer=sgd,adam&learningRate=0.01,0.1&beta1=,0.8"));
    sim.page.locator("[data-panel=\"1\"] [data-part=\"rate-number\"]").fill("0.3");
    sim.page.keyboard().press("Enter");
    sim.waitFor("s.panels[1].ride.rate === 0.3");
    sim.frames(3);
    Object specs = sim.look("JSON.stringify(s.panels.map(each => each.ride.spec))");
    sim.part("permalink").click();
    sim.page.waitForURL("**0.3**");
    SimPage again = new SimPage(sim.page);
    assertThat(again.look("JSON.stringify(s.panels.map(each => each.ride.spec))")).isEqualTo(specs);
  }

  private static double place(SimPage sim, String axis) {
    return SimPage.number(sim.look(MAP + ".start." + axis)).doubleValue();
  }

  private static void roll(SimPage sim) {
    sim.part("pace").selectOption("16");
    sim.button("Roll").click();
    sim.end();
  }
}
