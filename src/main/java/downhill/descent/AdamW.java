package downhill.descent;

import java.util.List;

/**
 * AdamW: Adam that also pulls every parameter a little towards zero, apart from the slope.
 *
 * <pre>
 * w ← w − α λ w
 * then Adam's step
 * </pre>
 *
 * <p>Loshchilov and Hutter, Decoupled weight decay regularization, ICLR 2019, algorithm 2.
 *
 * @param beta1 β₁, the share of m that is kept; in [0, 1)
 * @param beta2 β₂, the share of v that is kept; in [0, 1)
 * @param epsilon ε, which keeps the division defined; in [0, 1]
 * @param weightDecay λ, the pull towards zero; in [0, 1000]
 */
record AdamW(double beta1, double beta2, double epsilon, double weightDecay) implements Optimizer {

  @Override
  public List<String> remembers() {
    return List.of("m", "v");
  }

  @Override
  public void update(double[] w, double[] g, double rate, Memory memory) {
    for (int i = 0; i < w.length; i++) {
      w[i] *= 1 - rate * weightDecay;
    }
    new Adam(beta1, beta2, epsilon).update(w, g, rate, memory);
  }
}
