package downhill.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

/** Whoever does what the first lessons say sees what they say. */
class FirstLessonsBrowserTests extends BrowserTest {

  @Test
  void inTheDarkTheRuleNeedsAsManyStepsAsTheWordsSay() {
    Page page = visit("/lessons/in-the-dark");
    SimPage sim = new SimPage(page);
    page.getByLabel("gradient descent", new Page.GetByLabelOptions().setExact(true)).check();
    aim(sim, -0.45);
    sim.step();
    assertThat(sim.part("said").textContent()).contains("You are lower than before");
    sim.step();
    sim.step();
    assertThat(sim.part("by-slope").isVisible()).isTrue();
    sim.button("This is the bottom").click();
    sim.end();
    sim.frames(2);
    assertThat(sim.part("verdict").textContent())
        .contains("within 0.12 of it at step 9", "Fewer steps were needed by you");
    assertThat(words(page)).contains("within 0.12 of the lowest place at step 9");
  }

  @Test
  void fromBeyondTheRidgeTheSlopeLeadsWhereTheWordsSay() {
    Page page = visit("/lessons/in-the-dark");
    SimPage sim = new SimPage(page);
    for (int k = 0; k < 3; k++) {
      sim.step();
    }
    page.locator("input[name=\"start\"]").fill("1.2");
    page.locator("input[name=\"start\"]").press("Enter");
    sim.rest(0);
    sim.part("by-slope").check();
    sim.frames(2);
    sim.part("pace").selectOption("16");
    sim.button("Roll").click();
    sim.end();
    double w = SimPage.at(sim.steps(0).get(sim.k()), "w");
    assertThat(words(page)).contains(String.format("You come to rest at %.2f", w));
  }

  @Test
  void theUpdateRuleDoesWhatItsWordsTellTheReaderToPress() {
    Page page = visit("/lessons/the-update-rule");
    SimPage sim = new SimPage(page);
    String words = words(page);
    sim.step();
    assertThat(at(sim, 1)).isEqualTo(2);
    page.getByLabel("Momentum", new Page.GetByLabelOptions().setExact(true)).check();
    page.waitForURL("**/lessons/the-update-rule?*momentum*");
    sim = new SimPage(page);
    sim.step();
    sim.step();
    assertThat(words).contains(String.format("takes the ball to %.2f", at(sim, 2)));
    page.navigate(address("/lessons/the-update-rule"));
    sim = new SimPage(page);
    page.getByLabel("+ in place of −").check(new Locator.CheckOptions().setForce(true));
    page.waitForURL("**/lessons/the-update-rule?*sign=plus*");
    sim = new SimPage(page);
    sim.part("pace").selectOption("16");
    sim.button("Roll").click();
    sim.end();
    sim.frames(2);
    assertThat(sim.part("verdict").textContent()).startsWith("It flew off.");
  }

  @Test
  void threeRatesNeedAsManyStepsAsTheWordsSay() {
    Page page = visit("/lessons/learning-rate");
    SimPage sim = new SimPage(page);
    sim.part("pace").selectOption("16");
    sim.button("Roll").click();
    sim.end();
    sim.frames(2);
    assertThat(page.locator("[data-part=\"score\"]").allTextContents())
        .satisfiesExactly(
            crawls -> assertThat(crawls).startsWith("40 steps"),
            settles -> assertThat(settles).startsWith("4 steps"),
            zigZags -> assertThat(zigZags).startsWith("62 steps"));
    assertThat(words(page)).contains("takes 40 steps", "second ball needs 4.", "needs 62.");
    Locator third = page.locator("[data-panel=\"2\"] [data-part=\"rate-number\"]");
    third.fill("0.51");
    third.press("Enter");
    sim.button("Roll").click();
    sim.end();
    double last = SimPage.at(sim.steps(2).get(199), "loss");
    assertThat(last).isGreaterThan(SimPage.at(sim.steps(2).get(0), "loss"));
  }

  @Test
  void theBallsOfTheSchedulesLessonKeepAsLowAsTheWordsSay() {
    Page page = visit("/lessons/schedules");
    SimPage sim = new SimPage(page);
    sim.part("pace").selectOption("16");
    sim.button("Roll").click();
    sim.end();
    sim.frames(2);
    String words = words(page);
    for (String score : page.locator("[data-part=\"score\"]").allTextContents()) {
      assertThat(words).contains(score.replaceFirst(".*a loss of ([\\d.]+) on average", "$1"));
    }
    page.locator("[data-panel=\"0\"] [data-part=\"rate-number\"]").fill("0.005");
    page.locator("[data-panel=\"0\"] [data-part=\"rate-number\"]").press("Enter");
    sim.button("Roll").click();
    sim.end();
    double slow = SimPage.at(sim.steps(0).get(50), "loss");
    assertThat(slow).isCloseTo(6.08, within(0.01));
    assertThat(words).contains(String.format("its loss is still %.2f", slow));
  }

  private static double at(SimPage sim, int k) {
    return SimPage.at(sim.steps(0).get(k), "w");
  }

  private static String words(Page page) {
    return page.locator("[data-telling=\"lesson\"]").textContent().replaceAll("\\s+", " ");
  }

  private static void aim(SimPage sim, double step) {
    sim.part("aim-number").fill("" + step);
    sim.part("aim-number").press("Enter");
    sim.frames(1);
  }
}
