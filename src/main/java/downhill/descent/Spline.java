package downhill.descent;

/**
 * A drawn curve: evenly spaced heights joined by the natural cubic spline, which bends as little as
 * a curve through them can, and goes on straight beyond its ends.
 *
 * <p>Schoenberg, Contributions to the problem of approximation of equidistant data by analytic
 * functions, 1946; the second derivatives by Thomas's algorithm.
 */
public final class Spline implements Objective {

  private final Interval domain;
  private final double[] heights;
  private final double[] bends;
  private final double spacing;

  /**
   * Joins the heights.
   *
   * @param domain from the first height to the last
   * @param heights at least 2, finite
   */
  public Spline(Interval domain, double[] heights) {
    if (heights.length < 2 || !Vectors.allFinite(heights)) {
      throw new IllegalArgumentException("a spline needs at least 2 heights, all finite");
    }
    this.domain = domain;
    this.heights = heights.clone();
    this.spacing = domain.width() / (heights.length - 1);
    this.bends = bends(heights, spacing);
  }

  /**
   * Solves M(i−1) + 4 M(i) + M(i+1) = 6 (y(i−1) − 2 y(i) + y(i+1)) / h², with no bend at the ends.
   */
  private static double[] bends(double[] y, double h) {
    int n = y.length;
    double[] bends = new double[n];
    double[] ratio = new double[n];
    for (int i = 1; i < n - 1; i++) {
      double right = 6 * (y[i - 1] - 2 * y[i] + y[i + 1]) / (h * h);
      double pivot = 4 - ratio[i - 1];
      ratio[i] = 1 / pivot;
      bends[i] = (right - bends[i - 1]) / pivot;
    }
    for (int i = n - 2; i > 0; i--) {
      bends[i] -= ratio[i] * bends[i + 1];
    }
    return bends;
  }

  @Override
  public int dimension() {
    return 1;
  }

  @Override
  public double value(double[] w) {
    return gradient(w, new double[1]);
  }

  @Override
  public double gradient(double[] w, double[] into) {
    double inside = Math.max(domain.lo(), Math.min(domain.hi(), w[0]));
    int i = (int) Math.min((inside - domain.lo()) / spacing, heights.length - 2);
    double b = (inside - domain.lo()) / spacing - i;
    double a = 1 - b;
    double bend = spacing * spacing / 6;
    double height =
        a * heights[i]
            + b * heights[i + 1]
            + ((a * a * a - a) * bends[i] + (b * b * b - b) * bends[i + 1]) * bend;
    into[0] =
        (heights[i + 1] - heights[i]) / spacing
            + ((3 * b * b - 1) * bends[i + 1] - (3 * a * a - 1) * bends[i]) * spacing / 6;
    return height + into[0] * (w[0] - inside);
  }
}
