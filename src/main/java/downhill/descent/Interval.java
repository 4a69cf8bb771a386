package downhill.descent;

/**
 * A stretch of one parameter's axis.
 *
 * @param lo its lower end
 * @param hi its upper end, above {@code lo}; the width is finite
 */
public record Interval(double lo, double hi) {

  /** Refuses ends that are not finite or in the wrong order. */
  public Interval {
    if (!(lo < hi) || !Double.isFinite(hi - lo)) {
      throw new IllegalArgumentException(
          "an interval is two finite numbers, the smaller first; this one is " + lo + ", " + hi);
    }
  }

  /** {@code hi − lo}. */
  public double width() {
    return hi - lo;
  }

  /** Whether {@code x} lies in it, ends included. */
  public boolean contains(double x) {
    return x >= lo && x <= hi;
  }

  /**
   * Evenly spaced places.
   *
   * @param n how many; at least 2
   * @return the places from {@code lo} to {@code hi}, both included
   */
  public double[] spaced(int n) {
    double[] places = new double[n];
    for (int i = 0; i < n; i++) {
      places[i] = lo + (hi - lo) * i / (n - 1);
    }
    return places;
  }
}
