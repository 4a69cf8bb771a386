package downhill.descent;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Finds the minima of an objective of one or two parameters inside a domain. */
public final class Minima {

  private static final int PLACES = 4001;
  private static final int MOST = 200;

  /** A change between two neighbouring doubles, relative to the loss, that no valley shows. */
  private static final double LEAP = 1e-3;

  private Minima() {}

  /**
   * Searches a grid, then closes in on each place that is lower than its neighbours.
   *
   * @param objective of one or two parameters
   * @param domain an interval for each parameter
   * @return the minima inside the domain, not on its edge, by {@code w}; the 200 lowest at most
   */
  public static List<Minimum> search(Objective objective, List<Interval> domain) {
    List<double[]> places =
        objective.dimension() == 1
            ? alongLine(objective, domain.get(0))
            : new SurfaceMinima(objective, domain).places();
    return of(objective, places);
  }

  /** The minima at these places, each told whether it is the lowest, in the order of w. */
  static List<Minimum> of(Objective objective, List<double[]> places) {
    double lowest =
        places.stream().mapToDouble(objective::value).min().orElse(Double.NEGATIVE_INFINITY);
    return places.stream()
        .map(w -> new Minimum(w, objective.value(w), isLowest(objective.value(w), lowest)))
        .sorted(Comparator.comparingDouble(Minimum::loss))
        .limit(MOST)
        .sorted(Comparator.comparingDouble(m -> m.w()[0]))
        .toList();
  }

  private static boolean isLowest(double loss, double lowest) {
    return loss - lowest <= Minimum.slack(lowest);
  }

  private static List<double[]> alongLine(Objective objective, Interval domain) {
    double[] w = domain.spaced(PLACES);
    double[] loss = new double[PLACES];
    for (int i = 0; i < PLACES; i++) {
      loss[i] = objective.value(new double[] {w[i]});
    }
    List<double[]> places = new ArrayList<>();
    int i = 1;
    while (i < PLACES - 1) {
      int flat = i;
      while (flat < PLACES - 1 && loss[flat + 1] == loss[i]) {
        flat++;
      }
      if (flat < PLACES - 1 && loss[i - 1] > loss[i] && loss[flat + 1] > loss[flat]) {
        double bottom = bottom(objective, w[i - 1], w[flat + 1]);
        if (isValley(objective, bottom, loss[i])) {
          places.add(new double[] {bottom});
        }
      }
      i = flat + 1;
    }
    return places;
  }

  /**
   * A pole is no valley: there the loss is not finite, or leaps from one double to the next, or the
   * slopes have led away from the low place of the grid.
   */
  private static boolean isValley(Objective objective, double w, double lossOnGrid) {
    double loss = objective.value(new double[] {w});
    double leapUp = Math.abs(objective.value(new double[] {Math.nextUp(w)}) - loss);
    double leapDown = Math.abs(objective.value(new double[] {Math.nextDown(w)}) - loss);
    return Double.isFinite(loss)
        && loss <= lossOnGrid
        && Math.min(leapUp, leapDown) <= LEAP * (1 + Math.abs(loss));
  }

  /** Halves the bracket by the slope's sign until no double lies between its ends. */
  private static double bottom(Objective objective, double left, double right) {
    double lo = left;
    double hi = right;
    double[] slope = new double[1];
    while (true) {
      double middle = lo + (hi - lo) / 2;
      if (middle <= lo || middle >= hi) {
        return lower(objective, lo, hi);
      }
      objective.gradient(new double[] {middle}, slope);
      if (slope[0] == 0) {
        return middle;
      }
      if (slope[0] < 0) {
        lo = middle;
      } else {
        hi = middle;
      }
    }
  }

  private static double lower(Objective objective, double a, double b) {
    return objective.value(new double[] {a}) <= objective.value(new double[] {b}) ? a : b;
  }
}
