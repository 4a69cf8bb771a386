package downhill.descent;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Decides how a descent ended; the one place where that is decided. It sees every step in order and
 * keeps a few numbers of them, however long the way.
 */
final class Referee {

  private static final double TOO_HIGH = 1e12;

  /** A fall smaller than this share of what is left to fall is none. */
  private static final double NOTICEABLE = 1e-3;

  /** Jumping across: the way turns back in more than this share of the last quarter's steps. */
  private static final double OFTEN = 1.0 / 3;

  private final Plan plan;
  private final int lastQuarter;
  private final double[] w;
  private final double[] move;
  private double firstLoss;
  private double previousLoss = Double.POSITIVE_INFINITY;
  private double lowestBefore = Double.POSITIVE_INFINITY;
  private double lowestWithin = Double.POSITIVE_INFINITY;
  private double earlySum;
  private int early;
  private double lateSum;
  private int late;
  private int turns;

  Referee(Plan plan) {
    this.plan = plan;
    this.lastQuarter = Math.max(2, (plan.steps() + 3) / 4);
    this.w = plan.start();
    this.move = new double[w.length];
  }

  /**
   * Sees the next step, and tells the verdict if it was the last.
   *
   * @param k the step
   * @param place the parameters there
   * @param loss the loss there
   * @param slope the gradient's norm there
   */
  Optional<Verdict> judge(int k, double[] place, double loss, double slope) {
    watch(k, place, loss);
    boolean rising = loss > previousLoss;
    firstLoss = k == 0 ? loss : firstLoss;
    previousLoss = loss;
    if (loss > TOO_HIGH && rising) {
      return Optional.of(Verdict.DIVERGED);
    }
    if (slope < plan.tolerance()) {
      return Optional.of(lowerMinimumKnown(loss, slope) ? Verdict.STUCK : Verdict.CONVERGED);
    }
    if (k >= plan.steps()) {
      return Optional.of(jumping() && !fell() ? Verdict.OSCILLATING : Verdict.UNFINISHED);
    }
    return Optional.empty();
  }

  private void watch(int k, double[] place, double loss) {
    int toGo = plan.steps() - k;
    boolean turned = moveTo(place) < 0;
    if (toGo >= lastQuarter) {
      lowestBefore = Math.min(lowestBefore, loss);
      return;
    }
    lowestWithin = Math.min(lowestWithin, loss);
    turns += turned ? 1 : 0;
    if (toGo >= lastQuarter / 2) {
      earlySum += loss;
      early++;
    } else {
      lateSum += loss;
      late++;
    }
  }

  /** Remembers the move to a place; negative where it turned back on the move before. */
  private double moveTo(double[] place) {
    double along = 0;
    for (int i = 0; i < place.length; i++) {
      double next = place[i] - w[i];
      along += next * move[i];
      move[i] = next;
      w[i] = place[i];
    }
    return along;
  }

  private boolean jumping() {
    return turns > OFTEN * lastQuarter;
  }

  private boolean fell() {
    double left =
        floor().isPresent() ? lowestBefore - floor().getAsDouble() : firstLoss - lowestBefore;
    return lowestBefore - lowestWithin > NOTICEABLE * left && lateSum / late < earlySum / early;
  }

  /** The lowest loss known; where none is, as much is taken to be left as has been done. */
  private OptionalDouble floor() {
    return plan.minima().get().stream().mapToDouble(Minimum::loss).min();
  }

  /** Whether a minimum is known that is lower than where the ball is coming to rest. */
  private boolean lowerMinimumKnown(double loss, double slope) {
    List<Minimum> minima = plan.minima().get();
    boolean comingToTheLowest =
        minima.stream()
            .min(Comparator.comparingDouble(minimum -> Vectors.distance(w, minimum.w())))
            .filter(nearest -> nearest.lowest() && isWithinReach(nearest, loss, slope))
            .isPresent();
    return !comingToTheLowest
        && minima.stream().anyMatch(known -> loss - known.loss() > Minimum.slack(known.loss()));
  }

  /**
   * Whether the slope left accounts for the height left: around its minimum a valley is convex, so
   * Q(w) − Q(w*) ≤ ‖∇Q(w)‖ ‖w − w*‖ there.
   */
  private boolean isWithinReach(Minimum minimum, double loss, double slope) {
    double reach = slope * Vectors.distance(w, minimum.w());
    return loss - minimum.loss() <= reach + Minimum.slack(minimum.loss());
  }
}
