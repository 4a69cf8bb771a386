package downhill.descent;

import java.util.Arrays;

/** The little linear algebra that a descent needs. */
final class Vectors {

  private Vectors() {}

  /** The Euclidean norm; scaled, so that it neither overflows nor vanishes before it must. */
  static double norm(double[] a) {
    if (a.length == 1) {
      return Math.abs(a[0]);
    }
    double largest = 0;
    for (double x : a) {
      largest = Math.max(largest, Math.abs(x));
    }
    if (largest == 0 || !Double.isFinite(largest)) {
      return largest;
    }
    double sum = 0;
    for (double x : a) {
      double part = x / largest;
      sum += part * part;
    }
    return largest * Math.sqrt(sum);
  }

  /**
   * Both in one array, one after the other. A curve's two numbers go into it as it is made, which
   * is cheaper than to make it first.
   */
  static double[] joined(double[] a, double[] b) {
    if (a.length == 1 && b.length == 1) {
      double first = a[0];
      double second = b[0];
      return new double[] {first, second};
    }
    double[] joined = Arrays.copyOf(a, a.length + b.length);
    System.arraycopy(b, 0, joined, a.length, b.length);
    return joined;
  }

  /** A copy, number by number: for the one or two of a curve that is cheaper than to clone. */
  static double[] copy(double[] a) {
    double[] copy = new double[a.length];
    for (int i = 0; i < a.length; i++) {
      copy[i] = a[i];
    }
    return copy;
  }

  static double distance(double[] a, double[] b) {
    double[] difference = new double[a.length];
    for (int i = 0; i < a.length; i++) {
      difference[i] = a[i] - b[i];
    }
    return norm(difference);
  }

  /** b ← b − factor · a; without a loop for the one number of a curve, which is cheaper. */
  static void subtract(double factor, double[] a, double[] b) {
    if (b.length == 1) {
      b[0] -= factor * a[0];
      return;
    }
    for (int i = 0; i < b.length; i++) {
      b[i] -= factor * a[i];
    }
  }

  /** Whether each number is finite; without a loop for the one of a curve, which is cheaper. */
  static boolean allFinite(double[] a) {
    if (a.length == 1) {
      return Double.isFinite(a[0]);
    }
    for (double x : a) {
      if (!Double.isFinite(x)) {
        return false;
      }
    }
    return true;
  }
}
