package downhill.descent;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The schedules there are: each one's name, its settings, and how to make one of them. */
public enum ScheduleKind {
  /** The same rate at every update. */
  CONSTANT("constant", s -> new Schedules.Constant()),
  /** A drop now and then. */
  STEP(
      "step",
      s -> new Schedules.Steps(s[0], s[1]),
      Setting.count("every"),
      Setting.required("factor", Range.above(0, 1000))),
  /** The same share less at every update. */
  EXPONENTIAL(
      "exponential",
      s -> new Schedules.Exponential(s[0]),
      Setting.required("factor", Range.above(0, 1000))),
  /** One over the time. */
  INVERSE_TIME(
      "inverse-time",
      s -> new Schedules.InverseTime(s[0]),
      Setting.required("decay", Range.closed(0, 1000))),
  /** Down to zero along a power. */
  POLYNOMIAL(
      "polynomial",
      s -> new Schedules.Polynomial(s[0], s[1]),
      Setting.count("over"),
      Setting.of("power", 1, Range.above(0, 100))),
  /** Down along half a wave. */
  COSINE(
      "cosine", s -> new Schedules.Cosine(s[0], s[1]), Setting.count("over"), ScheduleKind.floor()),
  /** The half wave, again and again. */
  WARM_RESTARTS(
      "warm-restarts",
      s -> new Schedules.WarmRestarts(s[0], s[1], s[2]),
      Setting.count("period"),
      Setting.of("multiplier", 1, Range.closed(1, 1000)),
      ScheduleKind.floor()),
  /** A gentle beginning. */
  WARM_UP(
      "warm-up",
      s -> new Schedules.WarmUp(s[0], s[1]),
      Setting.count("over"),
      Setting.of("from", 0, Range.closed(0, 1))),
  /** Up once, and far down. */
  ONE_CYCLE(
      "one-cycle",
      s -> new Schedules.OneCycle(s[0], s[1], s[2], s[3]),
      Setting.count("over"),
      Setting.of("warm", 0.3, Range.closed(0, 1)),
      Setting.of("divide", 25, Range.closed(1e-3, 1e9)),
      Setting.of("finalDivide", 1e4, Range.closed(1e-3, 1e12)));

  private final String key;
  private final Function<double[], Schedule> maker;
  private final List<Setting> settings;

  ScheduleKind(String key, Function<double[], Schedule> maker, Setting... settings) {
    this.key = key;
    this.maker = maker;
    this.settings = List.of(settings);
  }

  private static Setting floor() {
    return Setting.of("floor", 0, Range.closed(0, 1000));
  }

  /** Its name in the run contract. */
  public String key() {
    return key;
  }

  /** Its settings, in the order in which {@link #make} takes them. */
  public List<Setting> settings() {
    return settings;
  }

  /**
   * Makes the schedule with these settings.
   *
   * @param values one for each of {@link #settings()}, in that order
   * @return the schedule
   * @throws IllegalArgumentException naming the setting, the value and what is allowed
   */
  public Schedule make(double... values) {
    Setting.checkAll(key, settings, values);
    return maker.apply(values);
  }

  /** The schedule of this name in the run contract, if there is one. */
  public static Optional<ScheduleKind> named(String key) {
    return Arrays.stream(values()).filter(kind -> kind.key.equals(key)).findFirst();
  }
}
