package downhill.descent;

/**
 * A place lower than all around it.
 *
 * @param w the parameters, of length n
 * @param loss the loss there
 * @param lowest whether no minimum known in the domain is lower
 */
public record Minimum(double[] w, double loss, boolean lowest) {

  /** Two losses closer than this, relative to their size, count as equally low. */
  private static final double SAME = 1e-9;

  /** Keeps a copy. */
  public Minimum {
    w = w.clone();
  }

  /** The parameters; a copy. */
  @Override
  public double[] w() {
    return w.clone();
  }

  /** The difference below which two losses of about this size count as the same. */
  static double slack(double loss) {
    return SAME * (1 + Math.abs(loss));
  }
}
