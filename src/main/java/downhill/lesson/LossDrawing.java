package downhill.lesson;

import downhill.descent.Step;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * The loss by step as an SVG.
 *
 * @param lines a line for each run, as points in thousandths of the width and the height
 * @param levels the numbers of the loss axis
 * @param steps the last step
 */
record LossDrawing(List<String> lines, List<Level> levels, int steps) {

  /** A number of the loss axis, and its distance from the top as a share of the axis. */
  record Level(String text, double share) {

    /** Inside the drawing's frame, in thousandths. */
    public String units() {
      return Place.shortly(share * 1000);
    }

    /** In the whole of it, with room for the letters. */
    public String top() {
      return Place.percent(9.5 + 78 * share);
    }
  }

  private static final int MOST_POINTS = 400;

  static LossDrawing of(List<List<Step>> runs) {
    return ofLosses(
        runs.stream().map(run -> run.stream().mapToDouble(Step::loss).toArray()).toList());
  }

  /** The same of losses alone; one that is not known is left out. */
  static LossDrawing ofLosses(List<double[]> runs) {
    double[] all = runs.stream().flatMapToDouble(Arrays::stream).filter(Double::isFinite).toArray();
    double low = Math.min(0, Arrays.stream(all).min().orElse(0));
    double high = Arrays.stream(all).max().orElse(1);
    double top = high > low ? high : low + 1;
    int last = runs.stream().mapToInt(run -> run.length).max().orElse(2) - 1;
    return new LossDrawing(
        runs.stream().map(losses -> line(losses, Math.max(1, last), low, top)).toList(),
        DoubleStream.of(low, (low + top) / 2, top)
            .mapToObj(loss -> new Level(Figures.said(loss), (top - loss) / (top - low)))
            .toList(),
        last);
  }

  private static String line(double[] losses, int last, double low, double top) {
    int every = 1 + losses.length / MOST_POINTS;
    return IntStream.range(0, losses.length)
        .filter(k -> k % every == 0 || k == losses.length - 1)
        .filter(k -> Double.isFinite(losses[k]))
        .mapToObj(
            k -> {
              double y = Math.max(0, (top - losses[k]) / (top - low) * 1000);
              return Place.shortly(k * 1000.0 / last) + "," + Place.shortly(y);
            })
        .collect(Collectors.joining(" "));
  }
}
