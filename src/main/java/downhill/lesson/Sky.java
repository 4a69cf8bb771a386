package downhill.lesson;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** A place at the top of a drawing for words, as wide as they are in a narrow window. */
enum Sky {
  LEFT(0, 57),
  MIDDLE(22, 78),
  RIGHT(43, 100);

  /** Words reach down so far, in per cent of the height, with some air below them. */
  private static final double DEPTH = 15;

  private final double from;
  private final double to;

  Sky(double from, double to) {
    this.from = from;
    this.to = to;
  }

  /**
   * The first place under which the curve keeps its distance, or the one where it keeps most of it.
   *
   * @param pieces the curve
   */
  static Sky over(List<List<Place>> pieces) {
    return Stream.of(values())
        .filter(sky -> sky.depth(pieces) > DEPTH)
        .findFirst()
        .orElseGet(
            () ->
                Stream.of(values())
                    .max(Comparator.comparingDouble(sky -> sky.depth(pieces)))
                    .orElseThrow());
  }

  /** How far down the curve begins, in per cent of the height. */
  private double depth(List<List<Place>> pieces) {
    return pieces.stream()
        .flatMap(List::stream)
        .filter(place -> place.x() >= from && place.x() <= to)
        .mapToDouble(Place::y)
        .min()
        .orElse(100);
  }

  /** As the stylesheet calls it. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
