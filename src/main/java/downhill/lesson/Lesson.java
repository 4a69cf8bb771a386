package downhill.lesson;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A lesson: one question, the sim that answers it, and what is asked at its end. Its three tellings
 * are the fragments of {@code templates/lessons/SLUG.html}.
 *
 * @param slug as in its address
 * @param sim the name of its sim
 * @param shown the short form of what the sim shows at first, which the words speak of
 * @param questions to check one's understanding
 */
record Lesson(String slug, String sim, String shown, List<Question> questions) {

  /** The course, in its order. */
  static final List<String> COURSE =
      List.of(
          "in-the-dark",
          "rolling-downhill",
          "the-update-rule",
          "learning-rate",
          "schedules",
          "local-minima",
          "momentum-and-adam",
          "batches",
          "train-a-network",
          "where-it-shows-up");

  private static final String VALLEY = "curve=valley&start=2.5&optimizer=sgd&learningRate=";

  /** Those that are written. */
  static final List<Lesson> ALL =
      List.of(
          new Lesson(
              "rolling-downhill",
              "roll",
              VALLEY + "0.1",
              List.of(
                  Question.of("shorter", List.of("b"), List.of("a", "c"), VALLEY + "0.1"),
                  Question.number("one-step", run -> run.steps().get(1).w()[0], VALLEY + "0.2"),
                  Question.of("loop", List.of("a", "c", "d"), List.of("b"), VALLEY + "0.1"),
                  Question.of(
                      "at-rest",
                      List.of("c"),
                      List.of("a", "b"),
                      "curve=bumpy&start=3.6&optimizer=sgd&learningRate=0.1"))));

  /** The one of a name, where it is written. */
  static Optional<Lesson> named(String slug) {
    return ALL.stream().filter(lesson -> lesson.slug.equals(slug)).findFirst();
  }

  /** Its address. */
  public String path() {
    return "/lessons/" + slug;
  }

  /** Its place in the course, from 1. */
  public int place() {
    return COURSE.indexOf(slug) + 1;
  }

  /** The slug of the lesson after it; empty after the last. */
  public Optional<String> next() {
    return COURSE.stream().skip(place()).findFirst();
  }

  /** The members of what its sim shows at first. */
  Map<String, String> members() {
    return Sim.members(shown);
  }
}
