package downhill.descent;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The minima of a surface: each place of a grid that is not above its eight neighbours is followed
 * down by Newton's method, damped as Levenberg and Marquardt do, to where the slope vanishes.
 */
final class SurfaceMinima {

  private static final int ACROSS = 161;
  private static final int MOST_CANDIDATES = 400;
  private static final int MOST_STEPS = 200;

  /** All steps of all candidates: a formula made to be slow gets fewer minima, not more time. */
  private static final int MOST_STEPS_IN_ALL = 6000;

  /** A step shorter than this share of the picture changes nothing that counts. */
  private static final double SHORTEST = 1e-14;

  private final Objective objective;
  private final Interval across;
  private final Interval up;
  private final double scale;
  private int stepsLeft = MOST_STEPS_IN_ALL;

  SurfaceMinima(Objective objective, List<Interval> domain) {
    this.objective = objective;
    this.across = domain.get(0);
    this.up = domain.get(1);
    this.scale = Math.max(across.width(), up.width());
  }

  List<double[]> places() {
    List<double[]> places = new ArrayList<>();
    for (double[] candidate : candidates()) {
      double[] place = followDown(candidate);
      boolean inside =
          place[0] > across.lo()
              && place[0] < across.hi()
              && place[1] > up.lo()
              && place[1] < up.hi();
      if (inside && isMinimum(place) && isNew(place, places)) {
        places.add(place);
      }
    }
    return places;
  }

  private List<double[]> candidates() {
    double[] xs = across.spaced(ACROSS);
    double[] ys = up.spaced(ACROSS);
    double[][] loss = new double[ACROSS][ACROSS];
    for (int i = 0; i < ACROSS; i++) {
      for (int j = 0; j < ACROSS; j++) {
        loss[i][j] = objective.value(new double[] {xs[i], ys[j]});
      }
    }
    List<double[]> found = new ArrayList<>();
    for (int i = 1; i < ACROSS - 1; i++) {
      for (int j = 1; j < ACROSS - 1; j++) {
        if (notAboveNeighbours(loss, i, j)) {
          found.add(new double[] {xs[i], ys[j]});
        }
      }
    }
    return found.stream()
        .sorted(Comparator.comparingDouble(objective::value))
        .limit(MOST_CANDIDATES)
        .toList();
  }

  private static boolean notAboveNeighbours(double[][] loss, int i, int j) {
    boolean belowSome = false;
    for (int a = i - 1; a <= i + 1; a++) {
      for (int b = j - 1; b <= j + 1; b++) {
        if (!(loss[a][b] >= loss[i][j])) {
          return false;
        }
        belowSome |= loss[a][b] > loss[i][j];
      }
    }
    return belowSome;
  }

  private double[] followDown(double[] from) {
    double[] w = from;
    double damping = 1e-3;
    double[] g = new double[2];
    double loss = objective.gradient(w, g);
    for (int step = 0; step < MOST_STEPS && damping < 1e18 && stepsLeft > 0; step++) {
      stepsLeft--;
      double[] next = newtonStep(w, g, damping);
      double nextLoss = objective.value(next);
      double length = Vectors.distance(next, w);
      if (length <= SHORTEST * scale) {
        return w;
      }
      if (nextLoss <= loss) {
        w = next;
        damping = Math.max(damping / 10, 1e-15);
        loss = objective.gradient(w, g);
      } else {
        damping *= 4;
      }
    }
    return w;
  }

  private double[] newtonStep(double[] w, double[] g, double damping) {
    double[][] h = hessian(w);
    double trace = Math.abs(h[0][0]) + Math.abs(h[1][1]) + 1e-300;
    double a = h[0][0] + damping * trace;
    double d = h[1][1] + damping * trace;
    double b = h[0][1];
    double determinant = a * d - b * b;
    if (!(determinant > 0 && a > 0)) {
      double length = damping * trace + Math.abs(b) + trace;
      return new double[] {w[0] - g[0] / length, w[1] - g[1] / length};
    }
    return new double[] {
      w[0] - (d * g[0] - b * g[1]) / determinant, w[1] - (a * g[1] - b * g[0]) / determinant
    };
  }

  /** Second derivatives as central differences of the exact gradient. */
  private double[][] hessian(double[] w) {
    double h = 1e-5 * scale;
    double[] ahead = new double[2];
    double[] behind = new double[2];
    objective.gradient(new double[] {w[0] + h, w[1]}, ahead);
    objective.gradient(new double[] {w[0] - h, w[1]}, behind);
    double xx = (ahead[0] - behind[0]) / (2 * h);
    double xy = (ahead[1] - behind[1]) / (2 * h);
    objective.gradient(new double[] {w[0], w[1] + h}, ahead);
    objective.gradient(new double[] {w[0], w[1] - h}, behind);
    double yy = (ahead[1] - behind[1]) / (2 * h);
    return new double[][] {{xx, xy}, {xy, yy}};
  }

  /**
   * Nowhere on small circles around it is lower: a saddle and a slope fail this, and so does a
   * place beside a pole, from where the smallest circle still leads down.
   */
  private boolean isMinimum(double[] place) {
    double loss = objective.value(place);
    double rounding = 1e-13 * (1 + Math.abs(loss));
    return Double.isFinite(loss)
        && isLowestWithin(1e-4 * scale, place, loss)
        && isLowestWithin(1e-6 * scale, place, loss - rounding)
        && isLowestWithin(1e-8 * scale, place, loss - rounding);
  }

  private boolean isLowestWithin(double radius, double[] place, double loss) {
    for (int i = 0; i < 16; i++) {
      double angle = 2 * Math.PI * i / 16;
      double[] near = {
        place[0] + radius * StrictMath.cos(angle), place[1] + radius * StrictMath.sin(angle)
      };
      if (!(objective.value(near) >= loss)) {
        return false;
      }
    }
    return true;
  }

  private boolean isNew(double[] place, List<double[]> places) {
    return places.stream().noneMatch(known -> Vectors.distance(known, place) < 1e-4 * scale);
  }
}
