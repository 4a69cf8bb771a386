package downhill.lesson;

import downhill.descent.ScheduleKind;
import downhill.descent.Setting;
import java.util.Map;
import java.util.Optional;

/** What a schedule begins with where only its name was chosen. */
final class UsualSchedules {

  private static final String PREFIX = "schedule.";

  private UsualSchedules() {}

  /**
   * Adds the settings that a schedule cannot do without and that a query does not give, to suit a
   * run of so many steps.
   *
   * @param query the short form of one run; it is added to
   * @param usualSteps the steps of the run where the query does not say
   */
  static void fill(Map<String, String> query, int usualSteps) {
    Optional<ScheduleKind> kind = ScheduleKind.named(query.getOrDefault("schedule", ""));
    int steps = steps(query.getOrDefault("steps", ""), usualSteps);
    kind.stream()
        .flatMap(found -> found.settings().stream())
        .filter(Setting::isRequired)
        .forEach(
            setting ->
                query.putIfAbsent(PREFIX + setting.name(), value(kind.get(), setting, steps)));
  }

  private static int steps(String asked, int usual) {
    try {
      return Math.max(4, Integer.parseInt(asked));
    } catch (NumberFormatException refusedLater) {
      return usual;
    }
  }

  /** Down to about a tenth at the end, or all the way where that is the schedule's nature. */
  private static String value(ScheduleKind kind, Setting setting, int steps) {
    return switch (setting.name()) {
      case "over" -> "" + (kind == ScheduleKind.WARM_UP ? Math.max(1, steps / 5) : steps);
      case "every", "period" -> "" + Math.max(1, steps / 4);
      case "factor" ->
          kind == ScheduleKind.STEP
              ? "0.5"
              : Figures.field(Math.rint(1e4 * (1 - Math.log(10) / steps)) / 1e4);
      default -> Figures.field(10.0 / steps);
    };
  }
}
