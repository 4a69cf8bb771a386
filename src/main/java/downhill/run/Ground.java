package downhill.run;

import downhill.descent.Interval;
import downhill.descent.Minimum;
import downhill.descent.Objective;
import java.util.List;
import java.util.function.Supplier;

/**
 * What a spec's {@code objective} stands for.
 *
 * @param source how the spec names it
 * @param formula the objective as a formula; empty for a drawn curve
 * @param objective what is walked down
 * @param domain where it is drawn and searched for minima, an interval for each parameter
 * @param start its own starting point
 * @param minima its minima in the domain, found when first asked for
 */
public record Ground(
    Source source,
    String formula,
    Objective objective,
    List<Interval> domain,
    double[] start,
    Supplier<List<Minimum>> minima) {

  /** Keeps copies. */
  public Ground {
    domain = List.copyOf(domain);
    start = start.clone();
  }

  /** The starting point; a copy. */
  @Override
  public double[] start() {
    return start.clone();
  }

  /**
   * How a spec names its objective.
   *
   * @param kind the member: {@code curve}, {@code surface}, {@code formula} or {@code heights}
   * @param name the curve's or surface's name or the formula's text; empty for heights
   * @param heights the heights of a drawn curve; else empty
   */
  public record Source(String kind, String name, double[] heights) {

    /** Keeps a copy. */
    public Source {
      heights = heights.clone();
    }

    /** The heights; a copy. */
    @Override
    public double[] heights() {
      return heights.clone();
    }
  }
}
