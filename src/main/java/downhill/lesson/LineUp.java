package downhill.lesson;

import downhill.descent.OptimizerKind;
import downhill.run.ShortForm;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Changes who takes part in a sim with several runs: the form's buttons send {@code leave} with the
 * number of a run, counted from 0, or {@code join} with the name of an optimizer.
 */
final class LineUp {

  private LineUp() {}

  /** The query with one run less, or one more, as it asks for. */
  static Map<String, String> arranged(Map<String, String> query) {
    Map<String, String> arranged = new LinkedHashMap<>(query);
    String leaves = arranged.remove("leave");
    String joins = arranged.remove("join");
    int runs = query.getOrDefault("optimizer", "").split(",", -1).length;
    arranged.replaceAll(
        (name, value) ->
            ShortForm.movesTheBall(name) && value.split(",", -1).length == runs
                ? arranged(name, value, leaves, joins)
                : value);
    return arranged;
  }

  private static String arranged(
      String name, String value, @Nullable String leaves, @Nullable String joins) {
    List<String> entries = new ArrayList<>(Arrays.asList(value.split(",", -1)));
    if (leaves != null && leaves.matches("\\d") && Integer.parseInt(leaves) < entries.size()) {
      entries.remove(Integer.parseInt(leaves));
    }
    if (joins != null) {
      entries.add(name.equals("optimizer") ? joins : name.equals("learningRate") ? "0.1" : "");
    }
    return String.join(",", entries);
  }

  /** Who could join next: the first optimizer that is not there yet. */
  static String next(List<OptimizerKind> there) {
    return Arrays.stream(OptimizerKind.values())
        .filter(kind -> !there.contains(kind))
        .findFirst()
        .orElse(OptimizerKind.SGD)
        .key();
  }
}
