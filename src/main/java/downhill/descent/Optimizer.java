package downhill.descent;

import java.util.List;

/**
 * A rule that turns a slope into a step. A rule is a value: its settings and nothing else. What it
 * remembers lives apart, in a {@link Memory} that it makes for one ball and updates in place.
 *
 * <p>In the formulas w are the parameters, g the gradient at w, α the learning rate of this update
 * and t the number of this update, counted from 1. Every rule gives the numbers that PyTorch's
 * optimizer of the same name gives.
 */
public sealed interface Optimizer
    permits Sgd,
        Momentum,
        Nesterov,
        Adagrad,
        Adadelta,
        RmsProp,
        Adam,
        AmsGrad,
        AdamW,
        Adamax,
        Nadam,
        Radam,
        Rprop,
        Lion {

  /** The names of what this rule remembers, by its paper; none for plain descent. */
  List<String> remembers();

  /**
   * Takes one step.
   *
   * @param w the parameters, of length n; moved in place
   * @param g the gradient at {@code w}, of length n; not to be changed
   * @param rate the learning rate α of this update
   * @param memory this ball's memory, made by a rule of the same kind; updated in place
   */
  void update(double[] w, double[] g, double rate, Memory memory);
}
