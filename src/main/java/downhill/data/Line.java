package downhill.data;

import downhill.descent.Minimum;
import downhill.descent.Objective;
import java.util.Optional;

/**
 * How badly a line fits: Q(w) = 1/n ∑ (w₀ xᵢ + w₁ − yᵢ)², the mean squared error of the line with
 * the slope w₀ and the intercept w₁. It is a quadratic, so all there is to know of it has a closed
 * form.
 */
public final class Line implements Objective {

  private final double[] x;
  private final double[] y;

  /**
   * The fit of lines to points.
   *
   * @param x across, row by row
   * @param y up, as many
   */
  Line(double[] x, double[] y) {
    this.x = x.clone();
    this.y = y.clone();
  }

  @Override
  public int dimension() {
    return 2;
  }

  @Override
  public int examples() {
    return x.length;
  }

  @Override
  public double value(double[] w) {
    double squares = 0;
    for (int i = 0; i < x.length; i++) {
      double miss = w[0] * x[i] + w[1] - y[i];
      squares += miss * miss;
    }
    return squares / x.length;
  }

  @Override
  public double gradient(double[] w, double[] into) {
    double squares = 0;
    double bySlope = 0;
    double byIntercept = 0;
    for (int i = 0; i < x.length; i++) {
      double miss = w[0] * x[i] + w[1] - y[i];
      squares += miss * miss;
      bySlope += miss * x[i];
      byIntercept += miss;
    }
    into[0] = 2 * bySlope / x.length;
    into[1] = 2 * byIntercept / x.length;
    return squares / x.length;
  }

  @Override
  public void gradient(double[] w, int[] rows, int first, int end, double[] into) {
    double bySlope = 0;
    double byIntercept = 0;
    for (int i = first; i < end; i++) {
      int row = rows[i];
      double miss = w[0] * x[row] + w[1] - y[row];
      bySlope += miss * x[row];
      byIntercept += miss;
    }
    into[0] = 2 * bySlope / (end - first);
    into[1] = 2 * byIntercept / (end - first);
  }

  /**
   * The line that fits best, by the normal equations: the slope is cov(x, y) / var(x), and the line
   * goes through the means. Where x is the same in all rows, all lines through the mean of y there
   * fit as well, a whole valley floor of minima; this is then the one nearest to (0, 0), which
   * plain descent from there finds.
   *
   * @return the minimum; empty where doubles cannot hold it
   */
  public Optional<Minimum> minimum() {
    double[] best = isOneColumn() ? nearest() : steady();
    double loss = value(best);
    return Double.isFinite(loss) ? Optional.of(new Minimum(best, loss, true)) : Optional.empty();
  }

  /** Whether x is the same in all rows, so that no slope is better than another. */
  public boolean isOneColumn() {
    return Means.areAllTheSame(x);
  }

  /**
   * How steeply the loss bends, the same everywhere: the eigenvalues of its Hessian, the smaller
   * (along the valley) first. Plain descent on all the data comes down at rates below 2 / larger,
   * and no faster than the smaller allows.
   */
  public double[] curvature() {
    double across = square();
    double mean = Means.mean(x);
    double larger = across + 1 + StrictMath.hypot(across - 1, 2 * mean);
    return new double[] {4 * Means.covariance(x, x) / larger, larger};
  }

  /** How steeply the loss bends along the slope alone; along the intercept it is 2. */
  double curvatureOfSlope() {
    return 2 * square();
  }

  /**
   * How steeply the loss of the farthest row alone bends at most, as a batch of one may feel it.
   */
  double largestCurvatureOfOne() {
    double largest = 0;
    for (double each : x) {
      largest = Math.max(largest, 2 * (each * each + 1));
    }
    return largest;
  }

  private double square() {
    double sum = 0;
    for (double each : x) {
      sum += each * each;
    }
    return sum / x.length;
  }

  private double[] steady() {
    double slope = Means.covariance(x, y) / Means.covariance(x, x);
    return new double[] {slope, Means.mean(y) - slope * Means.mean(x)};
  }

  private double[] nearest() {
    double height = Means.mean(y) / (1 + x[0] * x[0]);
    return new double[] {x[0] * height, height};
  }
}
