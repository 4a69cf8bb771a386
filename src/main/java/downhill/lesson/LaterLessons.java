package downhill.lesson;

import downhill.descent.Step;
import downhill.run.Completed;
import java.util.List;

/** The second half of the course: wrong valleys, faster rules, real data, and the wide world. */
final class LaterLessons {

  private static final String BUMPY = "curve=bumpy&optimizer=sgd&learningRate=0.1&start=";

  private static final Lesson LOCAL_MINIMA =
      new Lesson(
          "local-minima",
          "valleys",
          BUMPY + "3.8",
          List.of(
              Question.of("parted", List.of("a"), List.of("b", "c"), BUMPY + "0.83"),
              Question.number("rest", run -> last(run).w()[0], BUMPY + "-2.4"),
              Question.of("out", List.of("a", "b", "d"), List.of("c"), valleys("momentum")),
              Question.of("heavy", List.of("b"), List.of("a", "c"), valleys("momentum-past")),
              Question.of(
                      "ten",
                      List.of("c"),
                      List.of("a", "b"),
                      "curve=bumpy&optimizer=sgd&learningRate=0.1&seed=35&restarts=10")
                  .on("restarts"),
              Question.of(
                      "saddle",
                      List.of("b"),
                      List.of("a", "c"),
                      "surface=saddle&start=1.7,0.01&optimizer=sgd&learningRate=0.1")
                  .on("inside")));

  static final List<Lesson> ALL = List.of(LOCAL_MINIMA);

  private LaterLessons() {}

  private static Step last(Completed run) {
    return run.steps().get(run.steps().size() - 1);
  }

  private static String valleys(String preset) {
    return Preset.named("valleys", preset).query();
  }
}
