package downhill.lesson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import downhill.descent.Step;
import downhill.descent.Verdict;
import downhill.run.Completed;
import downhill.run.Runs;
import downhill.run.ShortForm;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.core.io.ClassPathResource;

/** The time line: its years, the runs behind its links, and what is said of them. */
@SpringBootTest
class WhereItShowsUpTests {

  private static final String TOLD = Telling.of("where-it-shows-up");

  @Autowired ShortForm shortForm;
  @Autowired Runs runs;

  @Test
  void theYearsStandInTheirOrderAndAtTheirPlaces() throws IOException {
    String written =
        new ClassPathResource("templates/lessons/en/where-it-shows-up.html")
            .getContentAsString(StandardCharsets.UTF_8);
    assertThat(found(written, "<h3>(\\d{4})</h3>"))
        .containsExactly("1847", "1951", "1964", "1983", "1986", "2011", "2012", "2014", "2017");
    String hill =
        new ClassPathResource("templates/fragments/time-hill.html")
            .getContentAsString(StandardCharsets.UTF_8);
    assertThat(found(hill, "<circle r=\"9\" cx=\"([\\d.]+)\""))
        .extracting(place -> 1840 + 186 * Double.parseDouble(place) / 1000)
        .usingElementComparator((a, b) -> Math.abs(a - b) < 0.02 ? 0 : 1)
        .containsExactly(1847.0, 1951.0, 1964.0, 1983.0, 1986.0, 2011.0, 2012.0, 2014.0, 2017.0);
  }

  @Test
  void aStrongPullHoldsAdamwShortOfTheMinimum() {
    String query = "surface=himmelblau&start=0,0&steps=400&learningRate=0.1&optimizer=";
    Completed adam = run(query + "adam");
    assertThat(adam.ending().verdict()).isEqualTo(Verdict.CONVERGED);
    assertThat(last(adam).w()).containsExactly(new double[] {3, 2}, within(1e-6));
    Completed pulled = run(query + "adamw&weightDecay=0.5");
    assertThat(last(pulled).w()).containsExactly(new double[] {1.98, 1.85}, within(0.005));
    assertThat(last(pulled).loss()).isGreaterThan(last(adam).loss() + 10);
    double[] later = last(run(query.replace("400", "10000") + "adamw&weightDecay=0.5")).w();
    assertThat(later).containsExactly(new double[] {2, 2}, within(0.015));
    assertThat(TOLD)
        .contains("has come to (1.98, 1.85) after 400 steps and creeps on towards (2, 2)");
    double[] usual = last(run(query + "adamw")).w();
    assertThat(usual).containsExactly(new double[] {3, 2}, within(0.005));
  }

  @Test
  void lookingAheadFollowsTheBentValleyToItsEnd() {
    String query = "surface=rosenbrock&start=-1.2,1&steps=1000&optimizer=";
    double[] plain = last(run(query + "sgd&learningRate=0.00283")).w();
    double[] ahead = last(run(query + "nesterov&learningRate=0.00137")).w();
    assertThat(ahead).containsExactly(new double[] {1, 1}, within(0.003));
    assertThat(plain[0]).isLessThan(0.9);
  }

  @Test
  void aRateThatShrinksHalvesInTwentySteps() {
    String query = "curve=valley&optimizer=sgd&learningRate=0.4&schedule=inverse-time";
    Completed run = run(query + "&schedule.decay=0.05&noise=2&seed=1");
    assertThat(run.steps().get(21).learningRate()).isCloseTo(0.2, within(1e-12));
  }

  private static List<String> found(String text, String pattern) {
    return Pattern.compile(pattern).matcher(text).results().map(each -> each.group(1)).toList();
  }

  private static Step last(Completed run) {
    return run.steps().get(run.steps().size() - 1);
  }

  private Completed run(String query) {
    return runs.complete(shortForm.read(Sim.members(query)));
  }
}
