package downhill.descent;

import java.util.List;

/**
 * Lion: the sign of an averaged slope, so that every step is of the same length.
 *
 * <pre>
 * c = β₁ m + (1 − β₁) g
 * w ← w − α (sign(c) + λ w)
 * m ← β₂ m + (1 − β₂) g
 * </pre>
 *
 * <p>Chen et al., Symbolic discovery of optimization algorithms, 2023, algorithm 2.
 *
 * @param beta1 β₁, the share of m in this step; in [0, 1)
 * @param beta2 β₂, the share of m that is kept; in [0, 1)
 * @param weightDecay λ, the pull towards zero; in [0, 1000]
 */
record Lion(double beta1, double beta2, double weightDecay) implements Optimizer {

  @Override
  public List<String> remembers() {
    return List.of("m");
  }

  @Override
  public void update(double[] w, double[] g, double rate, Memory memory) {
    double[] m = memory.slot(0);
    for (int i = 0; i < w.length; i++) {
      double c = beta1 * m[i] + (1 - beta1) * g[i];
      w[i] -= rate * (Math.signum(c) + weightDecay * w[i]);
    }
    Moments.first(m, g, beta2);
  }
}
