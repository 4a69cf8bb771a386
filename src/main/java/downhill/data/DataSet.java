package downhill.data;

/**
 * Pairs of numbers, a row each: what was given, x, and what came of it, y.
 *
 * @param name its name in the run contract; empty for a reader's own points
 * @param x what was given, row by row; at least 2, each from −1e12 to 1e12
 * @param y what came of it, as many, each from −1e12 to 1e12
 */
public record DataSet(String name, double[] x, double[] y) {

  /** The fewest rows to which a line can be fitted. */
  public static final int FEWEST = 2;

  /** The largest size of a number; the squares of much larger ones would overflow. */
  public static final double LARGEST = 1e12;

  /** Keeps copies; refuses rows without a y, fewer than 2, and numbers that are too large. */
  public DataSet {
    x = x.clone();
    y = y.clone();
    if (x.length != y.length || x.length < FEWEST) {
      throw new IllegalArgumentException(
          "a data set has at least 2 rows, each an x and a y; these are "
              + x.length
              + " x and "
              + y.length
              + " y");
    }
    for (int i = 0; i < x.length; i++) {
      if (!isFit(x[i]) || !isFit(y[i])) {
        throw new IllegalArgumentException(
            "row " + i + " must be two numbers of at most 1e12; it is " + x[i] + ", " + y[i]);
      }
    }
  }

  /** Whether a data set may have this number; NaN never is. */
  public static boolean isFit(double number) {
    return Math.abs(number) <= LARGEST;
  }

  /** Whether x is the same in all rows. */
  public boolean isOneColumn() {
    return Means.areAllTheSame(x);
  }

  /** The number of rows. */
  public int rows() {
    return x.length;
  }

  /** What was given; a copy. */
  @Override
  public double[] x() {
    return x.clone();
  }

  /** What came of it; a copy. */
  @Override
  public double[] y() {
    return y.clone();
  }
}
