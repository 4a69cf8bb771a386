package downhill.lesson;

import downhill.run.SurfacePicture;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * The levels of a map's lines, by the same measure as the script's {@code levels.js}: in powers of
 * ten above the floor where the surface is steep, else in even steps.
 *
 * @param floor the lowest loss that is known in the picture
 * @param first the height of the lowest ground above it that is told apart
 * @param wide whether the levels are in powers
 * @param losses the losses at the lines, from the lowest up
 */
record Levels(double floor, double first, boolean wide, double[] losses) {

  private static final int MOST = 13;
  private static final double WIDE = 30;
  private static final double LOW = 0.02;
  private static final double FIRST = 0.003;

  private static final List<List<Integer>> LEADS =
      List.of(List.of(1, 2, 5), List.of(1, 3), List.of(1));

  static Levels of(SurfacePicture picture) {
    double floor =
        DoubleStream.concat(
                picture.losses(), picture.minima().stream().mapToDouble(least -> least.loss()))
            .min()
            .orElse(0);
    double[] above = picture.losses().map(loss -> loss - floor).sorted().toArray();
    double top = at(above, 1);
    boolean wide = top > WIDE * at(above, LOW);
    double first = Math.max(at(above, FIRST), top * 1e-9);
    double[] steps = wide ? powers(first, top) : even(top);
    double[] losses = DoubleStream.of(steps).map(step -> floor + step).toArray();
    return new Levels(floor, first, wide, losses);
  }

  /** A measure of height in which the levels are about evenly spaced. */
  double height(double loss) {
    double above = loss - floor;
    return wide ? Math.log10(Math.max(above, 0) + first / 2) : above;
  }

  private static double at(double[] sorted, double share) {
    return sorted.length == 0 ? 0 : sorted[(int) Math.floor(share * (sorted.length - 1))];
  }

  private static double[] powers(double first, double top) {
    double[] steps = {};
    for (List<Integer> leads : LEADS) {
      steps =
          IntStream.rangeClosed(
                  (int) Math.floor(Math.log10(first)), (int) Math.ceil(Math.log10(top)))
              .boxed()
              .flatMap(power -> leads.stream().map(lead -> Double.valueOf(lead + "e" + power)))
              .mapToDouble(step -> step)
              .filter(step -> step >= first && step < top)
              .toArray();
      if (steps.length <= MOST) {
        break;
      }
    }
    return steps;
  }

  private static double[] even(double top) {
    double unit = Math.pow(10, Math.floor(Math.log10(top / MOST)));
    double step =
        DoubleStream.of(1, 2, 5, 10)
            .map(lead -> lead * unit)
            .filter(each -> top / each <= MOST)
            .findFirst()
            .orElse(top);
    return IntStream.range(1, (int) Math.ceil(top / step)).mapToDouble(i -> i * step).toArray();
  }
}
