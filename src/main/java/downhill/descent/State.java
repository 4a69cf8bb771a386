package downhill.descent;

import java.util.List;

/** What an optimizer remembered at one step, by name; a copy that nothing changes any more. */
public final class State {

  static final State NONE = new State(List.of(), new double[0][]);

  private final List<String> names;
  private final double[][] values;

  State(List<String> names, double[][] values) {
    this.names = names;
    this.values = values;
  }

  /**
   * The names of what is remembered, as the optimizer's paper calls them; empty for plain descent.
   */
  public List<String> names() {
    return names;
  }

  /**
   * The numbers under a name.
   *
   * @param i the place of the name in {@link #names()}
   * @return a copy; one number for each parameter
   */
  public double[] values(int i) {
    return values[i].clone();
  }
}
