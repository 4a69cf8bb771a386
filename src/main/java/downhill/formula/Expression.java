package downhill.formula;

import java.util.List;

/** A formula as a tree: what is computed, and from what. */
sealed interface Expression {

  /** The expressions that this one is computed from, left to right. */
  List<Expression> operands();

  /** Puts this expression on the tape; its operands are on it already. */
  void appendTo(TapeBuilder tape);

  /** Whether the parameter at an index enters it. */
  default boolean dependsOn(int index) {
    for (Expression operand : operands()) {
      if (operand.dependsOn(index)) {
        return true;
      }
    }
    return false;
  }

  /** Whether no parameter enters it; there are at most two. */
  default boolean isConstant() {
    return !dependsOn(0) && !dependsOn(1);
  }

  /** The value of one that no parameter enters. */
  double constantValue();

  /** A number, written out or by a name such as pi. */
  record Constant(double value) implements Expression {
    @Override
    public List<Expression> operands() {
      return List.of();
    }

    @Override
    public void appendTo(TapeBuilder tape) {
      tape.constant(value);
    }

    @Override
    public double constantValue() {
      return value;
    }
  }

  /** The parameter at an index of the array. */
  record Variable(int index) implements Expression {
    @Override
    public List<Expression> operands() {
      return List.of();
    }

    @Override
    public void appendTo(TapeBuilder tape) {
      tape.variable(index);
    }

    @Override
    public boolean dependsOn(int other) {
      return index == other;
    }

    @Override
    public double constantValue() {
      return Double.NaN;
    }
  }

  /** An operation applied to as many operands as it takes. */
  record Call(Operation operation, List<Expression> operands) implements Expression {
    static Call of(Operation operation, Expression... operands) {
      return new Call(operation, List.of(operands));
    }

    @Override
    public void appendTo(TapeBuilder tape) {
      tape.call(operation);
    }

    /** The first operand. */
    Expression left() {
      return operands.get(0);
    }

    /** The last operand; of an operation of one, that one. */
    Expression right() {
      return operands.get(operands.size() - 1);
    }

    @Override
    public double constantValue() {
      return operation.value(left().constantValue(), right().constantValue());
    }
  }
}
