package downhill.descent;

/**
 * What a descent walks down: a function of {@code n} parameters, differentiable wherever it is
 * finite. It is a pure function of its argument; the same parameters give the same bits.
 */
public interface Objective {

  /** The number of parameters, n; at least 1. */
  int dimension();

  /**
   * The loss at a place.
   *
   * @param w the parameters, of length n; left as they are
   * @return the loss; not finite where the function is not defined
   */
  double value(double[] w);

  /**
   * The loss and its exact gradient at a place, found together because they share their work.
   *
   * @param w the parameters, of length n; left as they are
   * @param into where the n partial derivatives are written
   * @return the loss at {@code w}, the same bits that {@link #value} gives
   */
  double gradient(double[] w, double[] into);
}
