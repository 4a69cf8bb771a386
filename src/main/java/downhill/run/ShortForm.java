package downhill.run;

import downhill.descent.OptimizerKind;
import downhill.descent.ScheduleKind;
import downhill.descent.Setting;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The spec as the query of an address: links, embeds and GET carry it. It is turned into the spec's
 * JSON and read by the same reader, so that both forms mean the same.
 */
@Component
public final class ShortForm {

  private static final Pattern NUMBER =
      Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");
  private static final Set<String> OBJECTIVES = Set.of("curve", "surface", "formula", "data");
  private static final Set<String> TOP = Set.of("batch", "noise", "seed", "steps", "tolerance");
  private static final Set<String> RULE_SETTINGS =
      Arrays.stream(OptimizerKind.values())
          .flatMap(kind -> kind.settings().stream())
          .map(Setting::name)
          .collect(Collectors.toUnmodifiableSet());

  private final SpecReader reader;
  private final Sentences sentences;

  ShortForm(SpecReader reader, Sentences sentences) {
    this.reader = reader;
    this.sentences = sentences;
  }

  /**
   * Reads a spec.
   *
   * @param query the query's members
   * @return the spec, checked and filled
   * @throws Refused naming the query's member, the value and what is allowed
   */
  public Spec read(Map<String, String> query) {
    return named(() -> reader.read(tree(query), ""));
  }

  /** Reads a query's objective alone; other members of a spec are passed over. */
  Ground readGround(Map<String, String> query) {
    query.keySet().stream()
        .filter(name -> !isMember(name))
        .findFirst()
        .ifPresent(
            name -> {
              String known = String.join(", ", new TreeSet<>(OBJECTIVES)) + ", domain";
              throw sentences.invalid(
                  SpecJson.cut(name), "error.unknown-member", SpecJson.cut(name), known);
            });
    return named(() -> reader.ground(tree(query), ""));
  }

  /** Lets a refusal name the query's member in place of the JSON's. */
  private static <T> T named(Supplier<T> reading) {
    try {
      return reading.get();
    } catch (Refused refused) {
      throw refused.field() == null ? refused : refused.at(shortName(refused.field()));
    }
  }

  /** What could be read of a query, and what had to be put in its place. */
  public record Forgiven(Spec spec, List<String> notices) {

    /** Keeps a copy. */
    public Forgiven {
      notices = List.copyOf(notices);
    }
  }

  /**
   * Reads a spec from a page's address, which people shorten, mistype and paste in halves: what is
   * missing is taken from another spec, and so is what is wrong, with a notice.
   *
   * @param query the query's members; those that no spec has are passed over
   * @param otherwise gives what is missing or wrong
   * @return the spec, and a notice for each value that was not used
   */
  public Forgiven readForgiving(Map<String, String> query, Spec otherwise) {
    Map<String, String> usual = members(otherwise);
    Map<String, String> asked = new TreeMap<>(query);
    asked.keySet().removeIf(name -> !isMember(name));
    List<String> notices = new ArrayList<>();
    while (true) {
      Map<String, String> whole = filled(asked, usual);
      try {
        return new Forgiven(read(whole), notices);
      } catch (Refused refused) {
        String field = String.valueOf(refused.field());
        String culprit = asked.containsKey(field) ? field : firstOf(asked, field);
        String value = String.valueOf(asked.remove(culprit));
        notices.add(notice(culprit, value, usual, refused));
      }
    }
  }

  /**
   * Writes a spec's short form, without what would be filled in all the same. Changes on the way
   * and drawn heights have none.
   *
   * @param spec the spec
   * @return the query, without the question mark
   */
  public String write(Spec spec) {
    return members(spec).entrySet().stream()
        .map(member -> member.getKey() + "=" + encoded(member.getValue()))
        .collect(Collectors.joining("&"));
  }

  /** What the query must not leave out, taken from another spec where it does. */
  private static Map<String, String> filled(Map<String, String> asked, Map<String, String> usual) {
    Map<String, String> whole = new LinkedHashMap<>(asked);
    boolean otherGround = Stream.of("curve", "surface", "formula").anyMatch(asked::containsKey);
    boolean otherRule = asked.containsKey("optimizer");
    boolean otherSchedule = asked.containsKey("schedule");
    usual.forEach(
        (name, value) -> {
          boolean ofGround = OBJECTIVES.contains(name) || Set.of("start", "domain").contains(name);
          boolean ofRule = RULE_SETTINGS.contains(name) || name.equals("optimizer");
          boolean ofSchedule = name.startsWith("schedule");
          if (!(ofGround && otherGround)
              && !(ofRule && otherRule)
              && !(ofSchedule && otherSchedule)) {
            whole.putIfAbsent(name, value);
          }
        });
    return whole;
  }

  /** A member of the query to drop for a refusal that names none of them. */
  private static String firstOf(Map<String, String> asked, String field) {
    String group = field.startsWith("schedule") ? "schedule" : "optimizer";
    return asked.containsKey(group) ? group : asked.keySet().iterator().next();
  }

  private String notice(String name, String value, Map<String, String> usual, Refused refused) {
    String used = usual.get(name);
    return used == null
        ? sentences.say("error.notice.dropped", name, SpecJson.cut(value), refused.sentence())
        : sentences.say("error.notice", name, SpecJson.cut(value), refused.sentence(), used);
  }

  private static boolean isMember(String name) {
    return OBJECTIVES.contains(name)
        || TOP.contains(name)
        || RULE_SETTINGS.contains(name)
        || Set.of("start", "domain", "optimizer", "learningRate", "schedule").contains(name)
        || name.startsWith("schedule.");
  }

  private static ObjectNode tree(Map<String, String> query) {
    JsonNodeFactory json = JsonNodeFactory.instance;
    ObjectNode spec = json.objectNode();
    ObjectNode objective = json.objectNode();
    ObjectNode optimizer = json.objectNode();
    ObjectNode schedule = json.objectNode();
    query.forEach(
        (name, value) -> {
          if (OBJECTIVES.contains(name)) {
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
  private static void number(ObjectNode node, String name, String value) {
    String text = value.strip();
    if (NUMBER.matcher(text).matches()) {
      node.put(name, Double.parseDouble(text));
    } else {
      node.put(name, text);
    }
  }

  /** The query's name for the member at a path of the JSON. */
  private static String shortName(String path) {
    if (path.equals("optimizer.name") || path.equals("schedule.name")) {
      return path.substring(0, path.indexOf('.'));
    }
    return path.replaceFirst("^(objective|optimizer)\\.", "").replaceAll("\\[\\d+]$", "");
  }

  private static Map<String, String> members(Spec spec) {
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
        Arrays.stream(spec.start()).mapToObj(ShortForm::plain).collect(Collectors.joining(",")));
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
    return Double.toString(x).replaceFirst("\\.0$", "").replace(".0E", "E");
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("%2C", ",").replace("+", "%20");
  }
}
