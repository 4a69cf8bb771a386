package downhill.formula;

import downhill.descent.Objective;
import java.util.List;

/**
 * An objective read from text, such as {@code 0.1*w^2 + sin(2*w) + 1}, with its exact gradient by
 * automatic differentiation (forward mode; see Griewank and Walther, <i>Evaluating Derivatives</i>,
 * 2008, chapter 3).
 *
 * <p>A formula has numbers ({@code 1}, {@code 1.5}, {@code .5}, {@code 1e-3}), {@code + - * / ^},
 * parentheses, {@code pi}, {@code e}, the functions {@code sin cos tan asin acos atan sinh cosh
 * tanh exp ln log2 log10 sqrt cbrt abs sign} of one value and {@code min max pow} of two. The power
 * is right-associative and binds tighter than the minus before it: {@code -w^2} is {@code -(w^2)}.
 * The signs that word processors put in their place ({@code − – × · ÷ π}) are read as what they
 * look like. Two values side by side are an error: {@code 2w} must be written {@code 2*w}.
 *
 * <p>Its parameter is {@code w}, or its parameters are {@code x} and {@code y}; a formula that
 * names only one of these two has both. A formula that names none is a constant of one parameter.
 *
 * <p>Where there is no derivative, it is what PyTorch makes of it: {@code abs} and {@code sign} are
 * flat at 0, {@code min} and {@code max} of two equal values share the gradient evenly, {@code
 * sqrt} is infinitely steep at 0. Outside its domain a function is NaN.
 *
 * <p>Immutable, and safe to share between threads. {@link StrictMath} throughout, so that every
 * machine computes the same bits.
 */
public final class Formula implements Objective {

  private final String text;
  private final List<String> variables;
  private final Tape tape;

  private Formula(String text, List<String> variables, Tape tape) {
    this.text = text;
    this.variables = variables;
    this.tape = tape;
  }

  /**
   * Reads a formula. Time and memory grow with the length of the text, which is the caller's to
   * limit.
   *
   * @param text the formula, as a person wrote it
   * @return the formula, ready to be evaluated
   * @throws FormulaException if it does not read as one; says where, and what to write instead
   */
  public static Formula parse(String text) {
    Parser parser = new Parser(text);
    Expression expression = parser.parse();
    List<String> variables = parser.variables();
    return new Formula(text, variables, Tape.of(expression, variables.size()));
  }

  /** The text this formula was read from, unchanged. */
  public String text() {
    return text;
  }

  /** The names of the parameters, in the order of the array: {@code [w]} or {@code [x, y]}. */
  public List<String> variables() {
    return variables;
  }

  @Override
  public int dimension() {
    return variables.size();
  }

  @Override
  public double value(double[] w) {
    return tape.value(w);
  }

  @Override
  public double gradient(double[] w, double[] into) {
    return tape.gradient(w, into);
  }

  @Override
  public String toString() {
    return text;
  }
}
