package downhill.run;

import downhill.descent.Descent;
import downhill.descent.Verdict;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.OptionalDouble;

/** Finds a learning rate at which a run that flew off would have stayed, by trying. */
final class SafeRate {

  private static final int MOST_HALVINGS = 20;
  private static final int MOST_TRIAL_STEPS = 30_000;
  private static final long MOST_TRIAL_WORK = 50_000_000;

  private SafeRate() {}

  /** The first rate, halving from the last one in force, at which the same run does not fly off. */
  static OptionalDouble of(Spec spec) {
    double rate = spec.lastRate();
    int trials = Math.min(MOST_HALVINGS, trials(spec));
    for (int i = 0; i < trials; i++) {
      rate /= 2;
      double tried = downToTwoFigures(rate);
      if (!(tried > 0)) {
        break;
      }
      if (!fails(spec.atRate(tried))) {
        return OptionalDouble.of(tried);
      }
    }
    return OptionalDouble.empty();
  }

  private static int trials(Spec spec) {
    Trained trained = spec.ground().trained();
    return trained == null
        ? Math.max(3, MOST_TRIAL_STEPS / spec.steps())
        : (int) Math.min(MOST_HALVINGS, MOST_TRIAL_WORK / trained.work(spec.steps()));
  }

  /** Rounded to what was meant before it is rounded down, so that 0.3 does not become 0.29. */
  private static double downToTwoFigures(double rate) {
    return new BigDecimal(rate)
        .round(new MathContext(15))
        .round(new MathContext(2, RoundingMode.DOWN))
        .doubleValue();
  }

  /** Flies off, or of a network: has learned too little for its rate to be recommended. */
  private static boolean fails(Spec spec) {
    Descent descent = new Descent(spec.plan());
    double first = descent.next().loss();
    double last = first;
    while (descent.hasNext()) {
      last = descent.next().loss();
    }
    boolean worse = spec.ground().trained() != null && !(last < first / 2);
    return worse || descent.verdict().equals(Optional.of(Verdict.DIVERGED));
  }
}
