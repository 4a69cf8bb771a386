package downhill.lesson;

import java.util.List;

/** The first half of the course: one ball, one number, and the rate at which it moves. */
final class FirstLessons {

  private static final String VALLEY = "curve=valley&start=2.5&optimizer=sgd&learningRate=";

  private static final String LINE = "curve=valley&tolerance=0.001&";

  private static final String HILL = "curve=bumpy&start=";

  private static final String BY_SLOPE = "&optimizer=sgd&learningRate=0.1&steps=40";

  static final List<Lesson> ALL =
      List.of(
          new Lesson(
              "in-the-dark",
              "fog",
              HILL + "0.6" + BY_SLOPE,
              List.of(
                  Question.of("feel", List.of("a"), List.of("b", "c"), HILL + "1.2" + BY_SLOPE),
                  Question.number(
                      "by-rule", run -> run.steps().get(1).w()[0], HILL + "0.6" + BY_SLOPE),
                  Question.of(
                      "hill", List.of("a", "c", "d"), List.of("b"), HILL + "0.6" + BY_SLOPE),
                  Question.of("jump", List.of("b"), List.of("a", "c"), HILL + "4.4" + BY_SLOPE),
                  Question.of(
                      "wrong-valley", List.of("c"), List.of("a", "b"), HILL + "1.2" + BY_SLOPE))),
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
                      "curve=bumpy&start=3.6&optimizer=sgd&learningRate=0.1"))),
          new Lesson(
              "the-update-rule",
              "arithmetic",
              LINE + "start=2.5&optimizer=sgd&learningRate=0.1",
              List.of(
                  Question.number(
                      "next",
                      run -> run.steps().get(1).w()[0],
                      LINE + "start=2&optimizer=sgd&learningRate=0.3"),
                  Question.of(
                      "left",
                      List.of("b"),
                      List.of("a", "c"),
                      LINE + "start=-2&optimizer=sgd&learningRate=0.1"),
                  Question.of(
                      "plus",
                      List.of("c"),
                      List.of("a", "b"),
                      LINE + "start=2.5&optimizer=sgd&learningRate=0.1&sign=plus"),
                  Question.of(
                      "moving",
                      List.of("a", "c"),
                      List.of("b", "d"),
                      LINE + "start=2.5&optimizer=sgd&learningRate=0.1"),
                  Question.of(
                      "adam",
                      List.of("a"),
                      List.of("b", "c"),
                      LINE + "start=1&optimizer=adam&learningRate=0.1"))));

  private FirstLessons() {}
}
