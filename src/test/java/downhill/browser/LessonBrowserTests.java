package downhill.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import downhill.lesson.Answers;
import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** A lesson: its three tellings, its questions, and the run that settles each. */
class LessonBrowserTests extends BrowserTest {

  private static final String ROLLING = "/lessons/rolling-downhill";

  @Autowired private ApplicationContext service;

  static Stream<String> slugs() {
    return Answers.slugs();
  }

  static Stream<Arguments> windows() {
    return slugs()
        .flatMap(
            slug ->
                Stream.of(
                    Arguments.of(slug, ColorScheme.LIGHT, desk()),
                    Arguments.of(slug, ColorScheme.DARK, phone())));
  }

  @ParameterizedTest
  @MethodSource("windows")
  void keepsNobodyOut(String slug, ColorScheme scheme, Browser.NewContextOptions window) {
    Answers.Answer first = Answers.of(slug, service).get(0);
    Page page =
        visit(
            "/lessons/" + slug + "?" + first.id() + "=" + first.right().get(0),
            window.setColorScheme(scheme));
    page.waitForLoadState();
    assertAccessible(page);
    assertFits(page);
    for (String depth : new String[] {"five", "maths"}) {
      page.locator("[data-part=\"depths\"] [data-depth=\"" + depth + "\"]").click();
      assertAccessible(page);
      assertFits(page);
    }
  }

  /** Every question by keys alone, and the first run that settles one. */
  @ParameterizedTest
  @MethodSource("slugs")
  void whoKnowsIsToldSoAndMaySeeTheRunThatSettlesIt(String slug) {
    Page page = visit("/lessons/" + slug);
    page.waitForLoadState();
    List<Answers.Answer> answers = Answers.of(slug, service);
    for (Answers.Answer answer : answers) {
      Locator question = page.locator("#quiz-" + answer.id());
      if (answer.isNumber()) {
        question.locator("input[type=\"text\"]").focus();
        page.keyboard().type(answer.right().get(0));
        page.keyboard().press("Enter");
      } else {
        answer.right().forEach(choice -> question.locator("[value=\"" + choice + "\"]").press(" "));
        question.getByRole(AriaRole.BUTTON).press("Enter");
      }
      question.getByText("Yes.", new Locator.GetByTextOptions().setExact(true)).waitFor();
      if (!answer.show().isEmpty()) {
        assertThat(question.locator(".feedback a").getAttribute("href")).contains(answer.show());
      }
    }
    if (Answers.hasSim(slug)) {
      page.locator(".feedback a[href$=\"#sim\"]").first().press("Enter");
      page.waitForURL("**#sim");
      SimPage sim = new SimPage(page);
      assertThat(sim.part("notice").isVisible()).isFalse();
      assertThat(answers.stream().map(Answers.Answer::show))
          .contains(URI.create(page.url()).getQuery().replaceFirst("&depth=.*", ""));
    }
  }

  @ParameterizedTest
  @MethodSource("slugs")
  void withoutAScriptItsWordsAndItsAnswersAreThere(String slug) {
    Answers.Answer last = Answers.of(slug, service).get(Answers.of(slug, service).size() - 1);
    Page page = visit("/lessons/" + slug + "?depth=maths", desk().setJavaScriptEnabled(false));
    assertThat(page.locator("[data-telling=\"maths\"]").isVisible()).isTrue();
    assertThat(page.locator("[data-telling=\"five\"]").isVisible()).isFalse();
    assertThat(page.locator(".peek-table tbody tr").count() > 2).isEqualTo(Answers.hasSim(slug));
    Locator question = page.locator("#quiz-" + last.id());
    if (last.isNumber()) {
      question.locator("input[type=\"text\"]").fill(last.right().get(0));
    } else {
      last.right().forEach(choice -> question.locator("[value=\"" + choice + "\"]").check());
    }
    question.getByRole(AriaRole.BUTTON).click();
    assertThat(page.locator("#quiz-" + last.id()).getAttribute("data-mark")).isEqualTo("right");
    assertThat(page.locator("[data-telling=\"maths\"]").isVisible()).isTrue();
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
    question.getByRole(AriaRole.TEXTBOX).fill("2");
    page.keyboard().press("Enter");
    Locator feedback = question.locator(".feedback");
    feedback.locator("strong").waitFor();
    assertThat(feedback.textContent()).contains("Not quite.").contains("1.500");
    question.getByRole(AriaRole.TEXTBOX).fill("1.5");
    question.locator("button").click();
    feedback.filter(new Locator.FilterOptions().setHasText("Yes.")).waitFor();
    feedback.locator("a").click();
    page.waitForURL("**learningRate=0.2&depth=lesson#sim");
    SimPage sim = new SimPage(page);
    sim.step();
    assertThat(sim.look("p.ride.journey.step(1).w[0]")).isEqualTo(1.5);
  }

  private static void assertFits(Page page) {
    assertThat(
            page.evaluate(
                "document.documentElement.scrollWidth - document.documentElement.clientWidth"))
        .isEqualTo(0);
  }

  private static Object telling(Page page) {
    return page.evaluate(
        "[...document.querySelectorAll('[data-telling]')].filter(each =>"
            + " each.checkVisibility()).map(each => each.dataset.telling).join()");
  }
}
