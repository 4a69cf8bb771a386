package downhill.lesson;

import downhill.descent.Step;
import downhill.run.Completed;
import java.util.List;

/** The first half of the course: one ball, one number, and the rate at which it moves. */
final class FirstLessons {

  private static final String VALLEY = "curve=valley&start=2.5&optimizer=sgd&learningRate=";

  private static final String LINE = "curve=valley&tolerance=0.001&";

  private static final String STEEP = "curve=steep-valley&start=2.5&optimizer=sgd&learningRate=";

  private static final String NOISY =
      "curve=valley&start=4&optimizer=sgd&noise=2&seed=1&learningRate=";

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
                      LINE + "start=1&optimizer=adam&learningRate=0.1"))),
          new Lesson(
              "learning-rate",
              "three-rates",
              STEEP + "0.03,0.2,0.48",
              List.of(
                  Question.number(
                      "leap", run -> run.steps().get(1).w()[0], STEEP + "0.3,0.4,0.45", 1),
                  Question.number("edge", FirstLessons::edge, STEEP + "0.49,0.5,0.51"),
                  Question.of("fewest", List.of("b"), List.of("a", "c"), STEEP + "0.15,0.27,0.4"),
                  Question.of(
                      "signs", List.of("a", "b", "d"), List.of("c"), STEEP + "0.2,0.45,0.8"),
                  Question.of("blew-up", List.of("c"), List.of("a", "b"), STEEP + "0.25,0.49,1"))),
          new Lesson(
              "schedules",
              "schedules",
              NOISY
                  + "0.4,0.4,0.4&schedule=constant,inverse-time,cosine"
                  + "&schedule.decay=,0.05,&schedule.over=,,200",
              List.of(
                  Question.of(
                      "restless",
                      List.of("b"),
                      List.of("a", "c"),
                      NOISY + "0.1,0.4,0.8&schedule=constant"),
                  Question.number(
                      "rate-at",
                      run -> run.steps().get(21).learningRate(),
                      NOISY
                          + "0.4,0.4,0.4&schedule=constant,inverse-time,inverse-time"
                          + "&schedule.decay=,0.05,0.2",
                      1),
                  Question.of(
                      "falling",
                      List.of("a", "c"),
                      List.of("b", "d"),
                      NOISY
                          + "0.4,0.4,0.4&schedule=exponential,warm-up,cosine"
                          + "&schedule.factor=0.98,,&schedule.over=,40,200"),
                  Question.of(
                      "too-soon",
                      List.of("a"),
                      List.of("b", "c"),
                      NOISY
                          + "0.1,0.1,0.4&schedule=exponential,constant,inverse-time"
                          + "&schedule.factor=0.8,,&schedule.decay=,,0.05"),
                  Question.of(
                      "small",
                      List.of("c"),
                      List.of("a", "b"),
                      NOISY
                          + "0.005,0.4,0.4&schedule=constant,constant,cosine"
                          + "&schedule.over=,,200"))));

  private FirstLessons() {}

  /** Two over the bend: how much the slope changed over the first step tells the bend. */
  private static double edge(Completed run) {
    Step from = run.steps().get(0);
    Step to = run.steps().get(1);
    return 2 * (to.w()[0] - from.w()[0]) / (to.gradient()[0] - from.gradient()[0]);
  }
}
