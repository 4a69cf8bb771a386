package downhill.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.descent.Step;
import downhill.descent.Verdict;
import downhill.run.Completed;
import downhill.run.Runs;
import downhill.run.ShortForm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/** What the glossary, the questions and the answer key say. */
@SpringBootTest
class ReferencePagesTests {

  private static final Pattern TERM = Pattern.compile("/glossary#([\\w-]+)");

  @Autowired Glossary glossary;
  @Autowired Phrases phrases;
  @Autowired Quiz quiz;
  @Autowired Ran ran;
  @Autowired Runs runs;
  @Autowired ShortForm shortForm;
  @Autowired RunList runList;

  @Test
  void everyTermThatALessonLinksIsThereAndHasBothItsSentences() throws IOException {
    TreeSet<String> linked = new TreeSet<>();
    try (Stream<Path> files = Files.walk(Path.of("src/main/resources/templates/lessons"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        TERM.matcher(Files.readString(file)).results().forEach(at -> linked.add(at.group(1)));
      }
    }
    assertThat(linked).isNotEmpty().isSubsetOf(Glossary.TERMS.keySet());
    for (Glossary.Term term : glossary.terms(Locale.ENGLISH)) {
      String child = phrases.page("term." + term.id() + ".child");
      String student = phrases.page("term." + term.id() + ".student");
      assertThat(List.of(child, student))
          .allMatch(words -> words.endsWith("."))
          .doesNotHaveDuplicates();
      assertThat(Lesson.COURSE).contains(Glossary.TERMS.get(term.id()));
    }
  }

  @Test
  void termsStandInTheOrderOfADictionary() {
    List<String> names = glossary.terms(Locale.ENGLISH).stream().map(Glossary.Term::name).toList();
    assertThat(names).isSortedAccordingTo(String.CASE_INSENSITIVE_ORDER).doesNotHaveDuplicates();
  }

  @Test
  void atLeastFifteenQuestionsAreAnsweredAndWhatTheyShowCanBeShown() {
    assertThat(OftenAsked.ALL).hasSizeGreaterThanOrEqualTo(15);
    for (OftenAsked asked : OftenAsked.ALL) {
      Object[] figures = asked.figures().apply(ran).toArray();
      assertThat(phrases.page("ask." + asked.id())).endsWith("?");
      assertThat(phrases.page("ask." + asked.id() + ".answer", figures))
          .endsWith(".")
          .doesNotContain("{");
      if (!asked.show().isEmpty()) {
        assertThat(phrases.page("ask." + asked.id() + ".show")).isNotBlank();
        String[] parts = asked.show().split("\\?");
        Sim sim = Sim.named(parts[0].substring("/sims/".length())).orElseThrow();
        Map<String, String> query = parts.length > 1 ? Sim.members(parts[1]) : Map.of();
        assertThat(runList.read(query, sim).notices()).as(asked.id()).isEmpty();
      }
    }
  }

  /** "It stops beside a deeper valley", "it takes a rate above 1", "here it lies at 0.059". */
  @Test
  void whatTheAnswersClaimIsSo() {
    assertThat(verdict("curve=bumpy&start=3.6&optimizer=sgd&learningRate=0.1"))
        .isEqualTo(Verdict.STUCK);
    String valley = "curve=valley&start=2.5&optimizer=sgd&learningRate=";
    assertThat(verdict(valley + "1.1")).isEqualTo(Verdict.DIVERGED);
    assertThat(verdict(valley + "0.99&steps=2000")).isEqualTo(Verdict.CONVERGED);
    assertThat(figures("stop")).containsExactly(70);
    assertThat(figures("epoch")).containsExactly(60, 8, 4);
    assertThat(figures("zero")).containsExactly("0.059");
    List<Object> race = figures("adam-better");
    assertThat((Integer) race.get(0)).isLessThan((Integer) race.get(1));
  }

  @Test
  void withTheSignTurnedEachStepIsLongerThanTheLast() {
    // Uphill on w² is downhill on −w².
    List<Step> steps =
        run("formula=-(w^2)&domain=-3,3&start=0.5&optimizer=sgd&learningRate=0.1&steps=20").steps();
    for (int k = 2; k < steps.size(); k++) {
      assertThat(way(steps, k)).isGreaterThan(way(steps, k - 1));
    }
  }

  @Test
  void theAnswerKeyHasWhatIsGradedRight() {
    for (Lesson lesson : Lesson.ALL) {
      for (Quiz.Key key : quiz.key(lesson)) {
        if (key.value().isEmpty()) {
          assertThat(key.right()).isNotEmpty().allMatch(key.question().choices()::get);
        } else {
          assertThat(key.right()).isEmpty();
        }
      }
    }
  }

  private static double way(List<Step> steps, int k) {
    return Math.abs(steps.get(k).w()[0] - steps.get(k - 1).w()[0]);
  }

  private List<Object> figures(String id) {
    return OftenAsked.ALL.stream()
        .filter(asked -> asked.id().equals(id))
        .findFirst()
        .orElseThrow()
        .figures()
        .apply(ran);
  }

  private Verdict verdict(String query) {
    return run(query).ending().verdict();
  }

  private Completed run(String query) {
    return runs.complete(shortForm.read(Sim.members(query)));
  }
}
