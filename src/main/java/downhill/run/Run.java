package downhill.run;

import downhill.descent.Descent;
import downhill.descent.Step;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A spec being played: its steps, one after the other, each computed when it is asked for, and how
 * it ended. Not for use by several threads at once.
 */
public final class Run implements Iterator<Step> {

  private final Spec spec;
  private final EndingWords words;
  private final SharedSteps.@Nullable OfRun shared;
  private final Step first;
  private Descent descent;
  private Step current;
  private int k;

  /** Whether others have the descent too, so that it must stay where it stands. */
  private boolean lent;

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

  /** The step that was handed out last, at first step 0; {@link #goTowards} hands out few. */
  public Step current() {
    return current;
  }

  /** The number of the step it stands at, or is on its way from. */
  int k() {
    return k;
  }

  /** Goes one step on, on the way to another; far from there the step is not handed out. */
  void goTowards(int to) {
    if (k < to - 2) {
      own().skip();
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
    Step next = own().next();
    previousLoss = current.loss();
    current = next;
    k++;
    return next;
  }

  private Descent own() {
    if (lent) {
      descent = descent.fork();
      lent = false;
    }
    return descent;
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
    SharedSteps.Piece kept = shared == null ? null : shared.find(k, most);
    if (kept != null) {
      json.raw(kept.json());
      descent = kept.descent();
      lent = true;
      current = kept.last();
      k = current.k();
      return most;
    }
    int after = k;
    int from = json.size();
    SpecJson.write(json, spec, next());
    while (k - after < most && !enough.getAsBoolean() && hasNext()) {
      json.raw(',');
      SpecJson.write(json, spec, next());
    }
    // Of a descent that has a next step, asking for it moves nothing any more.
    if (shared != null && hasNext()) {
      byte[] written = Arrays.copyOfRange(json.bytes(), from, json.size());
      lent = shared.keep(after, new SharedSteps.Piece(written, descent, current));
    }
    return k - after;
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
