package downhill.descent;

import java.util.List;

/**
 * A place to walk: an objective with what a picture of it needs.
 *
 * @param name its name in the run contract
 * @param formula the objective written in the language of formulas
 * @param objective of one parameter (a curve) or two (a surface)
 * @param domain where it is drawn and its minima are known, an interval for each parameter
 * @param start where a ball is put unless somebody says otherwise
 * @param minima its true minima inside the domain, in the order of w
 */
public record Landscape(
    String name,
    String formula,
    Objective objective,
    List<Interval> domain,
    double[] start,
    List<Minimum> minima) {

  /** Keeps copies. */
  public Landscape {
    domain = List.copyOf(domain);
    start = start.clone();
    minima = List.copyOf(minima);
  }

  /** The starting point; a copy. */
  @Override
  public double[] start() {
    return start.clone();
  }
}
