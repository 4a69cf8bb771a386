package downhill.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The bands under a learning rate: each one that is there can be named by eye. */
class BandsBrowserTests extends BrowserTest {

  private static final String NAMES =
      """
      () => [...document.querySelectorAll('.band-names')].map((list) => {
        const line = list.getBoundingClientRect();
        const words = [...list.children].map((item) => {
          const band = list.previousElementSibling
            .querySelector(`[data-band="${item.dataset.band}"]`);
          const seen = getComputedStyle(item).opacity === '1' && list.offsetHeight > 0;
          return { band: item.dataset.band, there: Number(band.getAttribute('width')) > 0, seen,
            box: item.getBoundingClientRect() };
        });
        const shown = words.filter((word) => word.seen);
        return [
          ...words.filter((word) => word.there && !word.seen).map((word) => word.band),
          ...shown.filter(({ box }) => box.left < line.left - 1 || box.right > line.right + 1
            || box.bottom > line.bottom + 1).map((word) => `${word.band} is outside`),
          ...shown.filter(({ box }) => shown.some((other) => other.box !== box
            && other.box.left < box.right && box.left < other.box.right
            && other.box.top < box.bottom - 1 && box.top < other.box.bottom - 1))
            .map((word) => `${word.band} is on another`),
        ].join();
      })
      """;

  @ParameterizedTest
  @CsvSource({
    "/sims/roll, 1280",
    "/sims/roll, 390",
    "/sims/roll, 320",
    "/sims/roll?curve=steep-valley&learningRate=0.6, 1280",
    "/sims/three-rates, 1280",
    "/sims/three-rates, 800",
    "/sims/three-rates, 390",
    "/sims/three-rates, 320",
    "/, 1280",
  })
  void eachHasItsNameBesideTheOthers(String path, int width) {
    Page page = visit(path, desk().setViewportSize(width, 800));
    SimPage sim = new SimPage(page);
    sim.frames(3);
    List<?> missing = (List<?>) page.evaluate(NAMES);
    assertThat(missing).isNotEmpty().allSatisfy(words -> assertThat(words).isEqualTo(""));
  }
}
