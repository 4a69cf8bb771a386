package downhill.run;

import downhill.descent.Interval;
import downhill.descent.Minimum;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * What to draw of an objective of two parameters.
 *
 * @param domain from where to where, for each parameter
 * @param x evenly spaced places of the first, the domain's ends included
 * @param y the same of the second
 * @param loss a row for each {@code y}, with a loss for each {@code x}; not finite where there is
 *     none
 * @param minima those inside the domain
 */
public record SurfacePicture(
    List<Interval> domain, double[] x, double[] y, double[][] loss, List<Minimum> minima) {

  /** Keeps copies. */
  public SurfacePicture {
    domain = List.copyOf(domain);
    x = x.clone();
    y = y.clone();
    loss = copy(loss);
    minima = List.copyOf(minima);
  }

  /** The places of the first parameter; a copy. */
  @Override
  public double[] x() {
    return x.clone();
  }

  /** The places of the second; a copy. */
  @Override
  public double[] y() {
    return y.clone();
  }

  /** The losses; a copy. */
  @Override
  public double[][] loss() {
    return copy(loss);
  }

  /** The same with only every so manieth place, each way. */
  SurfacePicture every(int n) {
    return new SurfacePicture(
        domain,
        every(n, x),
        every(n, y),
        IntStream.iterate(0, i -> i < y.length, i -> i + n)
            .mapToObj(i -> every(n, loss[i]))
            .toArray(double[][]::new),
        minima);
  }

  private static double[] every(int n, double[] all) {
    return IntStream.iterate(0, i -> i < all.length, i -> i + n).mapToDouble(i -> all[i]).toArray();
  }

  /** All finite losses, row by row. */
  public DoubleStream losses() {
    return Arrays.stream(loss).flatMapToDouble(Arrays::stream).filter(Double::isFinite);
  }

  private static double[][] copy(double[][] rows) {
    return Arrays.stream(rows).map(double[]::clone).toArray(double[][]::new);
  }
}
