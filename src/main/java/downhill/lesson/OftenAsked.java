package downhill.lesson;

import downhill.run.Completed;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/**
 * A question that beginners ask. Its words are in {@code reference.properties}: {@code ask.ID}
 * asks, {@code .answer} answers, and {@code .show} leads to a run that says it better.
 *
 * @param id within the page
 * @param show the path of a sim and the short form of what it shows; empty where no run helps
 * @param figures what the answer is filled with, of the engine's own numbers
 */
record OftenAsked(String id, String show, Function<Ran, List<Object>> figures) {

  private static final String VALLEY = "curve=valley&start=2.5&optimizer=sgd&learningRate=";
  private static final String RAVINE = "surface=ravine&start=-4.5,1&steps=300&optimizer=";

  /** The share of the drop that a race leaves to who is down. */
  private static final double DOWN = 1e-4;

  /** All of them, in the order of the page. */
  static final List<OftenAsked> ALL =
      List.of(
          new OftenAsked("calculus"),
          new OftenAsked("loss-or-gradient", "/sims/roll?curve=plateau"),
          new OftenAsked("jump", "/sims/fog"),
          new OftenAsked("understand"),
          new OftenAsked("minus", "/sims/arithmetic?sign=up"),
          new OftenAsked("best", "/sims/roll?curve=bumpy&start=3.6&learningRate=0.1"),
          new OftenAsked(
              "stop", "/sims/roll?" + VALLEY + "0.1", ran -> List.of(steps(ran, VALLEY + "0.1"))),
          new OftenAsked("who-chooses", "/sims/three-rates"),
          new OftenAsked("which-rate", "/sims/three-rates?learningRate=0.03,0.25,0.51"),
          new OftenAsked("nan", "/sims/roll?" + VALLEY + "1.1"),
          new OftenAsked("up-and-down", "/sims/schedules"),
          new OftenAsked("stuck", "/sims/restarts"),
          new OftenAsked(
              "adam-better",
              "/sims/race",
              ran ->
                  List.of(
                      ran.of(RAVINE + "momentum&learningRate=0.12&momentum=0.5").fallen(DOWN),
                      ran.of(RAVINE + "adam&learningRate=0.4").fallen(DOWN))),
          new OftenAsked("epoch", "/sims/batches", OftenAsked::epoch),
          new OftenAsked("batch-size", "/sims/batches"),
          new OftenAsked("other-result"),
          new OftenAsked(
              "zero",
              "/sims/roll?curve=bumpy&start=-2&learningRate=0.1",
              ran -> List.of(lowest(ran, "curve=bumpy&start=-2&optimizer=sgd&learningRate=0.1"))),
          new OftenAsked("millions"),
          new OftenAsked("lowest"));

  OftenAsked(String id) {
    this(id, "");
  }

  OftenAsked(String id, String show) {
    this(id, show, ran -> List.of());
  }

  /** The rows there are, the steps of a pass over them, and what is left for the last. */
  private static List<Object> epoch(Ran ran) {
    Completed run =
        ran.of("data=lemonade&start=0,0&optimizer=sgd&learningRate=0.05&batch=8&steps=1").run();
    int rows = Objects.requireNonNull(run.spec().ground().fit()).data().x().length;
    int size = run.spec().batches().size();
    return List.of(rows, (rows + size - 1) / size, rows % size);
  }

  private static Object steps(Ran ran, String query) {
    return ran.of(query).steps();
  }

  private static Object lowest(Ran ran, String query) {
    Ran.Outcome run = ran.of(query);
    return run.loss(run.steps());
  }
}
