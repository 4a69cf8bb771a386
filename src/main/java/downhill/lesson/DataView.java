package downhill.lesson;

import downhill.data.DataSet;
import downhill.data.Fit;
import downhill.descent.Step;
import downhill.run.Completed;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The data to fit, and how each run goes about it.
 *
 * @param name of a data set of ours; empty for a reader's own points
 * @param columns what x and y are, with their units
 * @param rows the rows as text, x and y
 * @param pasted a reader's own points as lines of a table; empty where they are ours
 * @param scaled whether x is standardised first
 * @param costs what an update of each run costs
 * @param batches how many rows an update of each run looks at
 * @param drawing the points, and the line that each run ends with
 */
record DataView(
    String name,
    List<String> columns,
    List<List<String>> rows,
    String pasted,
    boolean scaled,
    List<String> costs,
    List<Integer> batches,
    DataDrawing drawing) {

  /** The data of runs that fit one; null where they fit none. */
  static @Nullable DataView of(List<Completed> runs, Phrases phrases) {
    Fit fit = runs.get(0).spec().ground().fit();
    if (fit == null) {
      return null;
    }
    DataSet data = fit.data();
    List<Flavour> flavours = runs.stream().map(run -> Flavour.of(run.spec())).toList();
    return new DataView(
        data.name(),
        List.of(column(data, "x", phrases), column(data, "y", phrases)),
        rows(data),
        data.name().isEmpty() ? lines(data) : "",
        fit.scaling() != null,
        flavours.stream().map(flavour -> flavour.cost(phrases)).toList(),
        flavours.stream().map(Flavour::batch).toList(),
        DataDrawing.of(fit, runs.stream().map(run -> last(run.steps())).toList()));
  }

  /** Points as lines of a table, for a field. */
  private static String lines(DataSet data) {
    double[] x = data.x();
    double[] y = data.y();
    return IntStream.range(0, x.length)
        .mapToObj(i -> Figures.field(x[i]) + "," + Figures.field(y[i]))
        .collect(Collectors.joining("\n"));
  }

  private static List<List<String>> rows(DataSet data) {
    double[] x = data.x();
    double[] y = data.y();
    return IntStream.range(0, x.length)
        .mapToObj(i -> List.of(Figures.whole(x[i]), Figures.whole(y[i])))
        .toList();
  }

  /** What a column is, with its unit. */
  static String column(DataSet data, String column, Phrases phrases) {
    String key = "data." + (data.name().isEmpty() ? "own" : data.name()) + "." + column;
    String unit = phrases.page(key + ".unit");
    String name = phrases.page(key);
    return unit.isEmpty() || name.contains(unit) ? name : name + " (" + unit + ")";
  }

  private static Step last(List<Step> steps) {
    return steps.get(steps.size() - 1);
  }
}
