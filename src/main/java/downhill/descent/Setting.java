package downhill.descent;

import java.util.List;

/**
 * One number that an optimizer or a schedule is tuned by.
 *
 * @param name its name in the run contract
 * @param defaultValue its value where none is given; NaN where one must be given
 * @param range what it may be
 * @param whole whether it counts something, and so is a whole number
 */
public record Setting(String name, double defaultValue, Range range, boolean whole) {

  static Setting of(String name, double defaultValue, Range range) {
    return new Setting(name, defaultValue, range, false);
  }

  static Setting required(String name, Range range) {
    return new Setting(name, Double.NaN, range, false);
  }

  static Setting count(String name) {
    return new Setting(name, Double.NaN, Range.closed(1, 1_000_000), true);
  }

  /** Whether it has no default and must be given. */
  public boolean isRequired() {
    return Double.isNaN(defaultValue);
  }

  /** Refuses a wrong number of values, or one that its setting does not allow. */
  static void checkAll(String owner, List<Setting> settings, double[] values) {
    if (values.length != settings.size()) {
      throw new IllegalArgumentException(
          owner + " has " + settings.size() + " settings; given were " + values.length);
    }
    for (int i = 0; i < values.length; i++) {
      settings.get(i).range.check(settings.get(i).name, values[i]);
    }
  }
}
