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

  private static final String RACE = "surface=ravine&start=-4.5,1&steps=300&optimizer=";

  private static final Lesson MOMENTUM_AND_ADAM =
      new Lesson(
          "momentum-and-adam",
          "race",
          RACE + "sgd,momentum,rmsprop,adam&learningRate=0.09,0.12,0.1,0.4&momentum=,0.5,,",
          List.of(
              Question.of(
                  "zig-zag", List.of("b"), List.of("a", "c"), RACE + "sgd&learningRate=0.09,0.04"),
              Question.number(
                      "velocity", run -> run.steps().get(2).state().values(0)[0], inside("cancels"))
                  .on("inside"),
              Question.of(
                  "heavier",
                  List.of("c"),
                  List.of("a", "b"),
                  RACE + "momentum&learningRate=0.12,0.12&momentum=0.5,"),
              Question.number("first", LaterLessons::firstAcross, inside("adam")).on("inside"),
              Question.of("keeps", List.of("a", "b"), List.of("c", "d"), inside("adam"))
                  .on("inside"),
              Question.of(
                  "choice",
                  List.of("b"),
                  List.of("a", "c"),
                  "surface=rosenbrock&start=-1.2,1&steps=1000&optimizer=sgd,adam"
                      + "&learningRate=0.003,0.3")));

  private static final String LEMONADE =
      "data=lemonade&start=0,0&optimizer=sgd&learningRate=0.05,0.05,0.05&steps=180&seed=1"
          + "&batch=all,";

  private static final String SCALED = "&scale=true";

  private static final Lesson BATCHES =
      new Lesson(
          "batches",
          "batches",
          LEMONADE + "1,8" + SCALED,
          List.of(
              Question.of("pass", List.of("b"), List.of("a", "c"), LEMONADE + "1,8" + SCALED),
              Question.number(
                  "updates", run -> Flavour.of(run.spec()).updates(), LEMONADE + "1,8" + SCALED, 2),
              Question.number(
                  "left",
                  run -> run.spec().batches().rows(3).length,
                  LEMONADE + "1,16" + SCALED,
                  2),
              Question.of("rest", List.of("a"), List.of("b", "c"), LEMONADE + "1,8" + SCALED),
              Question.of("half", List.of("b"), List.of("a", "c"), LEMONADE + "4,16" + SCALED),
              Question.of("scaling", List.of("a", "c"), List.of("b"), LEMONADE + "1,8")));

  private static final Lesson TRAIN_A_NETWORK =
      new Lesson(
          "train-a-network",
          Lesson.STUDIO,
          "example=first",
          List.of(
              Question.of("same", List.of("a"), List.of("b", "c"), "example=first"),
              Question.number(
                  "updates", run -> run.spec().batches().updatesInPass(), "example=first"),
              Question.number(
                  "count", run -> run.spec().ground().parameters().size(), "example=boundary"),
              Question.of("small", List.of("b"), List.of("a", "c"), "example=too-small"),
              Question.of("held", List.of("a", "b"), List.of("c"), "example=memorising")));

  private static final Lesson WHERE_IT_SHOWS_UP =
      new Lesson(
          "where-it-shows-up",
          "",
          "",
          List.of(
              Question.of(
                      "star",
                      List.of("c"),
                      List.of("a", "b"),
                      "curve=valley&start=2.5&optimizer=sgd&learningRate=0.1")
                  .on("roll"),
              Question.number(
                      "rate",
                      run -> run.steps().get(21).learningRate(),
                      Sim.named("schedules").orElseThrow().usual(),
                      1)
                  .on("schedules"),
              Question.of("sweep", List.of("b"), List.of("a", "c"), ""),
              Question.of("weak", List.of("a", "c", "d"), List.of("b"), BUMPY + "3.8")
                  .on("valleys"),
              Question.of(
                      "pull",
                      List.of("a"),
                      List.of("b", "c"),
                      "surface=himmelblau&start=0,0&steps=400&optimizer=adam,adamw"
                          + "&learningRate=0.1,0.1&weightDecay=,0.5")
                  .on("race")));

  static final List<Lesson> ALL =
      List.of(LOCAL_MINIMA, MOMENTUM_AND_ADAM, BATCHES, TRAIN_A_NETWORK, WHERE_IT_SHOWS_UP);

  private LaterLessons() {}

  private static Step last(Completed run) {
    return run.steps().get(run.steps().size() - 1);
  }

  /** How far the first step goes in the second parameter. */
  private static double firstAcross(Completed run) {
    return Math.abs(run.steps().get(1).w()[1] - run.steps().get(0).w()[1]);
  }

  private static String inside(String preset) {
    return Preset.named("inside", preset).query();
  }

  private static String valleys(String preset) {
    return Preset.named("valleys", preset).query();
  }
}
