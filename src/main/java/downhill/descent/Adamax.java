package downhill.descent;

import java.util.List;

/**
 * Adamax: Adam with the largest recent slope in place of the average one.
 *
 * <pre>
 * m ← β₁ m + (1 − β₁) g
 * u ← max(β₂ u, |g| + ε)
 * w ← w − α (m / (1 − β₁ᵗ)) / u
 * </pre>
 *
 * <p>Kingma and Ba, Adam: a method for stochastic optimization, 2014, algorithm 2; ε as in PyTorch.
 *
 * @param beta1 β₁, the share of m that is kept; in [0, 1)
 * @param beta2 β₂, how slowly a large slope is forgotten; in [0, 1)
 * @param epsilon ε, which keeps the division defined; in [0, 1]
 */
record Adamax(double beta1, double beta2, double epsilon) implements Optimizer {

  @Override
  public List<String> remembers() {
    return List.of("m", "u");
  }

  @Override
  public void update(double[] w, double[] g, double rate, Memory memory) {
    double size = rate / Moments.share(beta1, memory.tick());
    double[] m = memory.slot(0);
    double[] u = memory.slot(1);
    Moments.first(m, g, beta1);
    for (int i = 0; i < w.length; i++) {
      u[i] = Math.max(beta2 * u[i], Math.abs(g[i]) + epsilon);
      w[i] -= size * m[i] / u[i];
    }
  }
}
