package downhill.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import downhill.lesson.Exhibits;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * How tall frames have to be. The table from which frames get their height where nobody can be
 * asked is written by {@code mvn test -Dmeasure -Dtest=HeightsBrowserTests}.
 */
class HeightsBrowserTests extends BrowserTest {

  private static final Path TABLE = Path.of("src/main/resources/downhill/embed/heights.txt");
  private static final List<Integer> WIDTHS =
      List.of(
          320, 360, 420, 480, 560, 640, 641, 720, 800, 900, 959, 961, 1000, 1024, 1025, 1087, 1088,
          1200);
  private static final double TOLERANCE = 0.08;

  /** The height once it has stayed the same for a while: pictures follow the width. */
  private static final String RESTING =
      "async () => { let last = 0; for (let same = 0; same < 15; same++) {"
          + " await new Promise(requestAnimationFrame); const height ="
          + " Math.ceil(document.documentElement.getBoundingClientRect().height);"
          + " if (height !== last) { same = 0; last = height; } } return last; }";

  @Test
  @EnabledIfSystemProperty(named = "measure", matches = ".*")
  void writesTheTable() throws Exception {
    List<String> lines = new ArrayList<>();
    lines.add("width: " + joined(WIDTHS));
    for (String sim : Exhibits.NAMES) {
      for (String controls : List.of("full", "few", "none")) {
        List<List<Integer>> both =
            Stream.of("en", "es").map(language -> heights(sim, controls, language)).toList();
        List<Integer> tallest =
            IntStream.range(0, WIDTHS.size())
                .mapToObj(i -> Math.max(both.get(0).get(i), both.get(1).get(i)))
                .toList();
        lines.add(sim + " " + controls + ": " + joined(tallest));
      }
    }
    Files.createDirectories(TABLE.getParent());
    Files.write(TABLE, lines);
  }

  @ParameterizedTest
  @CsvSource({"roll, full", "race, few", "studio, full", "batches, none"})
  void theTableStillHolds(String sim, String controls) throws Exception {
    List<Integer> told =
        Files.readAllLines(TABLE).stream()
            .filter(line -> line.startsWith(sim + " " + controls + ":"))
            .flatMap(line -> Stream.of(line.split(": ")[1].split(" ")))
            .map(Integer::valueOf)
            .toList();
    List<Integer> found = heights(sim, controls, "es");
    assertThat(told).hasSameSizeAs(found);
    for (int i = 0; i < told.size(); i++) {
      assertThat((double) told.get(i))
          .as("height of %s at %d", sim, WIDTHS.get(i))
          .isBetween(found.get(i) * (1 - TOLERANCE), found.get(i) * (1 + TOLERANCE));
    }
  }

  private List<Integer> heights(String sim, String controls, String language) {
    Page page = visit("/embed/" + sim + "?controls=" + controls + "&lang=" + language);
    page.locator("[data-sim]").dispatchEvent("pointerover");
    new SimPage(page);
    // The Studio's editor comes late.
    page.waitForLoadState(LoadState.NETWORKIDLE);
    List<Integer> heights = new ArrayList<>();
    for (int width : WIDTHS) {
      page.setViewportSize(width, 400);
      heights.add(((Number) page.evaluate(RESTING)).intValue());
    }
    page.context().close();
    return heights;
  }

  private static String joined(List<Integer> numbers) {
    return numbers.stream().map(String::valueOf).collect(Collectors.joining(" "));
  }
}
