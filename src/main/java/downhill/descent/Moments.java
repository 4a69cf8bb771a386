package downhill.descent;

/** The two fading averages that Adam and its relatives share. */
final class Moments {

  private Moments() {}

  /** m ← β₁ m + (1 − β₁) g, the average slope. */
  static void first(double[] m, double[] g, double beta1) {
    for (int i = 0; i < m.length; i++) {
      m[i] = beta1 * m[i] + (1 - beta1) * g[i];
    }
  }

  /** v ← β₂ v + (1 − β₂) g², the average squared slope. */
  static void second(double[] v, double[] g, double beta2) {
    for (int i = 0; i < v.length; i++) {
      v[i] = beta2 * v[i] + (1 - beta2) * g[i] * g[i];
    }
  }

  /** 1 − βᵗ: how much of a full average t updates amount to, since it began at zero. */
  static double share(double beta, int t) {
    return 1 - StrictMath.pow(beta, t);
  }

  /** w ← w − α (m / (1 − β₁ᵗ)) / (√(v / (1 − β₂ᵗ)) + ε), Adam's step. */
  static void step(
      double[] w, double[] m, double[] v, double rate, double share1, double share2, double eps) {
    double size = rate / share1;
    double root = Math.sqrt(share2);
    for (int i = 0; i < w.length; i++) {
      w[i] -= size * m[i] / (Math.sqrt(v[i]) / root + eps);
    }
  }
}
