package downhill.run;

import downhill.descent.OptimizerKind;
import downhill.descent.Range;
import downhill.descent.Setting;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the settings of an optimizer or a schedule. */
final class Settings {

  private Settings() {}

  /** All of them by name, in their order; those left out have their defaults. */
  static Map<String, Double> read(Members members, List<Setting> settings) {
    Map<String, Double> values = new LinkedHashMap<>();
    for (Setting setting : settings) {
      if (members.has(setting.name()) || setting.isRequired()) {
        values.put(setting.name(), one(members, setting));
      } else {
        values.put(setting.name(), setting.defaultValue());
      }
    }
    return values;
  }

  /** One that is there. */
  static double one(Members members, Setting setting) {
    Range range = setting.range();
    return setting.whole()
        ? members.whole(setting.name(), (long) range.lo(), (long) range.hi())
        : members.number(setting.name(), range);
  }

  /** Refuses settings that do not go together. */
  static void refuseMisfits(
      Members rule, OptimizerKind kind, Map<String, Double> settings, Sentences sentences) {
    double least = settings.getOrDefault("minStep", 0.0);
    double most = settings.getOrDefault("maxStep", Double.MAX_VALUE);
    if (kind == OptimizerKind.RPROP && !(least <= most)) {
      String path = rule.path("minStep");
      throw sentences.invalid(
          path, "error.min-step", path, Sentences.number(most), Sentences.number(least));
    }
  }
}
