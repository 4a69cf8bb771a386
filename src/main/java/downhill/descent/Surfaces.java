package downhill.descent;

import static java.lang.StrictMath.cos;
import static java.lang.StrictMath.sin;

import java.util.ArrayList;
import java.util.List;

/** The gallery's surfaces: height, slopes, and the minima, whose digits a test finds again. */
final class Surfaces {

  private static final double TURN = 2 * Math.PI;

  private Surfaces() {}

  static List<Landscape> all() {
    return List.of(
        bowl(),
        ravine(),
        rosenbrock(),
        himmelblau(),
        beale(),
        saddle(),
        monkeySaddle(),
        rastrigin(),
        twoWells());
  }

  private static Landscape bowl() {
    Surface surface = new Surface((x, y) -> (x * x + y * y) / 2, (x, y) -> x, (x, y) -> y);
    return of("bowl", "(x^2 + y^2)/2", surface, around(3), 2.4, 1.6, at(0, 0));
  }

  private static Landscape ravine() {
    Surface surface =
        new Surface((x, y) -> (x * x + 20 * y * y) / 2, (x, y) -> x, (x, y) -> 20 * y);
    List<Interval> domain = List.of(new Interval(-5, 5), new Interval(-2, 2));
    return of("ravine", "(x^2 + 20*y^2)/2", surface, domain, -4.5, 1, at(0, 0));
  }

  /**
   * Rosenbrock, An automatic method for finding the greatest or least value of a function, 1960.
   */
  private static Landscape rosenbrock() {
    Surface surface =
        new Surface(
            (x, y) -> (1 - x) * (1 - x) + 100 * (y - x * x) * (y - x * x),
            (x, y) -> -2 * (1 - x) - 400 * x * (y - x * x),
            (x, y) -> 200 * (y - x * x));
    List<Interval> domain = List.of(new Interval(-2, 2), new Interval(-1, 3));
    String formula = "(1 - x)^2 + 100*(y - x^2)^2";
    return of("rosenbrock", formula, surface, domain, -1.2, 1, at(1, 1));
  }

  /** Himmelblau, Applied nonlinear programming, 1972. */
  private static Landscape himmelblau() {
    Surface surface =
        new Surface(
            (x, y) -> square(x * x + y - 11) + square(x + y * y - 7),
            (x, y) -> 4 * x * (x * x + y - 11) + 2 * (x + y * y - 7),
            (x, y) -> 2 * (x * x + y - 11) + 4 * y * (x + y * y - 7));
    String formula = "(x^2 + y - 11)^2 + (x + y^2 - 7)^2";
    double[][] minima = {
      {-3.779310253377747, -3.283185991286170},
      {-2.805118086952745, 3.131312518250573},
      {3, 2},
      {3.584428340330492, -1.848126526964404}
    };
    return of("himmelblau", formula, surface, around(6), 0, 0, minima);
  }

  /** Beale, On an iterative method for finding a local minimum of a function, 1958. */
  private static Landscape beale() {
    Surface surface =
        new Surface(
            (x, y) ->
                square(1.5 - x + x * y)
                    + square(2.25 - x + x * y * y)
                    + square(2.625 - x + x * y * y * y),
            (x, y) ->
                2 * (1.5 - x + x * y) * (y - 1)
                    + 2 * (2.25 - x + x * y * y) * (y * y - 1)
                    + 2 * (2.625 - x + x * y * y * y) * (y * y * y - 1),
            (x, y) ->
                2 * (1.5 - x + x * y) * x
                    + 4 * (2.25 - x + x * y * y) * x * y
                    + 6 * (2.625 - x + x * y * y * y) * x * y * y);
    String formula = "(1.5 - x + x*y)^2 + (2.25 - x + x*y^2)^2 + (2.625 - x + x*y^3)^2";
    return of("beale", formula, surface, around(4.5), 1, 1.5, at(3, 0.5));
  }

  private static Landscape saddle() {
    Surface surface =
        new Surface(
            (x, y) -> x * x / 2 - y * y / 2 + y * y * y * y / 4,
            (x, y) -> x,
            (x, y) -> y * y * y - y);
    double[][] minima = {{0, -1}, {0, 1}};
    return of("saddle", "x^2/2 - y^2/2 + y^4/4", surface, around(2), 1.7, 0.01, minima);
  }

  /** Three valleys meet at a flat point; the last term keeps the valleys' floors in the picture. */
  private static Landscape monkeySaddle() {
    Surface surface =
        new Surface(
            (x, y) -> x * x * x - 3 * x * y * y + square(x * x + y * y) / 2,
            (x, y) -> 3 * x * x - 3 * y * y + 2 * x * (x * x + y * y),
            (x, y) -> -6 * x * y + 2 * y * (x * x + y * y));
    String formula = "x^3 - 3*x*y^2 + (x^2 + y^2)^2/2";
    double side = 0.75 * Math.sqrt(3);
    double[][] minima = {{-1.5, 0}, {0.75, -side}, {0.75, side}};
    return of("monkey-saddle", formula, surface, around(2.2), 1.5, 0.02, minima);
  }

  /** Rastrigin, Systems of extremal control, 1974. */
  private static Landscape rastrigin() {
    Surface surface =
        new Surface(
            (x, y) -> 20 + x * x - 10 * cos(TURN * x) + y * y - 10 * cos(TURN * y),
            (x, y) -> 2 * x + 10 * TURN * sin(TURN * x),
            (x, y) -> 2 * y + 10 * TURN * sin(TURN * y));
    double[] dips = {
      -1.9899122337085493, -0.9949586376523349, 0, 0.9949586376523349, 1.9899122337085493
    };
    List<double[]> minima = new ArrayList<>();
    for (double x : dips) {
      for (double y : dips) {
        minima.add(new double[] {x, y});
      }
    }
    String formula = "20 + x^2 - 10*cos(2*pi*x) + y^2 - 10*cos(2*pi*y)";
    double[][] all = minima.toArray(double[][]::new);
    return of("rastrigin", formula, surface, around(2.5), 2.2, -1.8, all);
  }

  private static Landscape twoWells() {
    Surface surface =
        new Surface(
            (x, y) -> square(x * x - 1) + 0.3 * x + y * y,
            (x, y) -> 4 * x * (x * x - 1) + 0.3,
            (x, y) -> 2 * y);
    double[][] minima = {{-1.035578714088854, 0}, {0.9601495555191055, 0}};
    return of("two-wells", "(x^2 - 1)^2 + 0.3*x + y^2", surface, around(2), 1.7, 1.4, minima);
  }

  private static double square(double a) {
    return a * a;
  }

  /** From −r to r both ways. */
  private static List<Interval> around(double r) {
    return List.of(new Interval(-r, r), new Interval(-r, r));
  }

  private static double[][] at(double x, double y) {
    return new double[][] {{x, y}};
  }

  private static Landscape of(
      String name,
      String formula,
      Surface surface,
      List<Interval> domain,
      double x,
      double y,
      double[][] minima) {
    return new Landscape(
        name, formula, surface, domain, new double[] {x, y}, Minima.of(surface, List.of(minima)));
  }
}
