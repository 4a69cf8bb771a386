package downhill.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.jayway.jsonpath.JsonPath;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class ModulesTests {

  private static final String CHART = "/webjars/chartjs/4.4.3/dist/chart.umd.js";
  private static final Path STATIC = Path.of("src/main/resources/static");

  @Autowired private Modules modules;

  @Test
  void everyScriptIsOnTheMapAtAnAddressThatHashesIt() throws Exception {
    Map<String, String> map = JsonPath.read(modules.getImportMap(), "$.imports");

    assertThat(map).containsEntry("chart.js", CHART);
    try (Stream<Path> scripts = Files.walk(STATIC.resolve("js"))) {
      assertThat(map.keySet())
          .filteredOn(name -> !name.equals("chart.js"))
          .containsExactlyInAnyOrderElementsOf(
              scripts
                  .filter(Files::isRegularFile)
                  .map(file -> "/" + STATIC.relativize(file).toString().replace('\\', '/'))
                  .toList());
    }
    map.remove("chart.js");
    assertThat(map)
        .allSatisfy(
            (path, hashed) ->
                assertThat(hashed).matches(path.replace(".js", "-[0-9a-f]{32}\\.js")));
  }

  @Test
  void preloadsAllThatAModuleNeedsAndNothingElse() {
    assertThat(modules.preloads("/js/model/journey.js"))
        .singleElement()
        .asString()
        .startsWith("/js/model/journey-");
    assertThat(modules.preloads("/js/view/curve-picture.js"))
        .contains(CHART)
        .doesNotHaveDuplicates()
        .allMatch(address -> address.equals(CHART) || address.matches("/js/(view|model)/.*"));
  }

  @Test
  void refusesToPreloadWhatIsNotThere() {
    assertThatThrownBy(() -> modules.preloads("/js/gone.js"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("/js/gone.js");
  }
}
