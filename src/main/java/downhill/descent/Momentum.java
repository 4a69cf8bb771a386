package downhill.descent;

import java.util.List;

/**
 * Momentum, the heavy ball: the step is a fading sum of all the slopes so far.
 *
 * <pre>
 * v ← μ v + g
 * w ← w − α v
 * </pre>
 *
 * <p>Polyak, Some methods of speeding up the convergence of iteration methods, 1964; in PyTorch's
 * form, in which the rate multiplies the whole velocity, and in which μ = 0 leaves the velocity as
 * it was.
 *
 * @param momentum μ, the share of the velocity that is kept; in [0, 1)
 */
record Momentum(double momentum) implements Optimizer {

  @Override
  public List<String> remembers() {
    return List.of("velocity");
  }

  @Override
  public void update(double[] w, double[] g, double rate, Memory memory) {
    if (momentum == 0) {
      new Sgd().update(w, g, rate, memory);
      return;
    }
    double[] v = memory.slot(0);
    for (int i = 0; i < w.length; i++) {
      v[i] = momentum * v[i] + g[i];
      w[i] -= rate * v[i];
    }
  }
}
