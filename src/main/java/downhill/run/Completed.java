package downhill.run;

import downhill.descent.Step;
import java.util.List;

/**
 * A run played to its end.
 *
 * @param spec what decided it
 * @param steps from step 0 to the last
 * @param ending how it ended
 */
public record Completed(Spec spec, List<Step> steps, Ending ending) {

  /** Keeps a copy. */
  public Completed {
    steps = List.copyOf(steps);
  }
}
