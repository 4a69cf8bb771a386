package downhill.descent;

import java.util.List;

/**
 * AMSGrad: Adam that never forgets the largest slope it has met.
 *
 * <pre>
 * m ← β₁ m + (1 − β₁) g
 * v ← β₂ v + (1 − β₂) g²
 * v̂ ← max(v̂, v)
 * w ← w − α (m / (1 − β₁ᵗ)) / (√(v̂ / (1 − β₂ᵗ)) + ε)
 * </pre>
 *
 * <p>Reddi, Kale and Kumar, On the convergence of Adam and beyond, ICLR 2018, algorithm 2; with
 * Adam's corrections, as PyTorch has it.
 *
 * @param beta1 β₁, the share of m that is kept; in [0, 1)
 * @param beta2 β₂, the share of v that is kept; in [0, 1)
 * @param epsilon ε, which keeps the division defined; in [0, 1]
 */
record AmsGrad(double beta1, double beta2, double epsilon) implements Optimizer {

  @Override
  public List<String> remembers() {
    return List.of("m", "v", "vHat");
  }

  @Override
  public void update(double[] w, double[] g, double rate, Memory memory) {
    int t = memory.tick();
    double[] m = memory.slot(0);
    double[] v = memory.slot(1);
    double[] largest = memory.slot(2);
    Moments.first(m, g, beta1);
    Moments.second(v, g, beta2);
    for (int i = 0; i < w.length; i++) {
      largest[i] = Math.max(largest[i], v[i]);
    }
    Moments.step(w, m, largest, rate, Moments.share(beta1, t), Moments.share(beta2, t), epsilon);
  }
}
