package downhill.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ScreenshotType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Draws the picture that stands for each sim where a link to it is shared: {@code mvn test -Dcards
 * -Dtest=CardsBrowserTests}, whenever a sim has come to look another way.
 */
@EnabledIfSystemProperty(named = "cards", matches = ".*")
class CardsBrowserTests extends BrowserTest {

  private static final Path CARDS = Path.of("src/main/resources/static/images/cards");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "fog",
        "roll",
        "arithmetic",
        "three-rates",
        "schedules",
        "valleys",
        "restarts",
        "race",
        "inside",
        "batches",
        "playground",
        "studio"
      })
  void drawsTheCardOf(String sim) throws Exception {
    Page page =
        visit(
            (Set.of("playground", "studio").contains(sim) ? "/" : "/sims/") + sim,
            new Browser.NewContextOptions().setViewportSize(1200, 630));
    SimPage played = new SimPage(page);
    for (int k = 0; k < 5; k++) {
      played.step();
    }
    page.evaluate(
        "() => { document.activeElement.blur();"
            + " document.querySelector('.sim').scrollIntoView({ block: 'start' }); }");
    played.frames(3);
    Files.createDirectories(CARDS);
    page.screenshot(
        new Page.ScreenshotOptions()
            .setPath(CARDS.resolve(sim + ".jpg"))
            .setType(ScreenshotType.JPEG)
            .setQuality(80));
  }
}
