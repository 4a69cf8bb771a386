package downhill.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.ReducedMotion;
import downhill.lesson.Answers;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The course from home to the last question, on a phone, by the Tab key alone. */
class CourseBrowserTests extends BrowserTest {

  private static final int MOST_BYTES = 250_000;

  /** What is told to three decimals as nothing. */
  private static final double NO_SHIFT = 0.001;

  private static final String NOTE_SHIFTS =
      "window.shift = 0; new PerformanceObserver(list => list.getEntries().forEach(entry => {"
          + " window.shift += entry.value; })).observe({type: 'layout-shift', buffered: true});";

  /** Numbers all that Tab must come to, of each group of radio buttons the one; how many. */
  private static final String COUNT_STOPS =
      """
      () => {
        const groups = new Set();
        const group = (each) => [...document.forms].indexOf(each.form) + each.name;
        return [...document.querySelectorAll(
            'a[href], button, input, select, textarea, summary, [tabindex]')]
          .filter((each) => each.tabIndex >= 0 && !each.disabled
            && each.checkVisibility({ visibilityProperty: true }))
          .filter((each) => each.type !== 'radio'
            || !groups.has(group(each)) && groups.add(group(each)))
          .map((each, i) => { each.dataset.stop = i; }).length;
      }
      """;

  /** What is wrong where Tab has come to, and whether the place before looked otherwise then. */
  private static final String ARRIVE =
      """
      () => {
        const at = document.activeElement;
        const label = at.closest('label');
        const nodes = at === document.body ? [] : [at, at.parentElement, at.nextElementSibling,
          at.closest('.editor'), label, ...(label?.querySelectorAll('*') ?? [])].filter(Boolean);
        const look = (each) => each.map((node) => getComputedStyle(node))
          .map((style) => [style.outline, style.boxShadow].join()).join('|');
        const was = window.was;
        window.was = { nodes, look: look(nodes), name: at.outerHTML.slice(0, 120) };
        const wrong = [];
        if (was && was.look === look(was.nodes)) {
          wrong.push(`no ring around ${was.name}`);
        }
        if (nodes.length === 0) {
          return wrong;
        }
        (at.type === 'radio' ? document.getElementsByName(at.name) : [at]).forEach((each) =>
          each.removeAttribute('data-stop'));
        const box = at.getBoundingClientRect();
        const x = Math.min(Math.max(box.x + box.width / 2, 0), innerWidth - 1);
        const hit = document.elementFromPoint(x, box.y + Math.min(box.height / 2, 400));
        if (!hit || !at.contains(hit) && !hit.contains(at) && !label?.contains(hit)) {
          wrong.push(`out of sight: ${window.was.name}`);
        }
        return wrong;
      }
      """;

  private static final String LEFT_OUT =
      "[...document.querySelectorAll('[data-stop]')].map(each => each.outerHTML.slice(0, 120))";

  static Stream<Arguments> pages() {
    return Stream.concat(Stream.of("/"), Answers.slugs().map(slug -> "/lessons/" + slug))
        .flatMap(path -> Stream.of(Arguments.of(path, true), Arguments.of(path, false)));
  }

  /** And the page is light, and stands still as it loads. */
  @ParameterizedTest
  @MethodSource("pages")
  void tabComesToEverythingAndShowsWhereItIs(String path, boolean scripted) {
    Page page =
        window(
                desk()
                    .setViewportSize(390, 844)
                    .setReducedMotion(ReducedMotion.REDUCE)
                    .setJavaScriptEnabled(scripted))
            .newPage();
    List<Request> requests = new ArrayList<>();
    page.onRequest(requests::add);
    if (scripted) {
      page.addInitScript(NOTE_SHIFTS);
    }
    page.navigate(address(path));
    page.waitForLoadState(LoadState.NETWORKIDLE);
    if (scripted) {
      if (page.locator("[data-sim]").count() > 0) {
        new SimPage(page);
      }
      assertThat(bytes(requests)).isBetween(20_000, MOST_BYTES);
    }

    int stops = SimPage.number(page.evaluate(COUNT_STOPS)).intValue();
    assertThat(stops).isGreaterThan(30);
    List<Object> wrong = new ArrayList<>();
    int pressed = 0;
    do {
      page.keyboard().press("Tab");
      wrong.addAll((List<?>) page.evaluate(ARRIVE));
      pressed++;
    } while (pressed <= stops + 20 && !onBody(page));
    assertThat(wrong).isEmpty();
    assertThat((List<?>) page.evaluate(LEFT_OUT)).isEmpty();
    assertThat(onBody(page)).as("Tab leaves the page").isTrue();
    if (scripted) {
      assertThat(SimPage.number(page.evaluate("window.shift")).doubleValue()).isLessThan(NO_SHIFT);
    }
  }

  private static int bytes(List<Request> requests) {
    return requests.stream()
        .map(Request::sizes)
        .mapToInt(sizes -> sizes.responseHeadersSize + sizes.responseBodySize)
        .sum();
  }

  private static boolean onBody(Page page) {
    return (Boolean) page.evaluate("document.activeElement === document.body");
  }
}
