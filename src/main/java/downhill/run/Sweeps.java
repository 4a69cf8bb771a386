package downhill.run;

import downhill.descent.Descent;
import downhill.descent.Lots;
import downhill.descent.Minimum;
import downhill.descent.Step;
import downhill.descent.Verdict;
import downhill.run.Sweep.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Plays many runs at once for what pages show of all of them: where each start ends, how many steps
 * each learning rate takes.
 */
@Component
public final class Sweeps {

  /** Google's crash-course exercise counts a run as there with this share of the way left. */
  public static final double NEAR = 0.00604;

  /** A run at rest has the loss of the minimum it rests in, but for so much of it. */
  private static final double SAME_LOSS = 1e-4;

  private final Sentences sentences;
  private final Limits limits;
  private final Work work;

  Sweeps(Sentences sentences, Limits limits, Work work) {
    this.sentences = sentences;
    this.limits = limits;
    this.work = work;
  }

  /**
   * Plays them.
   *
   * @param spec what they have in common
   * @param starts where each begins; empty for the spec's own start
   * @param rates the learning rate of each; empty for the spec's own
   * @param near the share of the starting distance that counts as there, above 0 and at most 1
   * @throws Refused where that is too much work, or the server is too busy
   */
  public Sweep play(Spec spec, double[] starts, double[] rates, double near) {
    return play(spec, starts, new long[0], rates, near);
  }

  /**
   * Plays runs from starts drawn by the spec's seed, as {@link Lots} says; each has a seed of its
   * own.
   *
   * @param spec what they have in common
   * @param lo the least start
   * @param hi what no start reaches, at least {@code lo}
   * @param n how many, 1 or more
   * @param rates the learning rate of each; empty for the spec's own
   * @param near the share of the starting distance that counts as there, above 0 and at most 1
   * @throws Refused where that is too much work, or the server is too busy
   */
  public Sweep draw(Spec spec, double lo, double hi, int n, double[] rates, double near) {
    Lots lots = new Lots(spec.noise().seed());
    double[] starts = IntStream.range(0, n).mapToDouble(i -> lots.start(i, lo, hi)).toArray();
    return play(spec, starts, IntStream.range(0, n).mapToLong(lots::seed).toArray(), rates, near);
  }

  private Sweep play(Spec spec, double[] starts, long[] seeds, double[] rates, double near) {
    if (starts.length > 0 && spec.start().length != 1) {
      throw sentences.invalid("starts", "error.sweep.starts", spec.start().length);
    }
    long steps = (long) Math.max(1, starts.length) * Math.max(1, rates.length) * spec.steps();
    if (steps > limits.sweepSteps()) {
      throw sentences.invalid(
          "steps",
          "error.sweep.steps",
          Sentences.number(limits.sweepSteps()),
          Sentences.number(steps));
    }
    return work.during(
        () -> {
          List<List<@Nullable Outcome>> runs = new ArrayList<>();
          for (double rate : rates.length == 0 ? new double[] {spec.learningRate()} : rates) {
            runs.add(row(spec.atRate(rate), starts, seeds, near));
          }
          return new Sweep(spec, starts, seeds, rates, near, runs);
        });
  }

  private static List<@Nullable Outcome> row(
      Spec spec, double[] starts, long[] seeds, double near) {
    List<Minimum> minima = spec.ground().minima().get();
    List<@Nullable Outcome> row = new ArrayList<>();
    for (int i = 0; i < Math.max(1, starts.length); i++) {
      Spec run = starts.length == 0 ? spec : spec.from(starts[i]);
      row.add(outcome(seeds.length == 0 ? run : run.shaken(seeds[i]), minima, near));
    }
    return row;
  }

  private static @Nullable Outcome outcome(Spec spec, List<Minimum> minima, double near) {
    Descent descent;
    try {
      descent = new Descent(spec.plan());
    } catch (IllegalArgumentException nothingToWalkDown) {
      return null;
    }
    Step step = descent.next();
    double there = near * toLowest(step, minima);
    Integer reached = null;
    while (true) {
      if (reached == null && toLowest(step, minima) <= there) {
        reached = step.k();
      }
      if (!descent.hasNext()) {
        break;
      }
      step = descent.next();
    }
    Verdict verdict = descent.verdict().orElseThrow();
    boolean atRest = verdict == Verdict.CONVERGED || verdict == Verdict.STUCK;
    Integer minimum = atRest ? restingPlace(step, minima) : null;
    return new Outcome(verdict, step.k(), step.w(), step.loss(), minimum, reached);
  }

  /** NaN where no minimum is known, so that nothing is near it. */
  private static double toLowest(Step step, List<Minimum> minima) {
    return minima.stream()
        .filter(Minimum::lowest)
        .mapToDouble(minimum -> distance(step, minimum))
        .min()
        .orElse(Double.NaN);
  }

  private static @Nullable Integer restingPlace(Step step, List<Minimum> minima) {
    Integer nearest = null;
    double least = Double.POSITIVE_INFINITY;
    for (int i = 0; i < minima.size(); i++) {
      Minimum minimum = minima.get(i);
      boolean asLow =
          Math.abs(step.loss() - minimum.loss()) <= SAME_LOSS * (1 + Math.abs(minimum.loss()));
      if (asLow && distance(step, minimum) < least) {
        nearest = i;
        least = distance(step, minimum);
      }
    }
    return nearest;
  }

  private static double distance(Step step, Minimum minimum) {
    double[] a = step.w();
    double[] b = minimum.w();
    return Math.sqrt(
        IntStream.range(0, a.length).mapToDouble(i -> (a[i] - b[i]) * (a[i] - b[i])).sum());
  }
}
