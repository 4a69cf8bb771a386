package downhill.run;

import downhill.descent.Verdict;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Many runs that differ in their start and their learning rate alone, each told by its end.
 *
 * @param spec what they have in common; its own start and rate hold where none are swept
 * @param starts the starts, evenly spaced or drawn; empty where all begin at the spec's
 * @param seeds of drawn starts the seed of each run's noise; else empty, and all have the spec's
 * @param rates the learning rates, evenly spaced by their logarithms, as near as three figures
 *     allow; empty where all have the spec's
 * @param near the share of the starting distance to the nearest lowest minimum that counts as there
 * @param runs a row for each rate, with a run for each start; null for a start at which the loss or
 *     its slope is not finite
 */
public record Sweep(
    Spec spec,
    double[] starts,
    long[] seeds,
    double[] rates,
    double near,
    List<List<@Nullable Outcome>> runs) {

  /** Keeps copies. */
  public Sweep {
    starts = starts.clone();
    seeds = seeds.clone();
    rates = rates.clone();
  }

  /** The starts; a copy. */
  @Override
  public double[] starts() {
    return starts.clone();
  }

  /** The seeds; a copy. */
  @Override
  public long[] seeds() {
    return seeds.clone();
  }

  /** The rates; a copy. */
  @Override
  public double[] rates() {
    return rates.clone();
  }

  /**
   * How a run ended.
   *
   * @param verdict how
   * @param k its last step
   * @param w the parameters there
   * @param loss the loss there
   * @param minimum the index, among the ground's minima, of the one in which it came to rest; null
   *     where it did not, or came to rest elsewhere
   * @param reached the first step that was near the lowest minimum; null where none was, or no
   *     minimum is known
   */
  public record Outcome(
      Verdict verdict,
      int k,
      double[] w,
      double loss,
      @Nullable Integer minimum,
      @Nullable Integer reached) {

    /** Keeps a copy. */
    public Outcome {
      w = w.clone();
    }

    /** The parameters; a copy. */
    @Override
    public double[] w() {
      return w.clone();
    }
  }
}
