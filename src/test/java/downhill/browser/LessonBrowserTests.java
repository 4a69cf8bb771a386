package downhill.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A lesson: its three tellings, its questions, and the run that settles each. */
class LessonBrowserTests extends BrowserTest {

  private static final String ROLLING = "/lessons/rolling-downhill";

  @ParameterizedTest
  @CsvSource({"LIGHT, 1280", "DARK, 320"})
  void keepsNobodyOut(ColorScheme scheme, int width) {
    Page page =
        visit(
            ROLLING + "?shorter=a&one-step=1.5",
            (width == 320 ? phone() : desk()).setColorScheme(scheme));
    page.waitForLoadState();
    assertAccessible(page);
    for (String depth : new String[] {"five", "maths"}) {
      page.locator("[data-part=\"depths\"] [data-depth=\"" + depth + "\"]").click();
      assertAccessible(page);
    }
    assertThat(
            page.evaluate(
                "document.documentElement.scrollWidth - document.documentElement.clientWidth"))
        .isEqualTo(0);
  }

  @Test
  void theTellingChosenIsRememberedAndTheAddressHasTheLastWord() {
    Page page = visit(ROLLING);
    assertThat(telling(page)).isEqualTo("lesson");
    page.locator("[data-part=\"depths\"] [data-depth=\"five\"]").focus();
    page.keyboard().press("Enter");
    assertThat(telling(page)).isEqualTo("five");
    assertThat(page.url()).contains("depth=five");
    page.navigate(address(ROLLING));
    assertThat(telling(page)).isEqualTo("five");
    page.navigate(address(ROLLING + "?depth=maths"));
    assertThat(telling(page)).isEqualTo("maths");
  }

  /** What the words say of the first steps is what the ball does. */
  @Test
  void theWordsTellTheRunThatIsShown() {
    Page page = visit(ROLLING + "?depth=lesson");
    SimPage sim = new SimPage(page);
    String words = page.locator("[data-telling=\"lesson\"]").textContent();
    for (int k = 1; k <= 2; k++) {
      sim.step();
      double w = SimPage.number(sim.look("p.ride.journey.step(" + k + ").w[0]")).doubleValue();
      assertThat(words).contains(String.format("came to %.3f", w).substring(8));
    }
    sim.part("pace").selectOption("16");
    sim.button("Roll").click();
    sim.end();
    assertThat(words).contains("comes to rest after " + sim.k() + " steps");
  }

  @Test
  void answersAreGradedInPlaceAndTheRunThatSettlesThemIsShown() {
    Page page = visit(ROLLING);
    Locator question = page.locator("#quiz-one-step");
    question.locator("input").fill("2");
    page.keyboard().press("Enter");
    Locator feedback = question.locator(".feedback");
    feedback.locator("strong").waitFor();
    assertThat(feedback.textContent()).contains("Not quite.").contains("1.500");
    question.locator("input").fill("1.5");
    question.locator("button").click();
    feedback.filter(new Locator.FilterOptions().setHasText("Yes.")).waitFor();
    feedback.locator("a").click();
    page.waitForURL("**learningRate=0.2#sim");
    SimPage sim = new SimPage(page);
    sim.step();
    assertThat(sim.look("p.ride.journey.step(1).w[0]")).isEqualTo(1.5);
  }

  @Test
  void withoutAScriptAllOfItIsThere() {
    Page page = visit(ROLLING + "?depth=maths&loop=a&loop=b", desk().setJavaScriptEnabled(false));
    assertThat(page.locator("[data-telling=\"maths\"]").isVisible()).isTrue();
    assertThat(page.locator("[data-telling=\"five\"]").isVisible()).isFalse();
    assertThat(page.locator("#quiz-loop .feedback").textContent())
        .contains("Not quite.")
        .contains("That is what never happens.");
    assertThat(page.locator(".peek-table tbody tr").count()).isEqualTo(7);
  }

  private static Object telling(Page page) {
    return page.evaluate(
        "[...document.querySelectorAll('[data-telling]')].filter(each =>"
            + " each.checkVisibility()).map(each => each.dataset.telling).join()");
  }
}
