package downhill.run;

import downhill.descent.OptimizerKind;
import downhill.descent.ScheduleKind;
import downhill.descent.Setting;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Turns a query's members into the JSON of the spec that they stand for. */
final class QueryTree {

  private static final Pattern NUMBER =
      Pattern.compile("[+-]?+(\\d++\\.?+\\d*+|\\.\\d++)([eE][+-]?+\\d++)?+");
  static final Set<String> OBJECTIVES =
      Set.of("curve", "surface", "formula", "heights", "data", "points", "program");
  private static final Set<String> TOP = Set.of("batch", "noise", "seed", "steps", "tolerance");
  static final Set<String> RULE_SETTINGS =
      Arrays.stream(OptimizerKind.values())
          .flatMap(kind -> kind.settings().stream())
          .map(Setting::name)
          .collect(Collectors.toUnmodifiableSet());

  private static final Set<String> SCHEDULE_SETTINGS =
      Arrays.stream(ScheduleKind.values())
          .flatMap(kind -> kind.settings().stream())
          .map(setting -> "schedule." + setting.name())
          .collect(Collectors.toUnmodifiableSet());

  private QueryTree() {}

  /** The names that a query may have, apart from the settings. */
  static String names() {
    return "curve, surface, formula, heights, domain, data, points, scale, program, start,"
        + " optimizer, learningRate, schedule, batch, noise, seed, steps, tolerance";
  }

  /** Whether a spec has a member of this name. */
  static boolean isMember(String name) {
    return OBJECTIVES.contains(name)
        || TOP.contains(name)
        || RULE_SETTINGS.contains(name)
        || Set.of("start", "domain", "scale", "optimizer", "learningRate", "schedule")
            .contains(name)
        || SCHEDULE_SETTINGS.contains(name);
  }

  /** The spec; where a value should be a number and is none, its text, for the reader to refuse. */
  static ObjectNode of(Map<String, String> query) {
    JsonNodeFactory json = JsonNodeFactory.instance;
    ObjectNode spec = json.objectNode();
    ObjectNode objective = json.objectNode();
    ObjectNode optimizer = json.objectNode();
    ObjectNode schedule = json.objectNode();
    query.forEach(
        (name, value) -> {
          if (name.equals("points") || name.equals("heights")) {
            objective.set(name, name.equals("points") ? points(value) : list(value.split(",", -1)));
          } else if (name.equals("scale")) {
            flag(objective, name, value);
          } else if (OBJECTIVES.contains(name)) {
            objective.put(name, value);
          } else if (name.equals("domain")) {
            objective.set(name, domain(value));
          } else if (name.equals("optimizer") || name.equals("schedule")) {
            (name.equals("optimizer") ? optimizer : schedule).put("name", value);
          } else if (name.equals("learningRate") || RULE_SETTINGS.contains(name)) {
            number(optimizer, name, value);
          } else if (name.startsWith("schedule.")) {
            number(schedule, name.substring("schedule.".length()), value);
          } else if (name.equals("start")) {
            spec.set(name, list(value.split(",", -1)));
          } else {
            number(spec, name, value);
          }
        });
    if (!objective.isEmpty()) {
      spec.set("objective", objective);
    }
    if (!optimizer.isEmpty()) {
      spec.set("optimizer", optimizer);
    }
    if (!schedule.isEmpty()) {
      spec.set("schedule", schedule);
    }
    return spec;
  }

  /** Two ends make an interval, four a pair of them. */
  private static ArrayNode domain(String value) {
    String[] ends = value.split(",", -1);
    if (ends.length != 4) {
      return list(ends);
    }
    ArrayNode pairs = JsonNodeFactory.instance.arrayNode();
    pairs.add(list(ends[0], ends[1]));
    pairs.add(list(ends[2], ends[3]));
    return pairs;
  }

  /** Points parted by semicolons, each of them x and y parted by a comma. */
  private static ArrayNode points(String value) {
    ArrayNode points = JsonNodeFactory.instance.arrayNode();
    for (String point : value.split(";", -1)) {
      points.add(list(point.split(",", -1)));
    }
    return points;
  }

  private static void flag(ObjectNode node, String name, String value) {
    if (value.equals("true") || value.equals("false")) {
      node.put(name, value.equals("true"));
    } else {
      node.put(name, value);
    }
  }

  private static ArrayNode list(String... values) {
    ObjectNode holder = JsonNodeFactory.instance.objectNode();
    ArrayNode list = JsonNodeFactory.instance.arrayNode();
    for (String value : values) {
      number(holder, "value", value);
      list.add(holder.get("value"));
    }
    return list;
  }

  /** Puts a number where the text is one, else the text, so that the reader can refuse it. */
  static void number(ObjectNode node, String name, String value) {
    double number = number(value);
    if (Double.isNaN(number)) {
      node.put(name, value);
    } else {
      node.put(name, number);
    }
  }

  /** The number that a text is, written as JSON writes numbers or nearly so; NaN if it is none. */
  static double number(String text) {
    String stripped = text.strip();
    return NUMBER.matcher(stripped).matches() ? Double.parseDouble(stripped) : Double.NaN;
  }

  /** The query's name for the member at a path of the JSON. */
  static String shortName(String path) {
    if (path.equals("optimizer.name") || path.equals("schedule.name")) {
      return path.substring(0, path.indexOf('.'));
    }
    return path.replaceFirst("^(objective|optimizer)\\.", "").replaceAll("(\\[\\d+])+$", "");
  }
}
