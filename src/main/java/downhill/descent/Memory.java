package downhill.descent;

import java.util.Arrays;
import java.util.List;

/**
 * What an optimizer remembers from one update to the next, apart from the rule itself, so that one
 * rule drives many balls. Each thing remembered has the name its paper gives it.
 */
final class Memory {

  private final List<String> names;
  private final double[][] slots;
  private int updates;

  /**
   * An empty memory: every number zero.
   *
   * @param names what is remembered, in the rule's order
   * @param n the number of parameters
   */
  Memory(List<String> names, int n) {
    this.names = names;
    this.slots = new double[names.size()][n];
  }

  private Memory(Memory other) {
    names = other.names;
    slots = Arrays.stream(other.slots).map(double[]::clone).toArray(double[][]::new);
    updates = other.updates;
  }

  /** Another that remembers the same, and goes on by itself. */
  Memory fork() {
    return new Memory(this);
  }

  /** The numbers remembered under the i-th name, one for each parameter; the rule writes here. */
  double[] slot(int i) {
    return slots[i];
  }

  /** Counts one more update and tells which it is; the first is 1. */
  int tick() {
    return ++updates;
  }

  /** Whether every number remembered is finite. */
  boolean isFinite() {
    for (double[] slot : slots) {
      if (!Vectors.allFinite(slot)) {
        return false;
      }
    }
    return true;
  }

  /** A copy that later updates leave as it is. */
  State snapshot() {
    if (slots.length == 0) {
      return State.NONE;
    }
    double[][] copy = new double[slots.length][];
    for (int i = 0; i < slots.length; i++) {
      copy[i] = Vectors.copy(slots[i]);
    }
    return new State(names, copy);
  }
}
