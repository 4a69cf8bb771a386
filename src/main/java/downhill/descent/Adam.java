package downhill.descent;

import java.util.List;

/**
 * Adam: momentum, divided by the slope's recent size, both corrected for having begun at zero.
 *
 * <pre>
 * m ← β₁ m + (1 − β₁) g
 * v ← β₂ v + (1 − β₂) g²
 * w ← w − α (m / (1 − β₁ᵗ)) / (√(v / (1 − β₂ᵗ)) + ε)
 * </pre>
 *
 * <p>Kingma and Ba, Adam: a method for stochastic optimization, 2014, algorithm 1.
 *
 * @param beta1 β₁, the share of m that is kept; in [0, 1)
 * @param beta2 β₂, the share of v that is kept; in [0, 1)
 * @param epsilon ε, which keeps the division defined; in [0, 1]
 */
record Adam(double beta1, double beta2, double epsilon) implements Optimizer {

  @Override
  public List<String> remembers() {
    return List.of("m", "v");
  }

  @Override
  public void update(double[] w, double[] g, double rate, Memory memory) {
    int t = memory.tick();
    double[] m = memory.slot(0);
    double[] v = memory.slot(1);
    Moments.first(m, g, beta1);
    Moments.second(v, g, beta2);
    Moments.step(w, m, v, rate, Moments.share(beta1, t), Moments.share(beta2, t), epsilon);
  }
}
