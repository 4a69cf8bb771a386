package downhill.formula;

import java.util.List;

/** A formula as a tree: what is computed, and from what. */
sealed interface Expression {

  /** The expressions that this one is computed from, left to right. */
  List<Expression> operands();

  /** Puts this expression on the tape; its operands are on it already. */
  void appendTo(TapeBuilder tape);

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
  }
}
