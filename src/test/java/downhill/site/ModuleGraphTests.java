package downhill.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ModuleGraphTests {

  private static final String ROLL = "/js/pages/roll.js";
  private static final String RACE = "/js/pages/race.js";
  private static final String PARTS = "/js/view/parts.js";

  private static ModuleGraph graph(Map<String, String> sources) {
    return new ModuleGraph(sources, Set.of("chart.js"));
  }

  private static List<String> paths(List<EsModule> modules) {
    return modules.stream().map(EsModule::path).toList();
  }

  @Test
  void whatTwoEntriesNeedIsSharedAndComesAfterWhatItNeeds() {
    ModuleGraph graph =
        graph(
            Map.of(
                ROLL,
                "import { b } from '../view/b.js';\nimport { own } from './own.js';\n",
                RACE,
                "import { b } from '../view/b.js';\n",
                "/js/pages/own.js",
                "import { a } from '../view/a.js';\nexport const own = a;\n",
                "/js/view/b.js",
                "import { z } from '../model/z.js';\nexport const b = z;\n",
                "/js/view/a.js",
                "import { z } from '../model/z.js';\nexport const a = z;\n",
                "/js/model/z.js",
                "import 'chart.js';\nexport const z = 1;\n",
                "/js/alone.js",
                ""));

    assertThat(graph.entries()).containsExactly(RACE, ROLL);
    assertThat(paths(graph.shared())).containsExactly("/js/model/z.js", "/js/view/b.js");
    assertThat(paths(graph.own(ROLL))).containsExactly("/js/view/a.js", "/js/pages/own.js", ROLL);
    assertThat(paths(graph.own(RACE))).containsExactly(RACE);
    assertThat(paths(graph.all(ROLL)))
        .hasSize(5)
        .startsWith("/js/model/z.js", "/js/view/b.js")
        .endsWith(ROLL);
    assertThat(graph.isForeign("chart.js")).isTrue();
    assertThat(graph.isForeign("/js/view/b.js")).isFalse();
  }

  @Test
  void refusesToImportWhatIsNotThere() {
    assertThatThrownBy(() -> graph(Map.of(ROLL, "\nimport { a } from './gone.js';\n")))
        .hasMessage(ROLL + ":2 imports [a] of /js/pages/gone.js, which is not there");
    assertThatThrownBy(() -> graph(Map.of(ROLL, "import { a } from 'left-pad';\n")))
        .hasMessage(ROLL + ":1 imports [a] of left-pad, which is not there");
  }

  @Test
  void refusesToImportANameThatIsNotExported() {
    assertThatThrownBy(
            () ->
                graph(
                    Map.of(
                        ROLL,
                        "import { mark } from '../view/parts.js';\n",
                        PARTS,
                        "export const write = 1, mark = 2;\n")))
        .hasMessage(ROLL + ":1 imports [mark] of " + PARTS + ", which exports only [write]");
  }

  @Test
  void importsOnlyForeignModulesLate() {
    String late = "const f = () => import('../%s/x.js');\n";

    assertThat(graph(Map.of(ROLL, late.formatted("vendor"), "/js/vendor/x.js", "export{x as y}")))
        .extracting(graph -> paths(graph.own(ROLL)))
        .isEqualTo(List.of(ROLL));
    assertThatThrownBy(
            () -> graph(Map.of(ROLL, late.formatted("view"), "/js/view/x.js", "const x = 1;")))
        .hasMessageStartingWith(ROLL + ":1 imports /js/view/x.js late");
  }

  @Test
  void refusesACircle() {
    assertThatThrownBy(
            () ->
                graph(
                    Map.of(
                        "/js/view/a.js",
                        "import { b } from './b.js';\nexport class a {}\n",
                        "/js/view/b.js",
                        "import { a } from './a.js';\nexport class b {}\n")))
        .hasMessageContaining("/js/view/a.js -> /js/view/b.js -> /js/view/a.js");
  }
}
