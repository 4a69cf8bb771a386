package downhill.lesson;

import downhill.descent.Interval;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;

/** The numbers along an axis. */
final class AxisTicks {

  private AxisTicks() {}

  /**
   * A number along an axis.
   *
   * @param text the number
   * @param share how far along it stands, in per cent of the axis
   */
  record Tick(String text, double share) {

    /** From the left. */
    public String left() {
      return Place.percent(share);
    }

    /** From the top, on an axis that goes up. */
    public String top() {
      return Place.percent(100 - share);
    }
  }

  /**
   * Round numbers, evenly spaced.
   *
   * @param domain what the axis shows
   * @param most how many pieces they divide it into at most
   */
  static List<Tick> of(Interval domain, int most) {
    double width = domain.width();
    double unit = Math.pow(10, Math.floor(Math.log10(width / most)));
    double step =
        DoubleStream.of(1, 2, 5, 10)
            .map(nice -> nice * unit)
            .filter(size -> width / size <= most)
            .findFirst()
            .orElse(width);
    long first = (long) Math.ceil(domain.lo() / step - 1e-9);
    long last = (long) Math.floor(domain.hi() / step + 1e-9);
    return LongStream.rangeClosed(first, last)
        .mapToDouble(i -> i * step)
        .mapToObj(w -> new Tick(Figures.tick(w), 100 * (w - domain.lo()) / width))
        .toList();
  }
}
