package downhill.run;

import downhill.descent.Descent;
import downhill.descent.Minimum;
import downhill.descent.Step;
import downhill.descent.Verdict;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/**
 * Searches for the learning rate at which a run is at its best: the one that is down for good in
 * the fewest steps, or where none comes down, the one that is lowest when the steps are used up.
 * Who has come {@value #PERCENT} per cent of the drop to the lowest place, and does not rise above
 * that again, is down; where no lowest place is known, nobody is.
 *
 * <p>The engine plays each rate that is tried. First they are spread evenly over powers of ten,
 * then twice around the best so far, closer each time. A run is left as soon as it cannot win.
 */
@Component
public final class Tuner {

  /** How much of the drop makes one down, in per cent. */
  public static final double PERCENT = 99.99;

  /** The least rate that is tried. */
  public static final double LEAST = 1e-4;

  /** The greatest. */
  public static final double GREATEST = 10;

  /** How many rates are tried for each run at most. */
  public static final int TRIED = 43;

  private static final int SPREAD = 21;
  private static final int AROUND = 11;
  private static final int MOST_STEPS = 1000;

  private final Work work;

  Tuner(Work work) {
    this.work = work;
  }

  /**
   * How well a run did.
   *
   * @param rate its learning rate
   * @param steps the steps that brought it down; its budget and one where it did not come down
   * @param loss the loss at its end
   */
  private record Try(double rate, int steps, double loss) {

    boolean isBetterThan(Try other) {
      return steps != other.steps ? steps < other.steps : loss < other.loss;
    }
  }

  /**
   * The same run at its best rate, as far as up to {@value #TRIED} rates between {@value #LEAST}
   * and {@value #GREATEST} tell.
   *
   * @param spec the run; what changes on its way is left out
   * @return the run at that rate, to three digits
   * @throws Refused where the server is too busy
   */
  public Spec best(Spec spec) {
    return work.during(() -> spec.atRate(search(spec).rate()));
  }

  private static Try search(Spec spec) {
    double line = line(spec).orElse(Double.NEGATIVE_INFINITY);
    Try best = new Try(spec.learningRate(), Integer.MAX_VALUE, Double.POSITIVE_INFINITY);
    double ratio = Math.pow(GREATEST / LEAST, 1.0 / (SPREAD - 1));
    for (int i = 0; i < SPREAD; i++) {
      best = better(best, spec, LEAST * Math.pow(ratio, i), line);
    }
    for (int round = 0; round < 2; round++) {
      double middle = best.rate();
      double finer = Math.pow(ratio, 2.0 / (AROUND + 1));
      for (int i = 0; i < AROUND; i++) {
        best = better(best, spec, middle * Math.pow(finer, i - AROUND / 2), line);
      }
      ratio = finer;
    }
    return best;
  }

  /** The loss at which a run counts as down; the pages have the same. */
  private static OptionalDouble line(Spec spec) {
    double first = spec.ground().objective().value(spec.start());
    return spec.ground().minima().get().stream()
        .filter(Minimum::lowest)
        .mapToDouble(Minimum::loss)
        .filter(floor -> floor < first)
        .map(floor -> floor + (1 - PERCENT / 100) * (first - floor))
        .findFirst();
  }

  private static Try better(Try best, Spec spec, double exact, double line) {
    double rate = rounded(Math.max(LEAST, Math.min(GREATEST, exact)));
    if (rate == best.rate() && best.steps() < Integer.MAX_VALUE) {
      return best;
    }
    Try tried = play(spec.atRate(rate), line, best.steps());
    return tried.isBetterThan(best) ? tried : best;
  }

  /** Plays a run, until it can no longer be down for good in fewer steps than the best one. */
  private static Try play(Spec spec, double line, int best) {
    Descent descent = new Descent(spec.plan());
    int budget = Math.min(spec.steps(), MOST_STEPS);
    Step step = descent.next();
    int down = 1;
    while (down <= best && step.k() < budget && descent.hasNext() && isOnMap(spec, step)) {
      step = descent.next();
      down = step.loss() <= line ? down : step.k() + 1;
    }
    boolean left = !isOnMap(spec, step) || descent.verdict().equals(Optional.of(Verdict.DIVERGED));
    return new Try(
        spec.learningRate(),
        left || down > step.k() ? budget + 1 : down,
        left ? Double.POSITIVE_INFINITY : step.loss());
  }

  private static boolean isOnMap(Spec spec, Step step) {
    double[] w = step.w();
    return IntStream.range(0, w.length).allMatch(i -> spec.ground().domain().get(i).contains(w[i]));
  }

  private static double rounded(double rate) {
    return Double.parseDouble(String.format(Locale.ROOT, "%.2e", rate));
  }
}
