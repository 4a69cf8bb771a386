package downhill.formula;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/** Writes a tape: takes the parts of an expression, operands first, and folds what is constant. */
final class TapeBuilder {

  private final int dimension;
  private final double[] slots;

  /** For each slot, the bit set of the parameters that it depends on. */
  private final int[] variables;

  private final List<Tape.Instruction> instructions = new ArrayList<>();

  /** The slots whose values wait to be used. */
  private final Deque<Integer> waiting = new ArrayDeque<>();

  private int used;

  TapeBuilder(int dimension, int parts) {
    this.dimension = dimension;
    this.slots = new double[dimension + parts];
    this.variables = new int[dimension + parts];
    for (int i = 0; i < dimension; i++) {
      variables[i] = 1 << i;
    }
    this.used = dimension;
  }

  void constant(double value) {
    slots[used] = value;
    variables[used] = 0;
    waiting.push(used++);
  }

  void variable(int index) {
    waiting.push(index);
  }

  void call(Operation operation) {
    int right = waiting.pop();
    int left = operation.arity() == 1 ? right : waiting.pop();
    int rightVariables = operation.arity() == 1 ? 0 : variables[right];
    if ((variables[left] | variables[right]) == 0) {
      // Constants that wait are the last slots used: their room is free again.
      used = left;
      constant(operation.value(slots[left], slots[right]));
      return;
    }
    variables[used] = variables[left] | variables[right];
    instructions.add(
        new Tape.Instruction(operation, left, right, used, variables[left], rightVariables));
    waiting.push(used++);
  }

  Tape build() {
    return new Tape(
        dimension,
        Arrays.copyOf(slots, used),
        instructions.toArray(Tape.Instruction[]::new),
        waiting.pop());
  }
}
