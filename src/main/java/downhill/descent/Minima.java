package downhill.descent;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Finds the minima of an objective of one or two parameters inside a domain. */
public final class Minima {

  private static final int PLACES = 4001;
  private static final int MOST = 200;

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
        places.add(new double[] {bottom(objective, w[i - 1], w[flat + 1])});
      }
      i = flat + 1;
    }
    return places;
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
