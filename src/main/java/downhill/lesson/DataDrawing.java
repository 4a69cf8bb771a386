package downhill.lesson;

import downhill.data.DataSet;
import downhill.data.Fit;
import downhill.data.Scaling;
import downhill.descent.Interval;
import downhill.descent.Step;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Points and the lines fitted to them as an SVG, framed by the same measure as the script's {@code
 * points.js}.
 *
 * @param points where the points are
 * @param lines each line's ends, in thousandths of the width and the height
 * @param across the numbers along the axis of x
 * @param up those along the axis of y
 */
record DataDrawing(
    List<Place> points, List<String> lines, List<AxisTicks.Tick> across, List<AxisTicks.Tick> up) {

  /** Room around the points, as a share of how far they spread. */
  private static final double ROOM = 0.06;

  /** Nought is in the picture where it is no further from the points than this many spreads. */
  private static final double NEAR = 1;

  /** A line this many heights of the picture away need not be drawn. */
  private static final double FAR = 50;

  static DataDrawing of(Fit fit, List<Step> lasts) {
    DataSet data = fit.data();
    double[] x = data.x();
    double[] y = data.y();
    Interval across = frame(Arrays.stream(x));
    Interval up = frame(withNought(y));
    return new DataDrawing(
        IntStream.range(0, x.length)
            .mapToObj(i -> new Place(share(across, x[i]), 100 - share(up, y[i])))
            .toList(),
        lasts.stream().map(last -> line(fit, last.w(), across, up)).toList(),
        AxisTicks.of(across, 6),
        AxisTicks.of(up, 6));
  }

  /** Where descent begins the line lies along nought. */
  private static DoubleStream withNought(double[] y) {
    double low = Arrays.stream(y).min().orElse(0);
    double high = Arrays.stream(y).max().orElse(1);
    boolean near = Math.max(low, -high) <= NEAR * (high - low);
    return near ? DoubleStream.concat(DoubleStream.of(0), Arrays.stream(y)) : Arrays.stream(y);
  }

  private static Interval frame(DoubleStream values) {
    double[] all = values.toArray();
    double low = Arrays.stream(all).min().orElse(0);
    double high = Arrays.stream(all).max().orElse(1);
    double room = high > low ? ROOM * (high - low) : Math.max(1, Math.abs(low) * ROOM);
    return new Interval(low - room, high + room);
  }

  private static double share(Interval side, double value) {
    return 100 * (value - side.lo()) / side.width();
  }

  private static String line(Fit fit, double[] w, Interval across, Interval up) {
    Scaling scaling = fit.scaling();
    return Stream.of(across.lo(), across.hi())
        .map(
            x -> {
              double z = scaling == null ? x : (x - scaling.mean()) / scaling.deviation();
              double top = 1000 - 10 * share(up, w[0] * z + w[1]);
              return Place.shortly(10 * share(across, x))
                  + ","
                  + Place.shortly(Math.max(-1000 * FAR, Math.min(1000 * FAR, top)));
            })
        .collect(Collectors.joining(" "));
  }
}
