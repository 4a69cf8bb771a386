package downhill.descent;

import java.util.function.DoubleBinaryOperator;

/**
 * An objective of two parameters, given by its value and its partial derivatives.
 *
 * @param height the loss at (x, y)
 * @param alongX the partial derivative by x
 * @param alongY the partial derivative by y
 */
record Surface(
    DoubleBinaryOperator height, DoubleBinaryOperator alongX, DoubleBinaryOperator alongY)
    implements Objective {

  @Override
  public int dimension() {
    return 2;
  }

  @Override
  public double value(double[] w) {
    return height.applyAsDouble(w[0], w[1]);
  }

  @Override
  public double gradient(double[] w, double[] into) {
    into[0] = alongX.applyAsDouble(w[0], w[1]);
    into[1] = alongY.applyAsDouble(w[0], w[1]);
    return height.applyAsDouble(w[0], w[1]);
  }
}
