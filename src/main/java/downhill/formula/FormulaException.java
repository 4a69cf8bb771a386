package downhill.formula;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A text does not read as a formula. Says what is wrong, where, and where it can what to write
 * instead; the message is one or two sentences for the person who wrote the text.
 */
public final class FormulaException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  private static final int LONGEST_QUOTE = 40;

  private final Problem problem;
  private final int position;
  private final String found;
  private final @Nullable String suggestion;

  FormulaException(Problem problem, int position, String found, @Nullable String suggestion) {
    super(message(problem, position, clip(found), suggestion));
    this.problem = problem;
    this.position = position;
    this.found = clip(found);
    this.suggestion = suggestion;
  }

  /** What is wrong. */
  public Problem problem() {
    return problem;
  }

  /** Where in the text: the index of a {@code char}, from 0 to the length of the text. */
  public int position() {
    return position;
  }

  /** The piece of the text that was found there, clipped; empty at the end of the text. */
  public String found() {
    return found;
  }

  /** What could be written instead, where that can be told. */
  public Optional<String> suggestion() {
    return Optional.ofNullable(suggestion);
  }

  private static String message(
      Problem problem, int position, String found, @Nullable String suggestion) {
    String sentence =
        "Character " + (position + 1) + ": " + String.format(problem.sentence, quote(found)) + ".";
    return suggestion == null ? sentence : sentence + String.format(problem.offer, suggestion);
  }

  private static String quote(String found) {
    return found.isEmpty() ? "the end" : "`" + found + "`";
  }

  private static String clip(String found) {
    return found.length() <= LONGEST_QUOTE ? found : found.substring(0, LONGEST_QUOTE - 1) + "…";
  }

  /** The ways in which a text can fail to be a formula. */
  public enum Problem {
    /** There is nothing but spaces. */
    EMPTY("there is no formula here", " Try `%s`."),
    /** A character that has no meaning in a formula. */
    UNKNOWN_CHARACTER("%s has no meaning in a formula", " Write `%s`."),
    /** A name that is no function, no constant and no parameter. */
    UNKNOWN_NAME("%s is not a name that formulas know", " Did you mean `%s`?"),
    /** A number with two points, or with none of its digits. */
    MALFORMED_NUMBER("%s is not a number", " Write `%s`."),
    /** A number beyond the largest double. */
    NUMBER_TOO_LARGE("%s is too large a number", " Write `%s`."),
    /** A value is missing before what was found: {@code 2*}, {@code ()}, {@code *w}. */
    MISSING_OPERAND("a value is missing before %s", " Write `%s`."),
    /** Two values side by side: {@code 2w}. */
    IMPLICIT_MULTIPLICATION("a multiplication sign is missing before %s", " Write `%s`."),
    /** A parenthesis was opened and not closed before what was found. */
    MISSING_CLOSING_PARENTHESIS("a closing parenthesis is missing before %s", " Write `%s`."),
    /** A parenthesis is closed that was not opened. */
    MISSING_OPENING_PARENTHESIS("%s closes a parenthesis that was not opened", " Write `%s`."),
    /** A comma that does not stand between two values of a function. */
    MISPLACED_COMMA("a comma stands only between the values of a function", " Write `%s`."),
    /** A function whose name no parenthesis follows. */
    MISSING_ARGUMENTS("%s needs its value in parentheses", " Write `%s`."),
    /** A function with too many values or too few. */
    WRONG_NUMBER_OF_ARGUMENTS("%s has the wrong number of values", " Write `%s`."),
    /** The parameter {@code w} together with {@code x} or {@code y}. */
    MIXED_VARIABLES(
        "%s cannot stand here, for a formula is either of w or of x and y", " Write `%s`."),
    /** More parentheses, powers or minus signs inside each other than can be followed. */
    TOO_DEEP("nothing may be nested more than " + Parser.MOST_NESTED + " deep", " Write `%s`.");

    private final String sentence;
    private final String offer;

    Problem(String sentence, String offer) {
      this.sentence = sentence;
      this.offer = offer;
    }
  }
}
