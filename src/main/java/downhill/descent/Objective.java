package downhill.descent;

/**
 * What a descent walks down: a function of {@code n} parameters, differentiable wherever it is
 * finite. It is a pure function of its argument: the same parameters give the same bits, to however
 * many threads that ask at once.
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

  /** The number of examples over which the loss is the mean; 1 where there is no data. */
  default int examples() {
    return 1;
  }

  /**
   * The exact gradient of the mean over a batch of the examples.
   *
   * @param w the parameters, of length n; left as they are
   * @param rows numbers of examples, counted from 0
   * @param first where in {@code rows} the batch begins
   * @param end where in {@code rows} it has ended; above {@code first}
   * @param into where the n partial derivatives are written
   */
  default void gradient(double[] w, int[] rows, int first, int end, double[] into) {
    gradient(w, into);
  }
}
