package downhill.descent;

import java.util.Arrays;

/**
 * Where a descent stands after k updates. Nothing changes it: what it takes and gives are copies.
 */
public final class Step {

  private final int k;
  private final double loss;
  private final double learningRate;
  private final State state;

  /** The parameters and, after them, the gradient: a long run keeps many steps. */
  private final double[] wAndGradient;

  /**
   * A step.
   *
   * @param k the number of updates made; 0 at the start
   * @param w the parameters, of length n
   * @param loss the whole objective's loss at {@code w}
   * @param gradient the whole objective's gradient at {@code w}, of length n
   * @param learningRate the rate that update k used; at k = 0 the one that update 1 will use
   * @param state what the optimizer remembers
   * @throws IllegalArgumentException where the gradient is not of the parameters' length
   */
  public static Step at(
      int k, double[] w, double loss, double[] gradient, double learningRate, State state) {
    if (gradient.length != w.length) {
      throw new IllegalArgumentException(
          "the gradient must have " + w.length + " numbers; it has " + gradient.length);
    }
    double[] wAndGradient = Vectors.joined(w, gradient);
    return new Step(k, loss, learningRate, state, wAndGradient);
  }

  private Step(int k, double loss, double learningRate, State state, double[] wAndGradient) {
    this.k = k;
    this.loss = loss;
    this.learningRate = learningRate;
    this.state = state;
    this.wAndGradient = wAndGradient;
  }

  /** The number of updates made; 0 at the start. */
  public int k() {
    return k;
  }

  /** The number of parameters, n. */
  public int parameters() {
    return wAndGradient.length / 2;
  }

  /** The parameters, of length n; a copy. */
  public double[] w() {
    return Arrays.copyOf(wAndGradient, parameters());
  }

  /** The whole objective's loss at {@link #w()}. */
  public double loss() {
    return loss;
  }

  /** The whole objective's gradient at {@link #w()}, of length n; a copy. */
  public double[] gradient() {
    return Arrays.copyOfRange(wAndGradient, parameters(), wAndGradient.length);
  }

  /** The gradient's Euclidean norm. */
  public double gradientNorm() {
    return Vectors.norm(gradient());
  }

  /** The rate that update k used; at k = 0 the one that update 1 will use. */
  public double learningRate() {
    return learningRate;
  }

  /** What the optimizer remembers. */
  public State state() {
    return state;
  }
}
