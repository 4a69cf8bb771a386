package downhill.descent;

import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

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
  private final int steps;
  private final double tolerance;
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
    this.steps = plan.steps();
    this.tolerance = plan.tolerance();
    this.lastQuarter = Math.max(2, (steps + 3) / 4);
    this.w = plan.start();
    this.move = new double[w.length];
  }

  private Referee(Referee other) {
    plan = other.plan;
    steps = other.steps;
    tolerance = other.tolerance;
    lastQuarter = other.lastQuarter;
    w = other.w.clone();
    move = other.move.clone();
    firstLoss = other.firstLoss;
    previousLoss = other.previousLoss;
    lowestBefore = other.lowestBefore;
    lowestWithin = other.lowestWithin;
    earlySum = other.earlySum;
    early = other.early;
    lateSum = other.lateSum;
    late = other.late;
    turns = other.turns;
  }

  /** Another that has seen the same, and goes on by itself. */
  Referee fork() {
    return new Referee(this);
  }

  /**
   * Sees the next step, and tells the verdict if it was the last; null otherwise.
   *
   * @param k the step
   * @param place the parameters there
   * @param loss the loss there
   * @param slope the gradient's norm there
   */
  @Nullable Verdict judge(int k, double[] place, double loss, double slope) {
    if (k == 0) {
      firstLoss = loss;
    }
    watch(k, place, loss);
    if (loss > TOO_HIGH && loss > previousLoss) {
      return Verdict.DIVERGED;
    }
    previousLoss = loss;
    if (slope < tolerance) {
      return lowerMinimumKnown(place, loss, slope) ? Verdict.STUCK : Verdict.CONVERGED;
    }
    if (k >= steps) {
      return jumping() && !fell() ? Verdict.OSCILLATING : Verdict.UNFINISHED;
    }
    return null;
  }

  private void watch(int k, double[] place, double loss) {
    int toGo = steps - k;
    if (toGo >= lastQuarter) {
      if (loss < lowestBefore) {
        lowestBefore = loss;
      }
      if (toGo <= lastQuarter + 1) {
        moveTo(place);
      }
      return;
    }
    if (loss < lowestWithin) {
      lowestWithin = loss;
    }
    turns += moveTo(place) < 0 ? 1 : 0;
    if (toGo >= lastQuarter / 2) {
      earlySum += loss;
      early++;
    } else {
      lateSum += loss;
      late++;
    }
  }

  /**
   * Remembers the move to a place; negative where it turned back on the move before. Turns count in
   * the last quarter only, so it need not see more of what comes before than the last move.
   */
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
  private boolean lowerMinimumKnown(double[] place, double loss, double slope) {
    List<Minimum> minima = plan.minima().get();
    boolean comingToTheLowest =
        minima.stream()
            .min(Comparator.comparingDouble(minimum -> Vectors.distance(place, minimum.w())))
            .filter(nearest -> nearest.lowest() && isWithinReach(nearest, place, loss, slope))
            .isPresent();
    return !comingToTheLowest
        && minima.stream().anyMatch(known -> loss - known.loss() > Minimum.slack(known.loss()));
  }

  /**
   * Whether the slope left accounts for the height left: around its minimum a valley is convex, so
   * Q(w) − Q(w*) ≤ ‖∇Q(w)‖ ‖w − w*‖ there.
   */
  private boolean isWithinReach(Minimum minimum, double[] place, double loss, double slope) {
    double reach = slope * Vectors.distance(place, minimum.w());
    return loss - minimum.loss() <= reach + Minimum.slack(minimum.loss());
  }
}
