package downhill.program;

import static java.util.stream.Collectors.joining;

import downhill.formula.Notation;
import downhill.run.Spec;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What a program says of its optimizer: its settings and what it remembers, its update, and what
 * changes on the way. PyTorch brings the optimizers, elsewhere they are written out.
 */
final class Rule {

  private static final Pattern REMEMBERED =
      Pattern.compile("(?m)^(?:double\\[] )?(\\w+) = (?:np|new)");

  private final String key;
  private final Course course;
  private final Language language;
  private final Template template;
  private final boolean scheduled;
  private final Map<String, String> values = new HashMap<>();

  Rule(String key, Course course, Language language, boolean scheduled) {
    this.key = key;
    this.course = course;
    this.language = language;
    this.template = language.template();
    this.scheduled = scheduled;
  }

  /**
   * What is filled into a program.
   *
   * @param known what is known already, the number of parameters among it
   */
  Map<String, String> values(Map<String, String> known) {
    values.putAll(known);
    values.put("learning rate", Notation.decimal(course.learningRate()));
    values.put("rate", ifThere(scheduled ? "rate to be scheduled" : "rate"));
    values.put("first rate", fill(scheduled ? "first scheduled rate" : "first rate"));
    List<String> changes = language == Language.PYTORCH ? made() : writtenOut();
    values.put("changes", String.join("", changes));
    return values;
  }

  /** The optimizer that PyTorch has, and its settings where they change. */
  private List<String> made() {
    List<String> lines = template.lines("optimizer " + key);
    List<String> arguments = lines.subList(1, lines.size());
    Map<String, Double> now = new HashMap<>(course.settings());
    values.put("class", lines.get(0));
    values.put(
        "arguments", arguments.stream().map(each -> ", " + argument(each, now)).collect(joining()));
    values.put("remark", ifThere("remark " + key));
    values.put("optimizer", fill("make"));
    boolean remembers = !arguments.isEmpty();
    values.put("memory", remembers ? fill("memory") : "");
    values.put("remembered", remembers ? fill("remembered") : "");
    List<String> changes = new ArrayList<>();
    for (Spec.Change change : course.changes()) {
      now.putAll(change.settings());
      List<String> changed = new ArrayList<>();
      if (change.learningRate() != null && !scheduled) {
        changed.add("lr=" + Notation.decimal(change.learningRate()));
      }
      arguments.stream()
          .filter(each -> Template.places(each).anyMatch(change.settings()::containsKey))
          .forEach(each -> changed.add(argument(each, now)));
      values.put("arguments", String.join(", ", changed));
      String group = changed.isEmpty() ? "" : fill("change of the optimizer");
      changes.add(change(change.at(), scheduledRate(change) + group));
    }
    return changes;
  }

  private String argument(String line, Map<String, Double> settings) {
    Map<String, String> texts = new HashMap<>();
    settings.forEach((name, value) -> texts.put(name, Notation.decimal(value)));
    // PyTorch refuses to look along a velocity that there is not.
    texts.put("nesterov", settings.getOrDefault("momentum", 0.0) > 0 ? "True" : "False");
    return template.filled(line, texts);
  }

  /** The update in full, and the variables that it is tuned by. */
  private List<String> writtenOut() {
    StringBuilder settings = new StringBuilder();
    course.settings().forEach((name, value) -> settings.append(set("setting", name, value)));
    values.put("settings", settings.toString());
    values.put("memory", ifThere("remember " + key));
    values.put("remembered", remembered());
    values.put("rule", fill("update " + key));
    boolean rests = course.restsAtTimes("momentum");
    values.put("update", fill(rests ? "resting" : "update " + key));
    List<String> changes = new ArrayList<>();
    for (Spec.Change change : course.changes()) {
      StringBuilder changed = new StringBuilder(scheduledRate(change));
      if (change.learningRate() != null && !scheduled) {
        changed.append(set("changed setting", "rate", change.learningRate()));
      }
      change
          .settings()
          .forEach((name, value) -> changed.append(set("changed setting", name, value)));
      changes.add(change(change.at(), changed.toString()));
    }
    return changes;
  }

  /** The arrays that the optimizer remembers, for the check that all is finite. */
  private String remembered() {
    return REMEMBERED
        .matcher(String.valueOf(values.get("memory")))
        .results()
        .map(found -> template.fill("remembered", Map.of("name", found.group(1))).stripTrailing())
        .collect(joining());
  }

  private String scheduledRate(Spec.Change change) {
    return change.learningRate() == null || !scheduled
        ? ""
        : set("changed setting", "learningRate", change.learningRate());
  }

  private String set(String piece, String name, double value) {
    return template.fill(
        piece, Map.of("name", language.variable(name), "value", Notation.decimal(value)));
  }

  private String change(int at, String settings) {
    return template.fill(
        "change", Map.of("at", String.valueOf(at), "settings that change", settings));
  }

  private String ifThere(String piece) {
    return template.has(piece) ? fill(piece) : "";
  }

  private String fill(String piece) {
    return template.fill(piece, values);
  }
}
