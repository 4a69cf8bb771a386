package downhill.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** On paper: what was run, whole, on two sheets at most, and where to find it again. */
class PrintBrowserTests extends BrowserTest {

  private static final Pattern SHEET = Pattern.compile("/Type /Page\\b");

  /** How many of a copy's points differ from the first one: a blank sheet has none. */
  private static final String INK =
      """
      () => [...document.querySelectorAll('.copy')].map((copy) => {
        const { data } = copy.getContext('2d').getImageData(0, 0, copy.width, copy.height);
        const points = new Uint32Array(data.buffer);
        return points.filter((point) => point !== points[0]).length / points.length;
      })
      """;

  @ParameterizedTest
  @ValueSource(strings = {"/sims/roll", "/sims/three-rates?learningRate=0.1,0.5,0.9"})
  void takesTwoSheetsAtMostWithAScriptAndWithout(String path) {
    SimPage sim = rolled(path, ColorScheme.LIGHT);
    assertThat(sheets(sim.page)).isBetween(1L, 2L);
    assertThat(sheets(visit(path, desk().setJavaScriptEnabled(false)))).isBetween(1L, 2L);
  }

  /** What is wider than the sheet has all that is on it printed smaller. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "/sims/roll",
        "/sims/fog",
        "/sims/three-rates",
        "/sims/race",
        "/sims/inside",
        "/sims/batches",
        "/sims/valleys",
        "/sims/restarts",
        "/sims/schedules",
        "/sims/arithmetic",
        "/playground",
        "/studio"
      })
  void isNoWiderThanTheSheet(String path) {
    SimPage sim = new SimPage(visit(path));
    sim.button("Step").click();
    sim.frames(3);
    sim.page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
    sim.page.setViewportSize(718, 1000);
    sim.frames(3);
    assertThat(sim.page.evaluate("document.documentElement.scrollWidth")).isEqualTo(718);
  }

  @ParameterizedTest
  @CsvSource({"/sims/roll, LIGHT, 2", "/sims/three-rates, DARK, 4"})
  void printsACopyOfWhatIsDrawnInTheColoursOfDay(String path, ColorScheme scheme, int pictures) {
    SimPage sim = rolled(path, scheme);
    sim.page.evaluate("dispatchEvent(new Event('beforeprint'))");
    sim.page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
    sim.frames(3);
    assertThat((List<?>) sim.page.evaluate(INK))
        .hasSize(pictures)
        .allSatisfy(ink -> assertThat(SimPage.number(ink).doubleValue()).isGreaterThan(0.005));
    assertThat(
            sim.page.evaluate("getComputedStyle(document.querySelector('.sim')).backgroundColor"))
        .isEqualTo("rgb(255, 255, 255)");
    sim.page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
    sim.page.evaluate("dispatchEvent(new Event('afterprint'))");
    sim.frames(3);
    assertThat(sim.page.locator(".copy").count()).isZero();
  }

  @Test
  void cutsNoWordsAndSaysWhichStepsAreLeftOut() {
    SimPage sim = rolled("/sims/three-rates?learningRate=0.1,0.5,0.9", ColorScheme.LIGHT);
    sim.page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
    sim.page.setViewportSize(718, 1000);
    sim.frames(3);
    Object cut =
        sim.page.evaluate(
            "[...document.querySelectorAll('.told, .said, .verdict-words, .panel-verdict, .steps')]"
                + ".filter(e => e.scrollHeight > e.clientHeight + 1 || e.scrollWidth >"
                + " e.clientWidth + 1).map(e => e.className).join()");
    assertThat(cut).isEqualTo("");
    assertThat(sim.page.locator("tbody tr:visible").count()).isEqualTo(32);
    assertThat(sim.page.locator(".on-paper").isVisible()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void theAddressIsWhole(boolean script) {
    Page page = visit("/sims/roll?start=2.5", desk().setJavaScriptEnabled(script));
    assertThat(page.locator("[data-part=permalink]").getAttribute("href"))
        .isEqualTo(address("/sims/roll?curve=bumpy&start=2.5&optimizer=sgd&learningRate=0.1"));
  }

  private SimPage rolled(String path, ColorScheme scheme) {
    SimPage sim = new SimPage(visit(path, desk().setColorScheme(scheme)));
    sim.part("pace").selectOption("16");
    sim.button("Roll").click();
    sim.end();
    return sim;
  }

  private static long sheets(Page page) {
    String pdf =
        new String(page.pdf(new Page.PdfOptions().setFormat("A4")), StandardCharsets.ISO_8859_1);
    return SHEET.matcher(pdf).results().count();
  }
}
