package downhill.lesson;

import downhill.run.Completed;
import org.jspecify.annotations.Nullable;

/**
 * One run as a page shows it before anything moves, or where nothing ever will.
 *
 * @param rate the learning rate, for its field
 * @param spokenRate the same for reading
 * @param drawing the landscape with the ball; null where all runs share a map
 * @param numbers the first step in numbers
 * @param ending how it ended, in words
 * @param schedule how its rate changes
 * @param query its short form
 */
record RunView(
    String rate,
    String spokenRate,
    @Nullable CurveDrawing drawing,
    StepNumbers numbers,
    String ending,
    ScheduleView schedule,
    String query) {

  static RunView of(
      Completed run, @Nullable CurveDrawing drawing, ScheduleView schedule, String query) {
    double rate = run.spec().learningRate();
    return new RunView(
        Figures.field(rate),
        Figures.rate(rate),
        drawing,
        StepNumbers.of(run.spec(), run.steps()),
        run.ending().message(),
        schedule,
        query);
  }
}
