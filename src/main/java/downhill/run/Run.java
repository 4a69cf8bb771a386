package downhill.run;

import downhill.descent.Descent;
import downhill.descent.Step;
import java.util.Iterator;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A spec being played: its steps, one after the other, each computed when it is asked for, and how
 * it ended. Not for use by several threads at once.
 */
public final class Run implements Iterator<Step> {

  /** It falls no further behind, so that nobody waits for long while it catches up. */
  static final int MOST_BEHIND = 1024;

  private final Spec spec;
  private final Descent descent;
  private final EndingWords words;
  private final SharedSteps.@Nullable OfRun shared;
  private final Step first;
  private Step current;
  private int k;

  /** Where the descent stands: behind k where the steps up to there were taken from others. */
  private int walked;

  private double previousLoss;
  private @Nullable Ending ending;

  /** One that shares nothing. */
  Run(Spec spec, EndingWords words) {
    this(spec, words, null);
  }

  /** One that takes what others have walked already, and leaves them what it has. */
  Run(Spec spec, EndingWords words, SharedSteps.@Nullable OfRun shared) {
    this.spec = spec;
    this.shared = shared;
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
    catchUp();
    return current;
  }

  /** The number of the step it stands at. */
  int k() {
    return k;
  }

  /** How many steps it has handed out that it has not walked itself yet. */
  int behind() {
    return k - walked;
  }

  /** Goes one step on, on the way to another; far from there the step is not handed out. */
  void goTowards(int to) {
    catchUp();
    k++;
    if (k < to - 1) {
      pass();
    } else {
      walk();
    }
  }

  private void catchUp() {
    while (walked < k) {
      if (walked < k - 2) {
        pass();
      } else {
        walk();
      }
    }
  }

  private void pass() {
    descent.skip();
    walked++;
  }

  private void walk() {
    previousLoss = current.loss();
    current = descent.next();
    walked++;
  }

  @Override
  public boolean hasNext() {
    return walked < k || descent.hasNext();
  }

  @Override
  public Step next() {
    catchUp();
    walk();
    k = walked;
    return current;
  }

  /**
   * Goes on and writes the steps, with commas between them. There must be a next one.
   *
   * @param json where to
   * @param most how many at most
   * @param enough whether to leave the rest for later; one step at least is written
   * @return how many
   */
  public int write(JsonBytes json, int most, BooleanSupplier enough) {
    if (behind() > MOST_BEHIND) {
      catchUp();
    }
    byte[] kept = shared == null ? null : shared.find(k, most);
    if (kept != null) {
      json.raw(kept);
      k += most;
      return most;
    }
    int after = k;
    int from = json.size();
    SpecJson.write(json, spec, next());
    while (k - after < most && !enough.getAsBoolean() && hasNext()) {
      json.raw(',');
      SpecJson.write(json, spec, next());
    }
    if (shared != null && hasNext()) {
      shared.keep(after, k - after, json, from);
    }
    return k - after;
  }

  /** How it ended; empty as long as there is a step to come. */
  public Optional<Ending> ending() {
    if (walked < k) {
      return Optional.empty();
    }
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
