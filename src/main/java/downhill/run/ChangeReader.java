package downhill.run;

import downhill.descent.OptimizerKind;
import downhill.descent.Setting;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Reads the settings that change on the way. */
@Component
final class ChangeReader {

  private final Sentences sentences;
  private final Limits limits;

  ChangeReader(Sentences sentences, Limits limits) {
    this.sentences = sentences;
    this.limits = limits;
  }

  List<Spec.Change> read(Members members, OptimizerKind optimizer, Map<String, Double> settings) {
    Optional<JsonNode> given = members.get("changes");
    if (given.isEmpty()) {
      return List.of();
    }
    String path = members.path("changes");
    if (!given.get().isArray() || given.get().size() > limits.steps()) {
      throw sentences.invalid(path, "error.changes", path, limits.steps());
    }
    List<ChangeRead> read = new ArrayList<>();
    for (JsonNode entry : given.get()) {
      Members change = Members.of(entry, path + "[" + read.size() + "]", sentences);
      read.add(new ChangeRead(change, change(change, optimizer)));
    }
    Map<String, Double> now = new LinkedHashMap<>(settings);
    read.stream()
        .sorted(Comparator.comparingInt(each -> each.change.at()))
        .forEach(
            each -> {
              now.putAll(each.change.settings());
              Settings.refuseMisfits(each.members, optimizer, now, sentences);
            });
    return read.stream().map(ChangeRead::change).toList();
  }

  private record ChangeRead(Members members, Spec.Change change) {}

  private Spec.Change change(Members change, OptimizerKind optimizer) {
    int at = (int) change.whole("at", 0, limits.steps());
    boolean hasRate = change.has("learningRate");
    Map<String, Double> changed = new LinkedHashMap<>();
    for (Setting setting : optimizer.settings()) {
      if (change.has(setting.name())) {
        changed.put(setting.name(), Settings.one(change, setting));
      }
    }
    change.refuseOthers();
    if (!hasRate && changed.isEmpty()) {
      throw sentences.invalid(change.path("learningRate"), "error.change.empty");
    }
    return new Spec.Change(
        at, hasRate ? change.number("learningRate", OptimizerKind.LEARNING_RATE) : null, changed);
  }
}
