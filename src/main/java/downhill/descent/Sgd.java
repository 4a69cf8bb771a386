package downhill.descent;

import java.util.List;

/**
 * Plain gradient descent: a step straight against the slope.
 *
 * <pre>w ← w − α g</pre>
 *
 * <p>Cauchy, Méthode générale pour la résolution des systèmes d'équations simultanées, 1847.
 */
record Sgd() implements Optimizer {

  @Override
  public List<String> remembers() {
    return List.of();
  }

  @Override
  public void update(double[] w, double[] g, double rate, Memory memory) {
    Vectors.subtract(rate, g, w);
  }
}
