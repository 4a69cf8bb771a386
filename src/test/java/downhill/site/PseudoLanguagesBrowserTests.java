package downhill.site;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import downhill.browser.BrowserTest;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.context.annotation.Import;

/** Every page stays whole in any language. */
@Import(PseudoLanguages.class)
class PseudoLanguagesBrowserTests extends BrowserTest {

  private static final List<String> PAGES =
      List.of(
          "/",
          "/sims",
          "/sims/fog",
          "/sims/roll",
          "/sims/arithmetic",
          "/sims/three-rates",
          "/sims/race",
          "/sims/inside?optimizer=adam",
          "/sims/schedules",
          "/sims/batches",
          "/sims/valleys",
          "/sims/restarts",
          "/playground",
          "/studio",
          "/studio/language",
          "/glossary",
          "/questions",
          "/summary",
          "/teach",
          "/lessons/where-it-shows-up",
          "/lessons/rolling-downhill?depth=lesson",
          "/lessons/local-minima?depth=maths");

  /** Words that something hides, and what leaves the page to a side. */
  private static final String FAULTS =
      """
      () => {
        const faults = [];
        const root = document.documentElement;
        if (root.scrollWidth > root.clientWidth) {
          faults.push(`scrolls sideways by ${root.scrollWidth - root.clientWidth}`);
        }
        const seen = (element) => !element.closest('.out-of-sight, [hidden], svg, .skip, [data-lit] span')
          && element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
        for (const element of document.querySelectorAll('body *')) {
          const words = [...element.childNodes].some((node) =>
            node.nodeType === Node.TEXT_NODE && node.data.trim() !== '');
          if (!words || !seen(element) || ['SCRIPT', 'STYLE', 'OPTION'].includes(element.tagName)) {
            continue;
          }
          const range = document.createRange();
          range.selectNodeContents(element);
          const box = range.getBoundingClientRect();
          for (let outer = element; outer !== document.body; outer = outer.parentElement) {
            const { overflowX, overflowY } = getComputedStyle(outer);
            const own = outer.getBoundingClientRect();
            const across = Math.max(box.right - own.right, own.left - box.left);
            const down = Math.max(box.bottom - own.bottom, own.top - box.top);
            if (['hidden', 'clip'].includes(overflowX) && across > 2
                || ['hidden', 'clip'].includes(overflowY) && down > 4) {
              faults.push(`cut by ${Math.round(Math.max(across, down))}: ${outer.className
                || outer.tagName} around ${element.className || element.tagName}: ${
                element.textContent.trim().slice(0, 60)}`);
            }
            if (/auto|scroll/.test(overflowX + overflowY)) {
              break;
            }
          }
        }
        return faults;
      }
      """;

  private static final String INJECTED =
      "() => [...document.querySelectorAll('.injected')].map(e => e.parentElement.outerHTML)";

  static List<String> paths() {
    return PAGES;
  }

  static Stream<Arguments> pages() {
    return PAGES.stream()
        .flatMap(
            path ->
                Stream.of("es", PseudoLanguages.LONG, PseudoLanguages.LEFTWARDS)
                    .map(language -> Arguments.of(path, language)));
  }

  @ParameterizedTest
  @MethodSource("pages")
  void everyPageStaysWhole(String path, String language) {
    Page page = visit(path + (path.contains("?") ? "&" : "?") + "lang=" + language);
    for (int width : new int[] {1280, 320}) {
      page.setViewportSize(width, 800);
      page.waitForLoadState();
      page.evaluate("() => new Promise(done => setTimeout(done, 300))");
      assertThat(page.locator("html").getAttribute("lang")).isEqualTo(language);
      assertThat(page.evaluate(FAULTS))
          .as("%s in %s at %d", path, language, width)
          .asInstanceOf(InstanceOfAssertFactories.list(String.class))
          .isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("paths")
  void spanishKeepsNobodyOut(String path) {
    Page page = visit(path + (path.contains("?") ? "&" : "?") + "lang=es");
    page.waitForLoadState();
    for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
      // Without motion, so that no colour is looked at on its way to another.
      page.emulateMedia(
          new Page.EmulateMediaOptions()
              .setColorScheme(scheme)
              .setReducedMotion(ReducedMotion.REDUCE));
      assertAccessible(page);
    }
  }

  /** Nor is any word taken for markup or for code, on the page or by its scripts. */
  @ParameterizedTest
  @MethodSource("paths")
  void wordsAreWords(String path) {
    Page page = visit(path + (path.contains("?") ? "&" : "?") + "lang=" + PseudoLanguages.SIGNS);
    page.waitForLoadState();
    assertThat(page.locator("h1").textContent()).contains("<img");
    Locator step = page.locator("[data-part=step]").first();
    if (step.count() > 0) {
      step.click();
      page.locator("[data-part=said]").first().click();
    }
    assertThat(page.evaluate(INJECTED))
        .asInstanceOf(InstanceOfAssertFactories.list(String.class))
        .isEmpty();
  }
}
