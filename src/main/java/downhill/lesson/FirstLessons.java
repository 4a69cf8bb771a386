package downhill.lesson;

import java.util.List;

/** The first half of the course: one ball, one number, and the rate at which it moves. */
final class FirstLessons {

  private static final String VALLEY = "curve=valley&start=2.5&optimizer=sgd&learningRate=";

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

  private FirstLessons() {}
}
