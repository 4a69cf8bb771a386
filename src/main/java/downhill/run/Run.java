package downhill.run;

import downhill.descent.Descent;
import downhill.descent.Step;
import java.util.Iterator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A spec being played: its steps, one after the other, each computed when it is asked for, and how
 * it ended. Not for use by several threads at once.
 */
public final class Run implements Iterator<Step> {

  private final Spec spec;
  private final Descent descent;
  private final EndingWords words;
  private final Step first;
  private Step current;
  private int k;
  private double previousLoss;
  private @Nullable Ending ending;

  Run(Spec spec, EndingWords words) {
    this.spec = spec;
    this.words = words;
    this.descent = new Descent(spec.plan());
    this.first = descent.next();
    this.current = first;
    this.previousLoss = first.loss();
  }

  /** What decides it. */
  public Spec spec() {
    return spec;
  }

  /** The step it stands at: the last one handed out, at first step 0. */
  public Step current() {
    return current;
  }

  /** The number of the step it stands at. */
  int k() {
    return k;
  }

  /** Goes one step on, on the way to another; far from there the step is not handed out. */
  void goTowards(int to) {
    if (k < to - 2) {
      descent.skip();
      k++;
    } else {
      next();
    }
  }

  @Override
  public boolean hasNext() {
    return descent.hasNext();
  }

  @Override
  public Step next() {
    previousLoss = current.loss();
    current = descent.next();
    k = current.k();
    return current;
  }

  /** How it ended; empty as long as there is a step to come. */
  public Optional<Ending> ending() {
    if (ending == null) {
      descent
          .verdict()
          .ifPresent(
              verdict ->
                  ending =
                      new Ending(
                          verdict,
                          current.k(),
                          words.say(spec, verdict, first, previousLoss, current)));
    }
    return Optional.ofNullable(ending);
  }
}
