package downhill.lesson;

import downhill.run.Runs;
import downhill.run.Spec;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.context.ApplicationContext;

/** What a reader who knows it all would answer, for tests that cannot look into the lessons. */
public final class Answers {

  private Answers() {}

  /**
   * The right answer to a question.
   *
   * @param id of the question
   * @param right the names of the right choices; or a number as one would type it
   * @param isNumber whether it is a number
   * @param show the short form of the run that settles it on the lesson's own sim; empty where none
   *     does
   */
  public record Answer(String id, List<String> right, boolean isNumber, String show) {}

  /** Whether there is a sim on a lesson's page. */
  public static boolean hasSim(String slug) {
    return Lesson.named(slug).orElseThrow().hasSim();
  }

  /** The slugs of the lessons that are written. */
  public static Stream<String> slugs() {
    return Lesson.ALL.stream().map(Lesson::slug);
  }

  /** What the service under test holds for right. */
  public static List<Answer> of(String slug, ApplicationContext service) {
    Quiz quiz = service.getBean(Quiz.class);
    Runs runs = service.getBean(Runs.class);
    Lesson lesson = Lesson.named(slug).orElseThrow();
    return lesson.questions().stream()
        .map(
            question ->
                new Answer(
                    question.id(),
                    question.asksForANumber()
                        ? List.of(number(question, quiz.runs(lesson, question), runs))
                        : question.choices().entrySet().stream()
                            .filter(Map.Entry::getValue)
                            .map(Map.Entry::getKey)
                            .toList(),
                    question.asksForANumber(),
                    question.on().isEmpty() ? question.show() : ""))
        .toList();
  }

  private static String number(Question question, List<Spec> specs, Runs runs) {
    return Figures.field(question.valueOf(runs.complete(specs.get(question.which()))));
  }
}
