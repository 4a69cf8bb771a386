package downhill.descent;

import java.util.Arrays;
import java.util.List;

/**
 * Rprop: only the slope's sign counts; each parameter's step grows while the sign holds and shrinks
 * when it turns.
 *
 * <pre>
 * Δ ← clamp(Δ · (η⁺ if g g′ > 0, η⁻ if g g′ &lt; 0, else 1), Δmin, Δmax),  Δ = α before the first
 * g ← 0 where the sign turned
 * w ← w − sign(g) Δ,   g′ ← g
 * </pre>
 *
 * <p>Riedmiller and Braun, A direct adaptive method for faster backpropagation learning, 1993; as
 * PyTorch has it. The learning rate is the length of the first step and has no say after it.
 *
 * @param etaMinus η⁻, by which a step shrinks; in (0, 1)
 * @param etaPlus η⁺, by which a step grows; in (1, 100]
 * @param minStep Δmin, the shortest step; in [0, 1000], not above {@code maxStep}
 * @param maxStep Δmax, the longest step; in (0, 1e6]
 */
record Rprop(double etaMinus, double etaPlus, double minStep, double maxStep) implements Optimizer {

  Rprop {
    if (!(minStep <= maxStep)) {
      throw new IllegalArgumentException(
          "minStep must be at most maxStep, " + maxStep + "; this one is " + minStep);
    }
  }

  @Override
  public List<String> remembers() {
    return List.of("delta", "previousGradient");
  }

  @Override
  public void update(double[] w, double[] g, double rate, Memory memory) {
    double[] delta = memory.slot(0);
    double[] previous = memory.slot(1);
    if (memory.tick() == 1) {
      Arrays.fill(delta, rate);
    }
    for (int i = 0; i < w.length; i++) {
      double turn = g[i] * previous[i];
      double factor = turn > 0 ? etaPlus : turn < 0 ? etaMinus : 1;
      delta[i] = Math.min(Math.max(delta[i] * factor, minStep), maxStep);
      previous[i] = turn < 0 ? 0 : g[i];
      w[i] -= Math.signum(previous[i]) * delta[i];
    }
  }
}
