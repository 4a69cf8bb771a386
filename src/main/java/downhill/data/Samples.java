package downhill.data;

/**
 * Rows made ready for a network: what it is given and what it should answer, row after row in one
 * array each.
 *
 * @param count how many; at least 1
 * @param x what it is given, {@code count} times as many numbers as it has inputs
 * @param wanted what it should answer, {@code count} times as many numbers as it has outputs
 */
record Samples(int count, double[] x, double[] wanted) {

  /** How many numbers a row gives. */
  int inputs() {
    return x.length / count;
  }

  /** How many numbers a row wants. */
  int outputs() {
    return wanted.length / count;
  }
}
