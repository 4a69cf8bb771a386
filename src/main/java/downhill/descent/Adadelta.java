package downhill.descent;

import java.util.List;

/**
 * Adadelta: steps measured in the units of the steps before them.
 *
 * <pre>
 * E[g²]  ← ρ E[g²] + (1 − ρ) g²
 * Δ      = √(E[Δ²] + ε) / √(E[g²] + ε) · g
 * E[Δ²]  ← ρ E[Δ²] + (1 − ρ) Δ²
 * w      ← w − α Δ
 * </pre>
 *
 * <p>Zeiler, ADADELTA: an adaptive learning rate method, 2012, algorithm 1.
 *
 * @param rho ρ, the share of both averages that is kept; in [0, 1)
 * @param epsilon ε, which starts the first step; in [0, 1]
 */
record Adadelta(double rho, double epsilon) implements Optimizer {

  @Override
  public List<String> remembers() {
    return List.of("meanSquareGradient", "meanSquareStep");
  }

  @Override
  public void update(double[] w, double[] g, double rate, Memory memory) {
    double[] gradients = memory.slot(0);
    double[] steps = memory.slot(1);
    for (int i = 0; i < w.length; i++) {
      gradients[i] = rho * gradients[i] + (1 - rho) * g[i] * g[i];
      double step = Math.sqrt(steps[i] + epsilon) / Math.sqrt(gradients[i] + epsilon) * g[i];
      steps[i] = rho * steps[i] + (1 - rho) * step * step;
      w[i] -= rate * step;
    }
  }
}
