package downhill.program;

import downhill.run.Spec;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The learning rate and the optimizer's settings along the way: those of the beginning, and what
 * changes where. Changes at one step are taken together, those at step 0 belong to the beginning,
 * and those that no update meets are left out.
 *
 * @param learningRate the rate of the beginning
 * @param settings the settings of the beginning, by name in their order
 * @param changes what changes, in order
 */
record Course(double learningRate, Map<String, Double> settings, List<Spec.Change> changes) {

  static Course of(Spec spec) {
    Spec.Change first = new Spec.Change(0, spec.learningRate(), spec.settings());
    List<Spec.Change> inTime = new ArrayList<>(List.of(first));
    spec.changes().stream()
        .filter(change -> change.at() < spec.steps())
        .sorted(Comparator.comparingInt(Spec.Change::at))
        .forEach(
            change -> {
              Spec.Change last = inTime.get(inTime.size() - 1);
              if (last.at() == change.at()) {
                inTime.set(inTime.size() - 1, merged(last, change));
              } else {
                inTime.add(change);
              }
            });
    Spec.Change begun = inTime.remove(0);
    double rate = Optional.ofNullable(begun.learningRate()).orElse(spec.learningRate());
    return new Course(rate, begun.settings(), inTime);
  }

  private static Spec.Change merged(Spec.Change earlier, Spec.Change later) {
    Map<String, Double> settings = new LinkedHashMap<>(earlier.settings());
    settings.putAll(later.settings());
    Double rate = later.learningRate() == null ? earlier.learningRate() : later.learningRate();
    return new Spec.Change(earlier.at(), rate, settings);
  }

  /** Whether a setting is 0 on one stretch of the way and not on another. */
  boolean restsAtTimes(String setting) {
    List<Double> values = new ArrayList<>();
    values.add(settings.get(setting));
    changes.forEach(change -> values.add(change.settings().get(setting)));
    return values.contains(0.0) && values.stream().anyMatch(value -> value != null && value != 0);
  }
}
