package downhill.descent;

import java.util.function.DoubleUnaryOperator;

/**
 * An objective of one parameter, given by its value and its derivative.
 *
 * @param height the loss at w
 * @param slope the derivative at w
 */
record Curve(DoubleUnaryOperator height, DoubleUnaryOperator slope) implements Objective {

  @Override
  public int dimension() {
    return 1;
  }

  @Override
  public double value(double[] w) {
    return height.applyAsDouble(w[0]);
  }

  @Override
  public double gradient(double[] w, double[] into) {
    into[0] = slope.applyAsDouble(w[0]);
    return height.applyAsDouble(w[0]);
  }
}
