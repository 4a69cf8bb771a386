package downhill.descent;

import java.util.List;

/**
 * Nesterov's momentum: the ball looks along its velocity before it steps.
 *
 * <pre>
 * v ← μ v + g
 * w ← w − α (g + μ v)
 * </pre>
 *
 * <p>Nesterov, A method of solving a convex programming problem with convergence rate O(1/k²),
 * 1983; in the form of Sutskever et al., On the importance of initialization and momentum, 2013.
 *
 * @param momentum μ, the share of the velocity that is kept; in [0, 1)
 */
record Nesterov(double momentum) implements Optimizer {

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
      w[i] -= rate * (g[i] + momentum * v[i]);
    }
  }
}
