package downhill.lesson;

import downhill.descent.Step;
import downhill.run.Completed;
import java.util.List;

/**
 * One run as a page shows it before anything moves, or where nothing ever will.
 *
 * @param rate the learning rate, for its field
 * @param spokenRate the same for reading
 * @param drawing the landscape with the ball
 * @param numbers the first step in numbers
 * @param ending how it ended, in words
 */
record RunView(
    String rate, String spokenRate, CurveDrawing drawing, Numbers numbers, String ending) {

  /** The update rule with the numbers of one step: next = w − alpha × gradient. */
  record Numbers(String w, String alpha, String gradient, String next) {}

  static RunView of(Completed run, CurveDrawing drawing) {
    double rate = run.spec().learningRate();
    return new RunView(
        Figures.field(rate),
        Figures.rate(rate),
        drawing,
        numbers(run.steps()),
        run.ending().message());
  }

  private static Numbers numbers(List<Step> steps) {
    Step first = steps.get(0);
    String gradient = Figures.tight(first.gradient()[0]);
    return new Numbers(
        Figures.tight(first.w()[0]),
        Figures.rate(first.learningRate()),
        first.gradient()[0] < 0 ? "(" + gradient + ")" : gradient,
        steps.size() > 1 ? Figures.tight(steps.get(1).w()[0]) : "…");
  }
}
