package downhill.run;

import downhill.descent.Descent;
import downhill.descent.Minimum;
import downhill.descent.Step;
import downhill.descent.Verdict;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.Optional;
import java.util.OptionalDouble;
import org.springframework.stereotype.Component;

/** Says in one plain sentence how a run ended; whatever it claims, it has tried. */
@Component
final class EndingWords {

  private static final int MOST_HALVINGS = 20;
  private static final int MOST_TRIAL_STEPS = 30_000;

  /** A difference of loss, relative to its size, that a reader sees in the picture. */
  private static final double NOTICEABLE = 1e-3;

  /** All but there: so much of the way and of the height is left at most. */
  private static final double LITTLE_WAY = 1e-2;

  private static final double LITTLE_HEIGHT = 1e-3;

  private final Sentences sentences;

  EndingWords(Sentences sentences) {
    this.sentences = sentences;
  }

  String say(Spec spec, Verdict verdict, Step first, double previousLoss, Step last) {
    return switch (verdict) {
      case CONVERGED -> converged(spec, last);
      case STUCK -> stuck(spec);
      case DIVERGED -> diverged(spec, previousLoss, last);
      case OSCILLATING -> sentences.say("verdict.oscillating");
      case UNFINISHED -> unfinished(spec, first, previousLoss, last);
    };
  }

  /** A flat place may be no minimum at all, and the domain's edge lower than anything inside. */
  private String converged(Spec spec, Step last) {
    boolean lower =
        Landscapes.sample(spec.ground())
            .anyMatch(loss -> loss < last.loss() - NOTICEABLE * (1 + Math.abs(last.loss())));
    return sentences.say(lower ? "verdict.flat" : "verdict.converged");
  }

  private String stuck(Spec spec) {
    return sentences.say("verdict.stuck", place(lowest(spec).orElseThrow().w()));
  }

  private String diverged(Spec spec, double previousLoss, Step last) {
    boolean rising = last.loss() > previousLoss;
    String what =
        rising
            ? sentences.say("verdict.diverged", Sentences.about(spec.lastRate()))
            : sentences.say("verdict.left-the-ground", last.k());
    OptionalDouble safe = safeRate(spec);
    return safe.isEmpty()
        ? what
        : what + " " + sentences.say("verdict.diverged.safe", Sentences.number(safe.getAsDouble()));
  }

  /** The first rate, halving from the last one in force, at which the same run does not fly off. */
  private static OptionalDouble safeRate(Spec spec) {
    double rate = spec.lastRate();
    int trials = Math.min(MOST_HALVINGS, Math.max(3, MOST_TRIAL_STEPS / spec.steps()));
    for (int i = 0; i < trials; i++) {
      rate /= 2;
      double tried = downToTwoFigures(rate);
      if (!(tried > 0)) {
        break;
      }
      if (!fliesOff(spec.atRate(tried))) {
        return OptionalDouble.of(tried);
      }
    }
    return OptionalDouble.empty();
  }

  /** Rounded to what was meant before it is rounded down, so that 0.3 does not become 0.29. */
  private static double downToTwoFigures(double rate) {
    return new BigDecimal(rate)
        .round(new MathContext(15))
        .round(new MathContext(2, RoundingMode.DOWN))
        .doubleValue();
  }

  private static boolean fliesOff(Spec spec) {
    Descent descent = new Descent(spec.plan());
    while (descent.hasNext()) {
      descent.next();
    }
    return descent.verdict().equals(Optional.of(Verdict.DIVERGED));
  }

  private String unfinished(Spec spec, Step first, double previousLoss, Step last) {
    return nearest(spec, last)
        .filter(bottom -> isAllButThere(bottom, first, previousLoss, last))
        .map(bottom -> allButThere(spec, bottom, first, last))
        .orElseGet(() -> onItsWay(spec, first, last));
  }

  /** Near in place and in height, and not only passing by: the step before was as low. */
  private static boolean isAllButThere(Minimum bottom, Step first, double previousLoss, Step last) {
    double drop = first.loss() - bottom.loss();
    double left = Math.max(previousLoss, last.loss()) - bottom.loss();
    return drop > 0 && left <= LITTLE_HEIGHT * drop && wayLeft(bottom, first, last) <= LITTLE_WAY;
  }

  private String allButThere(Spec spec, Minimum bottom, Step first, Step last) {
    String share = percent(1 - wayLeft(bottom, first, last));
    return bottom.lowest()
        ? sentences.say("verdict.unfinished.near", last.k(), share, place(bottom.w()))
        : sentences.say(
            "verdict.unfinished.near.other",
            last.k(),
            share,
            place(bottom.w()),
            place(lowest(spec).orElseThrow().w()));
  }

  /** The distance left to a place as a share of the distance at the start. */
  private static double wayLeft(Minimum bottom, Step first, Step last) {
    return distance(last.w(), bottom.w()) / distance(first.w(), bottom.w());
  }

  private static double distance(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += (a[i] - b[i]) * (a[i] - b[i]);
    }
    return Math.sqrt(sum);
  }

  private static Optional<Minimum> nearest(Spec spec, Step step) {
    return spec.ground().minima().get().stream()
        .min(Comparator.comparingDouble(bottom -> distance(step.w(), bottom.w())));
  }

  private String onItsWay(Spec spec, Step first, Step last) {
    double drop = first.loss() - lowest(spec).map(Minimum::loss).orElse(Double.NaN);
    double share = (first.loss() - last.loss()) / drop;
    if (!(drop > 0) || !(share > 0) || share > 1) {
      return sentences.say("verdict.unfinished.no-share", last.k());
    }
    return sentences.say("verdict.unfinished", last.k(), percent(share));
  }

  /** Rounded down, so that a way that is not finished is never said to be 100 % done. */
  private static String percent(double share) {
    double percent = 100 * share;
    int digits = percent < 1 ? 1 : percent < 99 ? 2 : percent < 99.9 ? 3 : 5;
    BigDecimal down = new BigDecimal(percent).round(new MathContext(digits, RoundingMode.DOWN));
    return Sentences.number(Math.min(down.doubleValue(), 99.999));
  }

  private static Optional<Minimum> lowest(Spec spec) {
    return spec.ground().minima().get().stream().min(Comparator.comparingDouble(Minimum::loss));
  }

  private static String place(double[] w) {
    double[] rounded = new double[w.length];
    for (int i = 0; i < w.length; i++) {
      double near = Math.abs(w[i]) < 0.005 ? 0 : w[i];
      rounded[i] = new BigDecimal(near).round(new MathContext(3)).doubleValue();
    }
    return w.length == 1 ? Sentences.number(rounded[0]) : "(" + Sentences.list(rounded) + ")";
  }
}
