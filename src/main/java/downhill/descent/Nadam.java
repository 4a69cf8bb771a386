package downhill.descent;

import java.util.Arrays;
import java.util.List;

/**
 * NAdam: Adam with Nesterov's look ahead, and a momentum that warms up.
 *
 * <pre>
 * μ(t) = β₁ (1 − ½ · 0.96^(t ψ)),   Π ← Π μ(t)
 * m ← β₁ m + (1 − β₁) g
 * v ← β₂ v + (1 − β₂) g²
 * m̂ = (1 − μ(t)) g / (1 − Π) + μ(t+1) m / (1 − Π μ(t+1))
 * w ← w − α m̂ / (√(v / (1 − β₂ᵗ)) + ε)
 * </pre>
 *
 * <p>Dozat, Incorporating Nesterov momentum into Adam, ICLR workshop 2016; as PyTorch has it from
 * 2.0 on and documents it throughout. (Release 1.13 multiplied μ(t) into Π twice in its default
 * path.)
 *
 * @param beta1 β₁, the share of m that is kept; in [0, 1)
 * @param beta2 β₂, the share of v that is kept; in [0, 1)
 * @param epsilon ε, which keeps the division defined; in [0, 1]
 * @param momentumDecay ψ, how fast the momentum warms up; in [0, 1000]
 */
record Nadam(double beta1, double beta2, double epsilon, double momentumDecay)
    implements Optimizer {

  @Override
  public List<String> remembers() {
    return List.of("m", "v", "muProduct");
  }

  @Override
  public void update(double[] w, double[] g, double rate, Memory memory) {
    int t = memory.tick();
    double[] m = memory.slot(0);
    double[] v = memory.slot(1);
    Moments.first(m, g, beta1);
    Moments.second(v, g, beta2);
    double mu = mu(t);
    double muNext = mu(t + 1);
    double product = multiply(memory.slot(2), mu, t);
    double bySlope = rate * (1 - mu) / (1 - product);
    double byAverage = rate * muNext / (1 - product * muNext);
    double share2 = Moments.share(beta2, t);
    for (int i = 0; i < w.length; i++) {
      double size = Math.sqrt(v[i] / share2) + epsilon;
      w[i] -= bySlope * g[i] / size + byAverage * m[i] / size;
    }
  }

  private double mu(int t) {
    return beta1 * (1 - 0.5 * StrictMath.pow(0.96, t * momentumDecay));
  }

  /** Π is one number for all parameters; it is kept once for each, like everything remembered. */
  private static double multiply(double[] products, double mu, int t) {
    double product = t == 1 ? mu : products[0] * mu;
    Arrays.fill(products, product);
    return product;
  }
}
