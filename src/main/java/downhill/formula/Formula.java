package downhill.formula;

import downhill.descent.Objective;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

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

  /** A derivative longer than this, in characters, is not written out. */
  public static final int LONGEST_DERIVATIVE = 4000;

  private final String text;
  private final List<String> variables;
  private final Expression expression;
  private final Tape tape;

  private Formula(String text, List<String> variables, Expression expression) {
    this.text = text;
    this.variables = variables;
    this.expression = expression;
    this.tape = Tape.of(expression, variables.size());
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
    return new Formula(text, parser.variables(), expression);
  }

  /** The text this formula was read from, unchanged. */
  public String text() {
    return text;
  }

  /** The names of the parameters, in the order of the array: {@code [w]} or {@code [x, y]}. */
  public List<String> variables() {
    return variables;
  }

  /** Whether no parameter enters it, so that it is flat everywhere. */
  public boolean isConstant() {
    return expression.isConstant();
  }

  /** The formula written in a language, with what is computed and in which order unchanged. */
  public String in(Notation notation) {
    return new Writer(notation, variables).write(expression);
  }

  /**
   * Its derivatives written in a language: simplified, as a person would write them. Their values
   * are those of {@link #gradient} up to rounding, wherever that is finite; but where {@code min},
   * {@code max} or a power meets an infinitely steep operand that it does not look at, they have
   * none.
   *
   * @param notation the language
   * @return one for each parameter; empty where one is longer than {@link #LONGEST_DERIVATIVE}
   *     characters or has a number beyond the largest double
   */
  public Optional<List<String>> derivatives(Notation notation) {
    try {
      Writer writer = new Writer(notation, variables);
      List<String> texts =
          IntStream.range(0, dimension())
              .mapToObj(i -> writer.write(Derivative.of(expression, i)))
              .toList();
      return Optional.of(texts)
          .filter(all -> all.stream().allMatch(each -> each.length() <= LONGEST_DERIVATIVE));
    } catch (Unsayable unsayable) {
      return Optional.empty();
    }
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
