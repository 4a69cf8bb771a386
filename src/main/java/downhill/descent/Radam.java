package downhill.descent;

import java.util.List;

/**
 * RAdam: Adam that waits to divide by the slope's size until it has seen enough slopes to know it.
 *
 * <pre>
 * m ← β₁ m + (1 − β₁) g,   v ← β₂ v + (1 − β₂) g²
 * ρ∞ = 2 / (1 − β₂) − 1,   ρ = ρ∞ − 2 t β₂ᵗ / (1 − β₂ᵗ)
 * if ρ > 5:  r = √((ρ − 4)(ρ − 2) ρ∞ / ((ρ∞ − 4)(ρ∞ − 2) ρ))
 *            w ← w − α r (m / (1 − β₁ᵗ)) √(1 − β₂ᵗ) / (√v + ε)
 * else:      w ← w − α m / (1 − β₁ᵗ)
 * </pre>
 *
 * <p>Liu et al., On the variance of the adaptive learning rate and beyond, ICLR 2020, algorithm 2;
 * threshold and ε as in PyTorch.
 *
 * @param beta1 β₁, the share of m that is kept; in [0, 1)
 * @param beta2 β₂, the share of v that is kept; in [0, 1)
 * @param epsilon ε, which keeps the division defined; in [0, 1]
 */
record Radam(double beta1, double beta2, double epsilon) implements Optimizer {

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
    double share2 = Moments.share(beta2, t);
    double rhoInfinity = 2 / (1 - beta2) - 1;
    double rho = rhoInfinity - 2 * t * (1 - share2) / share2;
    double size = rate / Moments.share(beta1, t);
    double rectified = size * rectification(rho, rhoInfinity) * Math.sqrt(share2);
    for (int i = 0; i < w.length; i++) {
      w[i] -= rho > 5 ? rectified * m[i] / (Math.sqrt(v[i]) + epsilon) : size * m[i];
    }
  }

  private static double rectification(double rho, double rhoInfinity) {
    return Math.sqrt(
        (rho - 4) * (rho - 2) * rhoInfinity / ((rhoInfinity - 4) * (rhoInfinity - 2) * rho));
  }
}
