package downhill.data;

/**
 * Feature scaling by standardisation: x becomes z = (x − mean) / deviation, whose mean is 0 and
 * whose standard deviation is 1. The deviation is the population's: the squares are divided by the
 * number of rows, not by one less.
 *
 * @param mean the mean of x
 * @param deviation the standard deviation of x; above 0
 */
public record Scaling(double mean, double deviation) {

  /** Refuses a mean that is not finite and a deviation that is not above 0. */
  public Scaling {
    if (!Double.isFinite(mean) || !(deviation > 0) || !Double.isFinite(deviation)) {
      throw new IllegalArgumentException(
          "a scaling needs a mean and a deviation above 0; these are " + mean + ", " + deviation);
    }
  }

  /**
   * The scaling that standardises a column.
   *
   * @param x the column
   * @return its scaling
   * @throws IllegalArgumentException where x is the same in all rows
   */
  public static Scaling of(double[] x) {
    if (Means.areAllTheSame(x)) {
      throw new IllegalArgumentException("x is the same in all rows, " + x[0]);
    }
    double mean = Means.mean(x);
    double largest = 0;
    for (double each : x) {
      largest = Math.max(largest, Math.abs(each - mean));
    }
    double sum = 0;
    for (double each : x) {
      double part = (each - mean) / largest;
      sum += part * part;
    }
    return new Scaling(mean, largest * Math.sqrt(sum / x.length));
  }

  /** A number, standardised. */
  public double apply(double x) {
    return (x - mean) / deviation;
  }

  /** The number that was standardised. */
  public double undo(double z) {
    return mean + deviation * z;
  }

  /** The column, standardised. */
  double[] apply(double[] x) {
    double[] z = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      z[i] = apply(x[i]);
    }
    return z;
  }
}
