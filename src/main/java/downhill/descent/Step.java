package downhill.descent;

/**
 * Where a descent stands after k updates.
 *
 * @param k the number of updates made; 0 at the start
 * @param w the parameters, of length n
 * @param loss the whole objective's loss at {@code w}
 * @param gradient the whole objective's gradient at {@code w}, of length n
 * @param learningRate the rate that update k used; at k = 0 the one that update 1 will use
 * @param state what the optimizer remembers
 */
public record Step(
    int k, double[] w, double loss, double[] gradient, double learningRate, State state) {

  /** Keeps copies, so that a step stays as it was. */
  public Step {
    w = Vectors.copy(w);
    gradient = Vectors.copy(gradient);
  }

  /** The number of parameters, n. */
  public int parameters() {
    return w.length;
  }

  /** The parameters; a copy. */
  @Override
  public double[] w() {
    return w.clone();
  }

  /** The gradient; a copy. */
  @Override
  public double[] gradient() {
    return gradient.clone();
  }

  /** The gradient's Euclidean norm. */
  public double gradientNorm() {
    return Vectors.norm(gradient);
  }
}
