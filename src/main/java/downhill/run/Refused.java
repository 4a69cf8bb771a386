package downhill.run;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Something was asked for that cannot be had; says what, where and what would be allowed. */
public final class Refused extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final Code code;
  private final @Nullable String field;
  private final @Nullable Mistake mistake;

  /**
   * A refusal.
   *
   * @param code what kind
   * @param field the path of the member at fault, as {@code optimizer.learningRate}; null if
   *     unknown
   * @param message one sentence for the person who asked
   */
  public Refused(Code code, @Nullable String field, String message) {
    this(code, field, message, null);
  }

  /**
   * A refusal of a text.
   *
   * @param code what kind
   * @param field the path of the member at fault; null if unknown
   * @param message one sentence for the person who asked
   * @param mistake where in the text it is; null if it is not a text, or all of it
   */
  Refused(Code code, @Nullable String field, String message, @Nullable Mistake mistake) {
    super(message, null, false, false);
    this.code = code;
    this.field = field;
    this.mistake = mistake;
  }

  /** The same, with the member called otherwise. */
  Refused named(String path, String name) {
    return new Refused(code, name, sentence().replace(path, name), mistake);
  }

  /** What kind of refusal. */
  public Code code() {
    return code;
  }

  /** The path of the member at fault, where it is known. */
  public @Nullable String field() {
    return field;
  }

  /** Where in a text it is, where that is known. */
  public @Nullable Mistake mistake() {
    return mistake;
  }

  /** The one sentence that says it. */
  public String sentence() {
    return String.valueOf(getMessage());
  }

  /** The kinds of refusal in the run contract. */
  public enum Code {
    /** Not JSON, or not of the shape asked for. */
    MALFORMED,
    /** A value out of its range, an unknown name, a formula that does not parse. */
    INVALID,
    /** No run of that name on this connection. */
    UNKNOWN_RUN,
    /** The connection carries as many runs as it may. */
    TOO_MANY_RUNS,
    /** More text than is taken. */
    TOO_LARGE,
    /** More work is under way than the server takes on. */
    TOO_BUSY;

    /** Its name in the run contract. */
    public String key() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /**
   * A place in a text that does not read.
   *
   * @param position the index of a {@code char}, from 0 to the length of the text
   * @param found what was found there, cut short; empty at the end of the text
   * @param suggestion what could be written instead; null where that cannot be told
   */
  public record Mistake(int position, String found, @Nullable String suggestion) {}
}
