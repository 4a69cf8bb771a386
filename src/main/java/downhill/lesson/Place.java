package downhill.lesson;

import java.util.Locale;

/**
 * A place in a drawing, in per cent of its width and of its height from the top left.
 *
 * @param x from the left
 * @param y from the top
 */
record Place(double x, double y) {

  /** As an attribute. */
  public String left() {
    return percent(x);
  }

  /** As an attribute. */
  public String top() {
    return percent(y);
  }

  /** A share as an attribute of an SVG. */
  static String percent(double value) {
    return shortly(value) + "%";
  }

  /** A number with as many decimals as can be seen. */
  static String shortly(double value) {
    return String.format(Locale.ROOT, "%.2f", value).replaceFirst("\\.?0+$", "");
  }
}
