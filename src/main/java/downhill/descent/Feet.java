package downhill.descent;

/** What the optimizer feels of the slope: all of it or a batch's alone, and the noise. */
final class Feet {

  private final Plan plan;
  private final boolean all;
  private final double[] felt;
  private final int[] order;
  private int pass = -1;

  Feet(Plan plan) {
    this.plan = plan;
    this.all = plan.batches().isWhole() && plan.noise().deviation() == 0;
    this.felt = new double[plan.objective().dimension()];
    this.order = new int[plan.batches().examples()];
  }

  /**
   * Feels the slope.
   *
   * @param w the parameters
   * @param slope the whole objective's gradient at {@code w}; stays as it is
   * @param t the update, counted from 0
   * @return the gradient that is felt, until the next is: the slope itself where that is all of it
   */
  double[] feel(double[] w, double[] slope, int t) {
    if (all) {
      return slope;
    }
    Batches batches = plan.batches();
    if (batches.isWhole()) {
      System.arraycopy(slope, 0, felt, 0, slope.length);
    } else {
      begin(batches.pass(t));
      plan.objective().gradient(w, order, batches.first(t), batches.end(t), felt);
    }
    plan.noise().shake(felt, t);
    return felt;
  }

  private void begin(int next) {
    if (next != pass) {
      plan.batches().deal(next, order);
      pass = next;
    }
  }
}
