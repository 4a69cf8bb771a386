package downhill.descent;

import java.util.List;

/**
 * RMSprop: the slope divided by its own recent size.
 *
 * <pre>
 * MeanSquare ← a MeanSquare + (1 − a) g²
 * w          ← w − α g / (√MeanSquare + ε)
 * </pre>
 *
 * <p>Tieleman and Hinton, Neural networks for machine learning, lecture 6.5, 2012.
 *
 * @param alpha a, the share of the average that is kept (not the learning rate); in [0, 1)
 * @param epsilon ε, which keeps the division defined; in [0, 1]
 */
record RmsProp(double alpha, double epsilon) implements Optimizer {

  @Override
  public List<String> remembers() {
    return List.of("meanSquare");
  }

  @Override
  public void update(double[] w, double[] g, double rate, Memory memory) {
    double[] meanSquare = memory.slot(0);
    for (int i = 0; i < w.length; i++) {
      meanSquare[i] = alpha * meanSquare[i] + (1 - alpha) * g[i] * g[i];
      w[i] -= rate * g[i] / (Math.sqrt(meanSquare[i]) + epsilon);
    }
  }
}
