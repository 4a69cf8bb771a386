package downhill.run;

import downhill.descent.Minimum;
import downhill.descent.Step;
import downhill.descent.Verdict;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import org.springframework.stereotype.Component;

/** Says in one plain sentence how a run ended; whatever it claims, it has tried. */
@Component
final class EndingWords {

  /** A difference of loss, relative to its size, that a reader sees in the picture. */
  private static final double NOTICEABLE = 1e-3;

  /** All but there: so much of the way and of the height is left at most. */
  private static final double LITTLE_WAY = 1e-2;

  private static final double LITTLE_HEIGHT = 1e-3;

  private final Sentences sentences;
  private final TrainingWords training;

  EndingWords(Sentences sentences, TrainingWords training) {
    this.sentences = sentences;
    this.training = training;
  }

  String say(Spec spec, Verdict verdict, Step first, double previousLoss, Step last) {
    if (spec.ground().trained() != null) {
      return training.say(spec, verdict, first, last);
    }
    return switch (verdict) {
      case CONVERGED -> converged(spec, last);
      case STUCK -> stuck(spec);
      case DIVERGED -> diverged(spec, previousLoss, last);
      case OSCILLATING -> sentences.say(ofBatches(spec, "verdict.oscillating"));
      case UNFINISHED -> unfinished(spec, first, previousLoss, last);
    };
  }

  /** A flat place may be no minimum at all, and the domain's edge lower than anything inside. */
  private String converged(Spec spec, Step last) {
    boolean lower =
        losses(spec)
            .anyMatch(loss -> loss < last.loss() - NOTICEABLE * (1 + Math.abs(last.loss())));
    return sentences.say(of(spec, lower ? "verdict.flat" : "verdict.converged"));
  }

  /** Over data one need not look around: the lowest loss of all is known. */
  private static DoubleStream losses(Spec spec) {
    Optional<Minimum> best = spec.ground().fit() == null ? Optional.empty() : lowest(spec);
    return best.map(minimum -> DoubleStream.of(minimum.loss()))
        .orElseGet(() -> Landscapes.sample(spec.ground()));
  }

  /** The same where batches that disagree may be what keeps the line from settling. */
  private static String ofBatches(Spec spec, String key) {
    return spec.batches().isWhole() ? of(spec, key) : key + ".batch";
  }

  /** A sentence's key; over data it is a line that moves, and no ball. */
  private static String of(Spec spec, String key) {
    return spec.ground().fit() == null ? key : key + ".line";
  }

  private String stuck(Spec spec) {
    return sentences.say("verdict.stuck", place(lowest(spec).orElseThrow().w()));
  }

  private String diverged(Spec spec, double previousLoss, Step last) {
    boolean rising = last.loss() > previousLoss;
    String what =
        rising
            ? sentences.say(of(spec, "verdict.diverged"), Sentences.about(spec.lastRate()))
            : sentences.say(of(spec, "verdict.left-the-ground"), last.k());
    OptionalDouble safe = SafeRate.of(spec);
    return safe.isEmpty()
        ? what
        : what + " " + sentences.say("verdict.diverged.safe", Sentences.number(safe.getAsDouble()));
  }

  private String unfinished(Spec spec, Step first, double previousLoss, Step last) {
    return nearest(spec, last)
        .filter(bottom -> spec.batches().isWhole())
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
        ? sentences.say(of(spec, "verdict.unfinished.near"), last.k(), share, place(bottom.w()))
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
    return sentences.say(ofBatches(spec, "verdict.unfinished"), last.k(), percent(share));
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
