package downhill.descent;

import java.util.List;

/**
 * AdaGrad: each parameter's rate shrinks by all the slope it has seen.
 *
 * <pre>
 * G ← G + g²
 * w ← w − α g / (√G + ε)
 * </pre>
 *
 * <p>Duchi, Hazan and Singer, Adaptive subgradient methods for online learning and stochastic
 * optimization, JMLR 2011.
 *
 * @param epsilon ε, which keeps the division defined; in [0, 1]
 */
record Adagrad(double epsilon) implements Optimizer {

  @Override
  public List<String> remembers() {
    return List.of("G");
  }

  @Override
  public void update(double[] w, double[] g, double rate, Memory memory) {
    double[] sum = memory.slot(0);
    for (int i = 0; i < w.length; i++) {
      sum[i] += g[i] * g[i];
      w[i] -= rate * g[i] / (Math.sqrt(sum[i]) + epsilon);
    }
  }
}
