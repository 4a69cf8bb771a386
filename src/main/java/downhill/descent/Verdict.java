package downhill.descent;

import java.util.Locale;

/** How a descent ended. */
public enum Verdict {
  /** The gradient's norm fell below the tolerance, and no lower minimum is known in the domain. */
  CONVERGED,
  /** The same, with a lower minimum known in the domain. */
  STUCK,
  /** Something was no longer finite, or the loss passed 1e12 and was rising. */
  DIVERGED,
  /** The steps were taken; at the end the loss did not fall while the ball kept jumping across. */
  OSCILLATING,
  /** The steps were taken, and it was still on its way down. */
  UNFINISHED;

  /** Its name in the run contract. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
