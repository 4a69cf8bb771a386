package downhill.lesson;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Where in its sky a drawing has room for words, as wide as they are in a narrow window. */
enum Sky {
  LEFT(0, 57),
  MIDDLE(22, 78),
  RIGHT(43, 100);

  /** A curve below this share of the height, in per cent, leaves room for a ball on it as well. */
  private static final double DEPTH = 18;

  private final double from;
  private final double to;

  Sky(double from, double to) {
    this.from = from;
    this.to = to;
  }

  /**
   * The first place that neither the curve nor a ball on it comes near; else the left.
   *
   * @param pieces the curve
   */
  static Sky over(List<List<Place>> pieces) {
    return Stream.of(values()).filter(sky -> sky.isClear(pieces)).findFirst().orElse(LEFT);
  }

  private boolean isClear(List<List<Place>> pieces) {
    return pieces.stream()
        .flatMap(List::stream)
        .filter(place -> place.x() >= from && place.x() <= to)
        .allMatch(place -> place.y() > DEPTH);
  }

  /** As the stylesheet calls it. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
