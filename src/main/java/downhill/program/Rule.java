package downhill.program;

import static java.util.stream.Collectors.joining;

import downhill.descent.Setting;
import downhill.formula.Notation;
import downhill.run.Spec;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What a program says of how it steps: the schedule, the optimizer, what it remembers, and what
 * changes on the way. PyTorch brings the optimizers, elsewhere they are written out.
 */
final class Rule {

  private static final Pattern REMEMBERED =
      Pattern.compile("(?m)^(?:double\\[] )?(\\w+) = (?:np|new)");

  private final Spec spec;
  private final Course course;
  private final Draft draft;
  private final String key;
  private final boolean scheduled;
  private final boolean trains;

  Rule(Spec spec, Draft draft) {
    this.spec = spec;
    this.course = Course.of(spec);
    this.draft = draft;
    this.key = spec.optimizer().key();
    this.scheduled = !spec.scheduleSettings().isEmpty();
    this.trains = spec.ground().source().kind().equals("program");
  }

  void write() {
    schedule();
    draft.put("learning rate", course.learningRate());
    String rate = scheduled ? "rate to be scheduled" : "rate";
    draft.putIf(draft.template().has(rate), "rate", rate);
    draft.putIf(true, "first rate", scheduled ? "first scheduled rate" : "first rate");
    List<String> changes = draft.language() == Language.PYTORCH ? made() : writtenOut();
    draft.put("changes", String.join("", changes));
  }

  private void schedule() {
    draft.putIf(scheduled, "scheduled", "scheduled");
    if (!scheduled) {
      return;
    }
    for (Setting setting : spec.schedule().settings()) {
      double value = spec.scheduleSettings().getOrDefault(setting.name(), Double.NaN);
      draft.put("NAME", setting.name().replaceAll("[A-Z]", "_$0").toUpperCase(Locale.ROOT));
      draft.put("value", setting.whole() ? String.valueOf((long) value) : Notation.decimal(value));
      draft.constant("constant of a schedule");
    }
    draft.function("schedule " + spec.schedule().key());
  }

  /** The optimizer that PyTorch has, and its settings where they change. */
  private List<String> made() {
    List<String> lines = draft.template().lines("optimizer " + key);
    List<String> arguments = lines.subList(1, lines.size());
    Map<String, Double> now = new HashMap<>(course.settings());
    draft.put("class", lines.get(0));
    draft.put(
        "arguments", arguments.stream().map(each -> ", " + argument(each, now)).collect(joining()));
    String remark = "remark " + key;
    draft.putIf(draft.template().has(remark), "remark", remark);
    draft.putIf(true, "optimizer", "make");
    boolean remembers = !arguments.isEmpty();
    draft.putIf(remembers, "memory", trains ? "memory of a network" : "memory");
    draft.putIf(remembers, "remembered", "remembered");
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
      draft.put("arguments", String.join(", ", changed));
      String group = changed.isEmpty() ? "" : draft.fill("change of the optimizer");
      changes.add(change(change, (scheduled ? rate(change, "learningRate") : "") + group));
    }
    return changes;
  }

  private String argument(String line, Map<String, Double> settings) {
    Map<String, String> texts = new HashMap<>();
    settings.forEach((name, value) -> texts.put(name, Notation.decimal(value)));
    // PyTorch refuses to look along a velocity that there is not.
    texts.put("nesterov", settings.getOrDefault("momentum", 0.0) > 0 ? "True" : "False");
    return draft.template().filled(line, texts);
  }

  /** The update in full, and the variables that it is tuned by. */
  private List<String> writtenOut() {
    StringBuilder settings = new StringBuilder();
    course.settings().forEach((name, value) -> settings.append(set("setting", name, value)));
    draft.put("settings", settings.toString());
    String memory = "remember " + key;
    draft.putIf(draft.template().has(memory), "memory", memory);
    draft.put("remembered", draft.template().has(memory) ? remembered(draft.fill(memory)) : "");
    draft.putIf(true, "rule", "update " + key);
    boolean rests = course.restsAtTimes("momentum");
    draft.putIf(true, "update", rests ? "resting" : "update " + key);
    List<String> changes = new ArrayList<>();
    for (Spec.Change change : course.changes()) {
      StringBuilder changed = new StringBuilder(rate(change, scheduled ? "learningRate" : "rate"));
      change
          .settings()
          .forEach((name, value) -> changed.append(set("changed setting", name, value)));
      changes.add(change(change, changed.toString()));
    }
    return changes;
  }

  /** The arrays that the optimizer remembers, for the check that all is finite. */
  private String remembered(String memory) {
    StringBuilder all = new StringBuilder();
    for (MatchResult array : REMEMBERED.matcher(memory).results().toList()) {
      draft.put("name", array.group(1));
      all.append(draft.fill("remembered").stripTrailing());
    }
    return all.toString();
  }

  private String rate(Spec.Change change, String name) {
    return change.learningRate() == null ? "" : set("changed setting", name, change.learningRate());
  }

  private String set(String piece, String name, double value) {
    draft.put("name", draft.language().variable(name));
    draft.put("value", value);
    return draft.fill(piece);
  }

  private String change(Spec.Change change, String settings) {
    draft.put("at", String.valueOf(change.at()));
    draft.put("settings that change", settings);
    return draft.fill("change");
  }
}
