package downhill.run;

import downhill.descent.Descent;
import downhill.descent.Minimum;
import downhill.descent.Step;
import downhill.descent.Verdict;
import downhill.run.Sweep.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;
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
          List<Minimum> minima = spec.ground().minima().get();
          List<List<@Nullable Outcome>> runs =
              each(
                  rates,
                  spec.learningRate(),
                  rate -> {
                    Spec paced = spec.atRate(rate);
                    return each(
                        starts,
                        Double.NaN,
                        start ->
                            outcome(starts.length == 0 ? paced : paced.from(start), minima, near));
                  });
          return new Sweep(spec, starts, rates, near, runs);
        });
  }

  private static <T> List<T> each(double[] values, double otherwise, DoubleFunction<T> made) {
    List<T> list = new ArrayList<>();
    for (double value : values.length == 0 ? new double[] {otherwise} : values) {
      list.add(made.apply(value));
    }
    return list;
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
