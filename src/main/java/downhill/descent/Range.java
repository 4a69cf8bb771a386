package downhill.descent;

/**
 * The numbers that a setting may be: from {@code lo} to {@code hi}, each end in or out.
 *
 * @param lo the lower end
 * @param loIn whether the lower end itself is allowed
 * @param hi the upper end, not below {@code lo}
 * @param hiIn whether the upper end itself is allowed
 */
public record Range(double lo, boolean loIn, double hi, boolean hiIn) {

  /** Refuses ends in the wrong order, and NaN. */
  public Range {
    if (!(lo <= hi)) {
      throw new IllegalArgumentException("a range runs upwards; this one from " + lo + " to " + hi);
    }
  }

  /** All of {@code [lo, hi]}. */
  public static Range closed(double lo, double hi) {
    return new Range(lo, true, hi, true);
  }

  /** Above {@code lo} and at most {@code hi}. */
  public static Range above(double lo, double hi) {
    return new Range(lo, false, hi, true);
  }

  /** At least {@code lo} and below {@code hi}. */
  public static Range below(double lo, double hi) {
    return new Range(lo, true, hi, false);
  }

  /** Above {@code lo} and below {@code hi}. */
  public static Range open(double lo, double hi) {
    return new Range(lo, false, hi, false);
  }

  /** Whether {@code x} is allowed; NaN never is. */
  public boolean contains(double x) {
    return (loIn ? x >= lo : x > lo) && (hiIn ? x <= hi : x < hi);
  }

  /**
   * Lets an allowed value pass.
   *
   * @param name what the value is called, for the message
   * @param x the value
   * @return {@code x}
   * @throws IllegalArgumentException naming the value and what is allowed
   */
  public double check(String name, double x) {
    if (!contains(x)) {
      throw new IllegalArgumentException(name + " must be " + this + "; this one is " + x);
    }
    return x;
  }

  @Override
  public String toString() {
    return (loIn ? "at least " : "above ") + lo + (hiIn ? " and at most " : " and below ") + hi;
  }
}
