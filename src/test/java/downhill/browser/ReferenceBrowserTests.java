package downhill.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages beside the lessons, and what leads to them. */
class ReferenceBrowserTests extends BrowserTest {

  private static final String LESSON = "/lessons/rolling-downhill?depth=lesson";

  private static final int MOST_BYTES = 100_000;

  /** What came over the line, compressed, for the page and all that it asks for. */
  private static final String RECEIVED =
      "['navigation', 'resource'].flatMap(kind => performance.getEntriesByType(kind))"
          + ".reduce((sum, each) => sum + each.transferSize, 0)";

  @ParameterizedTest
  @ValueSource(strings = {"/glossary", "/questions", "/summary", "/teach", "/studio/language"})
  void keepsNobodyOut(String path) {
    for (ColorScheme scheme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
      Page page =
          visit(path, (scheme == ColorScheme.DARK ? phone() : desk()).setColorScheme(scheme));
      page.locator("details")
          .all()
          .forEach(details -> details.evaluate("each => each.open = true"));
      assertAccessible(page);
      page.setViewportSize(320, 640);
      assertThat(
              page.evaluate(
                  "document.documentElement.scrollWidth - document.documentElement.clientWidth"))
          .isEqualTo(0);
      assertThat(SimPage.number(page.evaluate(RECEIVED)).intValue()).isBetween(10_000, MOST_BYTES);
    }
  }

  /** Whoever chooses a telling above the sim is taken to its words; below it nothing jumps. */
  @Test
  void theSwitchAboveTheSimLeadsToTheWords() {
    Page page = visit("/lessons/learning-rate");
    page.locator("[data-part=depths-above] [data-depth=five]").focus();
    page.keyboard().press("Enter");
    assertThat(page.locator("[data-part=tellings]").getAttribute("data-depth")).isEqualTo("five");
    assertThat(page.evaluate("document.activeElement.closest('nav').dataset.part"))
        .isEqualTo("depths");
    assertThat(page.locator("[data-telling=five]").isVisible()).isTrue();
    assertThat(page.evaluate("document.activeElement.getBoundingClientRect().top < innerHeight"))
        .isEqualTo(true);
    assertThat(page.locator("[data-depth=five][aria-current=true]").count()).isEqualTo(2);

    Page plain = visit("/lessons/learning-rate", desk().setJavaScriptEnabled(false));
    plain.locator("[data-part=depths-above] [data-depth=maths]").click();
    plain.waitForURL("**depth=maths#telling");
    assertThat(plain.locator("[data-telling=maths]").isVisible()).isTrue();
  }

  @Test
  void aTermIsShownInPlaceByTheKeysAndGivesTheFocusBack() {
    Page page = visit(LESSON);
    Locator term = page.locator("[data-telling=lesson] a.term").first();
    String id = term.getAttribute("href").replaceFirst(".*#", "");
    term.focus();
    page.keyboard().press("Enter");
    Locator note = page.locator(".term-note");
    note.waitFor();
    Page glossary = visit("/glossary");
    assertThat(note.locator("dd").first().textContent())
        .isEqualTo(glossary.locator("#" + id + " dd").first().textContent());
    assertThat(page.url()).contains("/lessons/rolling-downhill");
    assertThat(page.evaluate("document.activeElement.className")).isEqualTo("term-note");
    assertAccessible(page);
    page.keyboard().press("Escape");
    note.waitFor(
        new Locator.WaitForOptions()
            .setState(com.microsoft.playwright.options.WaitForSelectorState.DETACHED));
    assertThat(page.evaluate("document.activeElement.className")).isEqualTo("term");
  }

  @Test
  void withoutAScriptATermIsALinkToTheGlossary() {
    Page page = visit(LESSON, desk().setJavaScriptEnabled(false));
    page.locator("[data-telling=lesson] a.term").first().click();
    page.waitForURL("**/glossary#*");
  }

  @Test
  void whatWasAnsweredIsShownAtHomeAndCanBeForgotten() {
    Page page = visit("/");
    assertThat(page.locator("[data-part=forget]").isVisible()).isFalse();
    page.navigate(address(LESSON));
    page.locator("#quiz-shorter input[value=b]").check();
    page.locator("#quiz-shorter button").click();
    page.locator("#quiz-shorter[data-mark=right]").waitFor();
    page.locator("#quiz-loop input[value=b]").check();
    page.locator("#quiz-loop button").click();
    page.locator("#quiz-loop[data-mark=wrong]").waitFor();
    page.navigate(address("/"));
    Locator progress = page.locator("[data-lesson=rolling-downhill]");
    assertThat(progress.textContent()).matches(Pattern.compile("1 of \\d answered"));
    page.locator("[data-part=forget] button").click();
    assertThat(progress.isVisible()).isFalse();
    assertThat(page.evaluate("localStorage.getItem('downhill.answered')")).isNull();
  }

  @Test
  void theCourseFitsOnASheet() {
    Page page = visit("/summary");
    page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
    String pdf =
        new String(page.pdf(new Page.PdfOptions().setFormat("A4")), StandardCharsets.ISO_8859_1);
    assertThat(Pattern.compile("/Type /Page\\b").matcher(pdf).results().count()).isEqualTo(1);
    assertThat(page.locator(".in-a-breath > li").count()).isGreaterThan(5);
  }
}
