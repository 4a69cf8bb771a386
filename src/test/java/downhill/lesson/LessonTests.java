package downhill.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.descent.Step;
import downhill.descent.Verdict;
import downhill.run.Completed;
import downhill.run.Runs;
import downhill.run.ShortForm;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** What lessons say and ask is so: the engine says it too. */
@SpringBootTest
class LessonTests {

  @Autowired Quiz quiz;
  @Autowired Sims sims;
  @Autowired StudioViews studio;
  @Autowired Runs runs;
  @Autowired ShortForm shortForm;
  @Autowired Phrases phrases;

  static List<Lesson> lessons() {
    return Lesson.ALL;
  }

  @ParameterizedTest
  @MethodSource("lessons")
  void everyChoiceHasAnAnswerOfItsOwnAndSomeAreRight(Lesson lesson) {
    assertThat(lesson.questions()).hasSizeGreaterThanOrEqualTo(3);
    for (Question question : lesson.questions()) {
      String key = "quiz." + lesson.slug() + "." + question.id();
      assertThat(ShortForm.isMember(question.id())).as("a setting of the sim").isFalse();
      assertThat(phrases.page(key)).containsPattern("[?.]$").isNotEqualTo(key);
      if (!question.asksForANumber()) {
        assertThat(question.choices().values()).contains(true, false);
        assertThat(
                question.choices().keySet().stream().map(c -> phrases.page(key + "." + c + ".why")))
            .doesNotHaveDuplicates()
            .allMatch(why -> why.endsWith("."));
      }
    }
  }

  /** As it is written, all of it: nothing is left out, and nothing put in its place. */
  @ParameterizedTest
  @MethodSource("lessons")
  void everyRunThatSettlesAQuestionCanBeShown(Lesson lesson) {
    if (lesson.hasSim()) {
      isShown(lesson.sim(), lesson.shown());
    }
    for (Question question : lesson.questions()) {
      if (!question.show().isEmpty()) {
        isShown(question.on().isEmpty() ? lesson.sim() : question.on(), question.show());
      }
    }
  }

  private void isShown(String sim, String query) {
    if (sim.equals(Lesson.STUDIO)) {
      assertThat(studio.asked(null, Sim.members(query).get("example"), false).notices()).isEmpty();
      return;
    }
    Sim shown = Sim.named(sim).orElseThrow();
    SimView view = sims.view(shown, Sim.members(query));
    assertThat(view.notices()).as(query).isEmpty();
    assertThat(Sim.members(view.query())).as(query).containsAllEntriesOf(asked(query));
    assertThat(view.table()).as(query).hasSizeGreaterThan(shown.foggy() ? 0 : 1);
  }

  @ParameterizedTest
  @MethodSource("lessons")
  void allThatIsNearALessonIsThere(Lesson lesson) {
    assertThat(lesson.sims()).hasSizeGreaterThan(2).doesNotHaveDuplicates();
    assertThat(phrases.page("lesson." + lesson.slug() + ".description"))
        .hasSizeLessThanOrEqualTo(160);
  }

  /** What a short form leaves out need not be said again: the default of the contract. */
  private static Map<String, String> asked(String query) {
    Map<String, String> members = Sim.members(query);
    members.entrySet().removeIf(each -> each.getValue().equals(ShortForm.usual(each.getKey())));
    return members;
  }

  @Test
  void answersAreGradedByTheEngine() {
    assertThat(mark("one-step", "1.5")).isEqualTo("right");
    assertThat(mark("one-step", "1,5")).isEqualTo("right");
    assertThat(mark("one-step", "2")).isEqualTo("wrong");
    assertThat(mark("one-step", "two")).isEqualTo("wrong");
    assertThat(mark("shorter", "b")).isEqualTo("right");
    assertThat(mark("shorter", "zzz")).isEmpty();
    assertThat(mark("loop", "a", "c")).isEqualTo("partly");
    assertThat(mark("loop", "a", "c", "d")).isEqualTo("right");
    assertThat(mark("loop", "a", "b", "c", "d")).isEqualTo("wrong");
  }

  /** Rolling downhill: each step is shorter, the rate stays, and where the slope is 0 it rests. */
  @Test
  void onTheValleyEachStepIsShorterAtTheSameRate() {
    List<Step> steps = run(lesson("rolling-downhill").shown()).steps();
    for (int k = 2; k < steps.size(); k++) {
      assertThat(way(steps, k)).isLessThan(way(steps, k - 1));
      assertThat(steps.get(k).learningRate()).isEqualTo(0.1);
    }
    assertThat(steps.get(steps.size() - 1).k()).isEqualTo(70);
  }

  @Test
  void onTheBumpyCurveItRestsBesideADeeperValleyWithStepsToSpare() {
    Completed run = run("curve=bumpy&start=3.6&optimizer=sgd&learningRate=0.1");
    assertThat(run.ending().verdict()).isEqualTo(Verdict.STUCK);
    assertThat(run.steps().size()).isLessThan(run.spec().steps());
  }

  private static double way(List<Step> steps, int k) {
    return Math.abs(steps.get(k).w()[0] - steps.get(k - 1).w()[0]);
  }

  private String mark(String question, String... answers) {
    MultiValueMap<String, String> query = new LinkedMultiValueMap<>(Map.of());
    query.addAll(question, List.of(answers));
    return quiz.of(lesson("rolling-downhill"), query).stream()
        .filter(asked -> asked.question().id().equals(question))
        .findFirst()
        .orElseThrow()
        .mark();
  }

  private static Lesson lesson(String slug) {
    return Lesson.named(slug).orElseThrow();
  }

  private Completed run(String query) {
    return runs.complete(shortForm.read(Sim.members(query)));
  }
}
