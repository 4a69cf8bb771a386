package downhill.data;

import java.util.Arrays;
import java.util.List;

/**
 * A table to learn from: a row an example, a column a feature, and for each row what is to be told
 * of it, its kind or a number. Immutable.
 *
 * @param name its name in the Studio's language
 * @param features what is known of each example, in the order of the columns
 * @param kinds the names of the classes; empty where a number is to be predicted
 * @param target what is to be told, in a word
 * @param x the features, row by row; finite
 * @param y for each row the index of its kind, or the number
 */
public record Table(
    String name,
    List<Feature> features,
    List<String> kinds,
    String target,
    double[][] x,
    double[] y) {

  /**
   * A column.
   *
   * @param name a name of the Studio's language: letters, digits and {@code _}
   * @param unit what it is measured in; empty where it has none
   */
  public record Feature(String name, String unit) {}

  /** Keeps copies; refuses rows that are not as wide as there are features, or have no target. */
  public Table {
    features = List.copyOf(features);
    kinds = List.copyOf(kinds);
    x = Arrays.stream(x).map(double[]::clone).toArray(double[][]::new);
    y = y.clone();
    if (x.length != y.length || x.length < 2) {
      throw new IllegalArgumentException(
          "a table has at least 2 rows, each with its target; these are "
              + x.length
              + " rows and "
              + y.length
              + " targets");
    }
    for (int i = 0; i < x.length; i++) {
      if (x[i].length != features.size() || !Arrays.stream(x[i]).allMatch(Double::isFinite)) {
        throw new IllegalArgumentException(
            "row " + i + " must be " + features.size() + " finite numbers");
      }
      boolean fits =
          kinds.isEmpty()
              ? Double.isFinite(y[i])
              : y[i] == Math.rint(y[i]) && y[i] >= 0 && y[i] < kinds.size();
      if (!fits) {
        throw new IllegalArgumentException("the target of row " + i + " is " + y[i]);
      }
    }
  }

  /** The number of rows. */
  public int rows() {
    return x.length;
  }

  /** The number of features. */
  public int width() {
    return features.size();
  }

  /** Whether a kind is to be told, and not a number. */
  public boolean sorts() {
    return !kinds.isEmpty();
  }

  /** The features of a row, counted from 0; a copy. */
  public double[] row(int i) {
    return x[i].clone();
  }

  /** A feature of a row, both counted from 0. */
  public double x(int row, int feature) {
    return x[row][feature];
  }

  /** What is to be told of a row, counted from 0: the index of its kind, or the number. */
  public double y(int i) {
    return y[i];
  }

  /** The features; a copy. */
  @Override
  public double[][] x() {
    return Arrays.stream(x).map(double[]::clone).toArray(double[][]::new);
  }

  /** What is to be told; a copy. */
  @Override
  public double[] y() {
    return y.clone();
  }
}
