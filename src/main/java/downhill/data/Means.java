package downhill.data;

/** Means over rows, taken so that little is lost when the numbers are large and close together. */
final class Means {

  private Means() {}

  /** The mean, put right by the mean of what is left. */
  static double mean(double[] a) {
    double sum = 0;
    for (double each : a) {
      sum += each;
    }
    double rough = sum / a.length;
    double rest = 0;
    for (double each : a) {
      rest += each - rough;
    }
    return rough + rest / a.length;
  }

  /** The mean of (a − mean of a)(b − mean of b). */
  static double covariance(double[] a, double[] b) {
    double meanA = mean(a);
    double meanB = mean(b);
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += (a[i] - meanA) * (b[i] - meanB);
    }
    return sum / a.length;
  }

  /** Whether they are all the same. */
  static boolean areAllTheSame(double[] a) {
    for (double each : a) {
      if (each != a[0]) {
        return false;
      }
    }
    return true;
  }
}
