package downhill.run;

import downhill.data.Fit;
import downhill.descent.Interval;
import downhill.descent.Minimum;
import downhill.descent.Objective;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What a spec's {@code objective} stands for.
 *
 * @param source how the spec names it
 * @param formula the objective as a formula; empty for a drawn curve and over data
 * @param objective what is walked down
 * @param domain where it is drawn and searched for minima, an interval for each parameter; none for
 *     a program, which has too many
 * @param start its own starting point
 * @param minima its minima in the domain, found when first asked for
 * @param fit the line and the data set that it is fitted to; null where there is none
 * @param trained what a program trains; null where there is no program
 */
public record Ground(
    Source source,
    String formula,
    Objective objective,
    List<Interval> domain,
    double[] start,
    Supplier<List<Minimum>> minima,
    @Nullable Fit fit,
    @Nullable Trained trained) {

  /** Keeps copies. */
  public Ground {
    domain = List.copyOf(domain);
    start = start.clone();
  }

  /** Without data. */
  Ground(
      Source source,
      String formula,
      Objective objective,
      List<Interval> domain,
      double[] start,
      Supplier<List<Minimum>> minima) {
    this(source, formula, objective, domain, start, minima, null, null);
  }

  /**
   * Whether its loss and gradient take next to no time, and its minima are known and need no
   * search: that of the gallery and of a line.
   */
  public boolean isLight() {
    return fit != null || source.kind().equals("curve") || source.kind().equals("surface");
  }

  /** What its parameters are called, in their order. */
  public List<String> parameters() {
    return trained != null
        ? IntStream.range(0, objective.dimension()).mapToObj(i -> "w" + i).toList()
        : named();
  }

  private List<String> named() {
    return fit != null
        ? List.of("slope", "intercept")
        : objective.dimension() == 1 ? List.of("w") : List.of("x", "y");
  }

  /** The starting point; a copy. */
  @Override
  public double[] start() {
    return start.clone();
  }

  /**
   * How a spec names its objective.
   *
   * @param kind the member: {@code curve}, {@code surface}, {@code formula}, {@code heights},
   *     {@code data}, {@code points} or {@code program}
   * @param name the curve's, surface's or data set's name, the formula's or the program's text;
   *     else empty
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
