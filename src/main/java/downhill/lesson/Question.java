package downhill.lesson;

import downhill.run.Completed;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A question at the end of a lesson. Its words are messages: {@code quiz.SLUG.ID} asks, {@code
 * quiz.SLUG.ID.CHOICE} offers, {@code quiz.SLUG.ID.CHOICE.why} answers who took that choice; of a
 * number {@code .right} and {@code .wrong} answer, with the engine's value.
 *
 * @param id within its lesson
 * @param choices by name, whether each is right; empty of a number
 * @param value the number that is asked for, as the engine has it; null of choices
 * @param show the short form of the run that settles it, or of several; empty where none can
 * @param on the name of the sim that shows it; empty for the lesson's own
 * @param which of several runs has the number, counted from 0
 */
record Question(
    String id,
    Map<String, Boolean> choices,
    @Nullable ToDoubleFunction<Completed> value,
    String show,
    String on,
    int which) {

  /** A number this near, as a share of it, is right: readers round. */
  private static final double NEAR = 0.006;

  /** One with choices: those that are right, then those that are not, in the order of the names. */
  static Question of(String id, List<String> right, List<String> wrong, String show) {
    Map<String, Boolean> choices =
        Stream.concat(right.stream(), wrong.stream())
            .sorted()
            .collect(
                Collectors.toMap(
                    choice -> choice, right::contains, (once, again) -> once, LinkedHashMap::new));
    return new Question(id, choices, null, show, "", 0);
  }

  /** One that asks for a number that the run shows. */
  static Question number(String id, ToDoubleFunction<Completed> value, String show) {
    return number(id, value, show, 0);
  }

  /** One that asks for a number that one of several runs shows. */
  static Question number(String id, ToDoubleFunction<Completed> value, String show, int which) {
    return new Question(id, Map.of(), value, show, "", which);
  }

  /** The same, shown on a sim of its own page. */
  Question on(String sim) {
    return new Question(id, choices, value, show, sim, which);
  }

  /** Where the run that settles it is shown, beside the telling that is read. */
  public String address(Lesson lesson, String depth) {
    return on.isEmpty()
        ? lesson.path() + "?" + show + "&depth=" + depth + "#sim"
        : Sim.named(on).orElseThrow().path() + "?" + show;
  }

  /** Whether it asks for a number. */
  public boolean asksForANumber() {
    return value != null;
  }

  /** The number that is asked for. */
  double valueOf(Completed run) {
    return Objects.requireNonNull(value).applyAsDouble(run);
  }

  /** What begins the keys of its words. */
  String key(Lesson lesson) {
    return "quiz." + lesson.slug() + "." + id;
  }

  /** The names of the choices that are right. */
  List<String> right() {
    return choices.entrySet().stream().filter(Map.Entry::getValue).map(Map.Entry::getKey).toList();
  }

  /** Whether more than one choice is right, so that several may be taken. */
  public boolean takesSeveral() {
    return choices.values().stream().filter(right -> right).count() > 1;
  }

  /** Whether a number is the one asked for, but for rounding. */
  static boolean isNear(double given, double value) {
    return Math.abs(given - value) <= NEAR * Math.max(Math.abs(value), NEAR);
  }
}
