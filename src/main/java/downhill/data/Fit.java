package downhill.data;

import downhill.descent.Interval;
import downhill.descent.Minimum;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line to be fitted to a data set, x as it is or standardised first, with what a picture and a
 * first run of it need. The parameters are the line's slope and intercept, over the standardised x
 * where it is.
 */
public final class Fit {

  private static final Interval USUAL = new Interval(-5, 5);

  /** The minimum lies in the middle of the picture; this far the start is on the way to an edge. */
  private static final double MARGIN = 1.25;

  /** A picture narrower than this, relative to where it is, would be all rounding. */
  private static final double NARROWEST = 1e-6;

  private final DataSet data;
  private final @Nullable Scaling scaling;
  private final Line line;

  /**
   * A line and a data set.
   *
   * @param data the data set
   * @param scaled whether x is standardised first
   * @throws IllegalArgumentException where it should be and x is the same in all rows
   */
  public Fit(DataSet data, boolean scaled) {
    this.data = data;
    this.scaling = scaled ? Scaling.of(data.x()) : null;
    this.line = new Line(scaling == null ? data.x() : scaling.apply(data.x()), data.y());
  }

  /** The data set, as measured. */
  public DataSet data() {
    return data;
  }

  /** How x is standardised first; null where it is left as it is. */
  public @Nullable Scaling scaling() {
    return scaling;
  }

  /** What is walked down. */
  public Line line() {
    return line;
  }

  /** The minimum, alone in its list; none where doubles cannot hold it. */
  public List<Minimum> minima() {
    return line.minimum().stream().toList();
  }

  /** Its own starting point: the line along the x axis. */
  public double[] start() {
    return new double[2];
  }

  /**
   * A learning rate at which plain descent comes down without a jump, whatever the batch: half of
   * what takes the farthest row alone to its bottom in one step, rounded down to one figure.
   */
  public double learningRate() {
    return new BigDecimal(0.5 / line.largestCurvatureOfOne())
        .round(new MathContext(1, RoundingMode.DOWN))
        .doubleValue();
  }

  /**
   * Where it is drawn: the slopes and the intercepts about the minimum, so far out that the start
   * is in the picture and the loss has at least doubled at its edges.
   */
  public List<Interval> domain() {
    List<Minimum> minima = minima();
    if (minima.isEmpty()) {
      return List.of(USUAL, USUAL);
    }
    double[] best = minima.get(0).w();
    double rise = minima.get(0).loss() > 0 ? minima.get(0).loss() : 1;
    return List.of(
        about(best[0], start()[0], Math.sqrt(2 * rise / line.curvatureOfSlope())),
        about(best[1], start()[1], Math.sqrt(rise)));
  }

  private static Interval about(double middle, double start, double least) {
    double reach = Math.max(MARGIN * Math.abs(middle - start), least);
    double radius = Math.max(reach, NARROWEST * Math.abs(middle));
    if (!(radius > 0) || !DataSet.isFit(Math.abs(middle) + radius)) {
      return USUAL;
    }
    int digits = 1 - (int) Math.floor(StrictMath.log10(radius));
    return new Interval(
        rounded(middle - radius, digits, RoundingMode.FLOOR),
        rounded(middle + radius, digits, RoundingMode.CEILING));
  }

  /** Ends that can be read on an axis. */
  private static double rounded(double end, int digits, RoundingMode mode) {
    return new BigDecimal(end).setScale(digits, mode).doubleValue();
  }
}
