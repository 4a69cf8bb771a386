package downhill.lesson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import downhill.descent.Minimum;
import downhill.descent.Verdict;
import downhill.lesson.BasinMap.Stretch;
import downhill.run.Completed;
import downhill.run.CurvePicture;
import downhill.run.Landscapes;
import downhill.run.Runs;
import downhill.run.ShortForm;
import downhill.run.Spec;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/** Where balls end from each start, and what the presets of Valleys say of it. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.NONE)
class BasinsTests {

  @Autowired Basins basins;
  @Autowired ShortForm shortForm;
  @Autowired Landscapes landscapes;
  @Autowired Runs runs;

  /** Of 0.1w² + sin 2w + 1 on [−6, 6]; the middle of the basin is found by the ridges. */
  @ParameterizedTest
  @ValueSource(strings = {"0.02", "0.1", "0.3", "0.45"})
  void plainDescentReachesTheLowestValleyFromAboutTwentySevenPercentOfStarts(String rate) {
    List<BasinMap> maps = maps("curve=bumpy&optimizer=sgd&steps=1000&learningRate=" + rate);
    assertThat(maps).hasSize(1);
    double share =
        maps.get(0).stretches().stream()
            .filter(each -> each.rests() && each.look().equals("lowest"))
            .mapToDouble(each -> (each.to() - each.from()) / 12)
            .sum();
    assertThat(share).isCloseTo(0.275, within(0.005));
    assertThat(maps.get(0).words().get(0)).contains("27.", "lowest valley", rate);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "curve=bumpy&optimizer=sgd&learningRate=0.1",
        "curve=bumpy&optimizer=sgd&learningRate=0.5",
        "curve=double-well&optimizer=sgd&learningRate=0.1",
        "curve=bumpy&optimizer=momentum&learningRate=0.1&steps=400",
      })
  void everyStretchSaysWhereItsRunsEnd(String query) {
    List<BasinMap> maps = maps(query);
    BasinMap map = maps.get(maps.size() - 1);
    Spec spec = shortForm.read(query(query));
    List<Minimum> minima = spec.ground().minima().get();
    assertThat(map.stretches().get(0).left()).isZero();
    for (Stretch stretch : map.stretches()) {
      double middle = (stretch.from() + stretch.to()) / 2;
      Completed run = runs.complete(shortForm.read(query(query + "&start=" + middle)));
      boolean atRest = List.of(Verdict.CONVERGED, Verdict.STUCK).contains(run.ending().verdict());
      if (stretch.rests()) {
        double end = run.steps().get(run.steps().size() - 1).w()[0];
        assertThat(end).isCloseTo(minima.get(stretch.valley()).w()[0], within(1e-4));
      }
      assertThat(stretch.rests() || stretch.valley() < 0).isEqualTo(atRest);
    }
    double whole = map.stretches().stream().mapToDouble(Stretch::width).sum();
    assertThat(whole).isCloseTo(100, within(1e-9));
  }

  @Test
  void anotherRuleIsMappedBesidePlainDescent() {
    List<BasinMap> maps = maps("curve=bumpy&optimizer=momentum&learningRate=0.1&steps=400");
    assertThat(maps)
        .extracting(BasinMap::rule)
        .containsExactly("Plain gradient descent", "Momentum");
    assertThat(maps.get(1).valleys().get(1).share()).isNotEqualTo("0.0%");
    assertThat(percent(maps.get(1))).isGreaterThan(percent(maps.get(0)) + 5);
  }

  @Test
  void theLongestRunsAreMappedToo() {
    assertThat(maps("curve=bumpy&optimizer=sgd&learningRate=0.001&steps=10000")).hasSize(1);
  }

  /** Each preset's end, by the engine; what its words claim. */
  @ParameterizedTest
  @CsvSource({
    "plain, 2.243, at rest, C",
    "momentum, -0.748, at rest, lowest",
    "momentum-slow, 2.243, at rest, C",
    "momentum-past, 2.243, at rest, C",
    "noise, -0.748, near, lowest",
    "noise-unlucky, 2.243, near, C",
    "noise-out, 2.243, near, C",
    "adam, 2.243, at rest, C",
    "adam-leaps, -0.748, at rest, lowest",
    "adam-lost, -3.736, at rest, A",
    "plateau, 3.815, moving, plateau",
  })
  void aPresetDoesWhatItSays(String name, double place, String how, String word) {
    Preset preset =
        Preset.of("valleys").stream().filter(each -> each.name().equals(name)).findFirst().get();
    Completed run = runs.complete(shortForm.read(query(preset.query())));
    double end = run.steps().get(run.steps().size() - 1).w()[0];
    assertThat(end).isCloseTo(place, within(how.equals("near") ? 0.6 : 0.001));
    assertThat(
            run.ending().verdict() == Verdict.CONVERGED || run.ending().verdict() == Verdict.STUCK)
        .isEqualTo(how.equals("at rest"));
    assertThat(ResourceBundle.getBundle("messages").getString("preset.valleys." + name))
        .contains(word);
  }

  @Test
  void everyPresetIsPlayedAbove() {
    assertThat(Preset.of("valleys")).hasSize(11);
  }

  private static double percent(BasinMap map) {
    return Double.parseDouble(map.valleys().get(1).share().replace("%", ""));
  }

  private List<BasinMap> maps(String query) {
    Spec spec = shortForm.read(query(query));
    CurvePicture picture = landscapes.curve(spec.ground(), spec.ground().domain().get(0));
    return basins.of(spec, picture);
  }

  private static Map<String, String> query(String text) {
    Map<String, String> query = new LinkedHashMap<>();
    for (String member : text.split("&")) {
      query.put(member.split("=")[0], member.split("=")[1]);
    }
    return query;
  }
}
