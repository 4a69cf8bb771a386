package downhill.run;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Something was asked for that cannot be had; says what, where and what would be allowed. */
public final class Refused extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final Code code;
  private final @Nullable String field;

  /**
   * A refusal.
   *
   * @param code what kind
   * @param field the path of the member at fault, as {@code optimizer.learningRate}; null if
   *     unknown
   * @param message one sentence for the person who asked
   */
  public Refused(Code code, @Nullable String field, String message) {
    super(message, null, false, false);
    this.code = code;
    this.field = field;
  }

  /** What kind of refusal. */
  public Code code() {
    return code;
  }

  /** The path of the member at fault, where it is known. */
  public @Nullable String field() {
    return field;
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
}
