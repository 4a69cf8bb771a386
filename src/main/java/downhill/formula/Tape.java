package downhill.formula;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;

/**
 * An expression laid out flat, in the order in which it is computed: slots for the parameters, then
 * one for each constant and each result. Walking a tape costs no recursion, and an evaluation makes
 * only the arrays that it fills, so that any number of threads can share one.
 */
final class Tape {

  private final int dimension;
  private final double[] slots;
  private final Instruction[] instructions;
  private final int result;

  Tape(int dimension, double[] slots, Instruction[] instructions, int result) {
    this.dimension = dimension;
    this.slots = slots;
    this.instructions = instructions;
    this.result = result;
  }

  static Tape of(Expression expression, int dimension) {
    List<Expression> order = operandsFirst(expression);
    TapeBuilder builder = new TapeBuilder(dimension, order.size());
    order.forEach(next -> next.appendTo(builder));
    return builder.build();
  }

  double value(double[] w) {
    double[] values = slots.clone();
    System.arraycopy(w, 0, values, 0, dimension);
    for (Instruction next : instructions) {
      next.compute(values);
    }
    return values[result];
  }

  double gradient(double[] w, double[] into) {
    double[] values = slots.clone();
    System.arraycopy(w, 0, values, 0, dimension);
    double[] slopes = new double[values.length * dimension];
    for (int i = 0; i < dimension; i++) {
      slopes[i * dimension + i] = 1;
    }
    for (Instruction next : instructions) {
      next.compute(values);
      next.differentiate(values, slopes, dimension);
    }
    System.arraycopy(slopes, result * dimension, into, 0, dimension);
    return values[result];
  }

  /** Without recursion, since a sum of many terms is a deep tree. */
  private static List<Expression> operandsFirst(Expression root) {
    List<Expression> rootFirst = new ArrayList<>();
    Deque<Expression> open = new ArrayDeque<>(List.of(root));
    while (!open.isEmpty()) {
      Expression next = open.pop();
      rootFirst.add(next);
      next.operands().forEach(open::push);
    }
    Collections.reverse(rootFirst);
    return rootFirst;
  }

  /**
   * One operation. {@code leftVariables} and {@code rightVariables} are bit sets of the parameters
   * that the operands depend on: what does not depend on a parameter has no derivative by it, not
   * even zero, for zero times an infinite slope would be NaN.
   */
  record Instruction(
      Operation operation, int left, int right, int target, int leftVariables, int rightVariables) {

    void compute(double[] values) {
      values[target] = operation.value(values[left], values[right]);
    }

    void differentiate(double[] values, double[] slopes, int dimension) {
      double a = values[left];
      double b = values[right];
      double y = values[target];
      if (leftVariables != 0) {
        follow(operation.left(a, b, y), left, leftVariables, slopes, dimension);
      }
      if (rightVariables != 0) {
        follow(operation.right(a, b, y), right, rightVariables, slopes, dimension);
      }
    }

    private void follow(double partial, int from, int variables, double[] slopes, int dimension) {
      if (partial == 0 && operation.ignoresWhatIsFlat()) {
        return;
      }
      for (int i = 0; i < dimension; i++) {
        if ((variables >> i & 1) != 0) {
          slopes[target * dimension + i] += partial * slopes[from * dimension + i];
        }
      }
    }
  }
}
