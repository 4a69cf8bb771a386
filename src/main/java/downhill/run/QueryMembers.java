package downhill.run;

import downhill.descent.ScheduleKind;
import downhill.descent.Setting;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Writes a spec as a query's members, without what would be filled in all the same. */
final class QueryMembers {

  private QueryMembers() {}

  static Map<String, String> of(Spec spec) {
    Map<String, String> members = new LinkedHashMap<>();
    Ground ground = spec.ground();
    members.put(ground.source().kind(), ground.source().name());
    if (ground.source().kind().equals("formula")) {
      members.put(
          "domain",
          ground.domain().stream()
              .map(side -> plain(side.lo()) + "," + plain(side.hi()))
              .collect(Collectors.joining(",")));
    }
    members.put(
        "start",
        Arrays.stream(spec.start()).mapToObj(QueryMembers::plain).collect(Collectors.joining(",")));
    members.put("optimizer", spec.optimizer().key());
    members.put("learningRate", plain(spec.learningRate()));
    settings(members, "", spec.optimizer().settings(), spec.settings());
    if (spec.schedule() != ScheduleKind.CONSTANT) {
      members.put("schedule", spec.schedule().key());
      settings(members, "schedule.", spec.schedule().settings(), spec.scheduleSettings());
    }
    putUnless(0, members, "noise", spec.noise().deviation());
    putUnless(1, members, "seed", spec.noise().seed());
    putUnless(SpecReader.USUAL_STEPS, members, "steps", spec.steps());
    putUnless(SpecReader.USUAL_TOLERANCE, members, "tolerance", spec.tolerance());
    return members;
  }

  private static void settings(
      Map<String, String> members,
      String prefix,
      List<Setting> settings,
      Map<String, Double> values) {
    for (Setting setting : settings) {
      double value = Optional.ofNullable(values.get(setting.name())).orElseThrow();
      putUnless(setting.defaultValue(), members, prefix + setting.name(), value);
    }
  }

  private static void putUnless(
      double usual, Map<String, String> members, String name, double value) {
    if (value != usual) {
      members.put(name, plain(value));
    }
  }

  /** A number that reads back as the same double, without a needless {@code .0}. */
  private static String plain(double x) {
    return SpecJson.shortest(x).replaceFirst("\\.0$", "").replace(".0E", "E");
  }

  /** A value as it stands in an address; commas and spaces stay readable. */
  static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("%2C", ",").replace("+", "%20");
  }
}
