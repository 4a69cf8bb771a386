package downhill.data;

import java.util.List;
import java.util.Optional;

/** The tables that the Studio can load. */
public final class Tables {

  private static final List<Table> ALL = List.of(lemonade());

  private Tables() {}

  /** All of them, in the order in which they are best met. */
  public static List<Table> all() {
    return ALL;
  }

  /** The table of this name, if there is one. */
  public static Optional<Table> named(String name) {
    return ALL.stream().filter(table -> table.name().equals(name)).findFirst();
  }

  /** Their names, in the same order. */
  public static List<String> names() {
    return ALL.stream().map(Table::name).toList();
  }

  private static Table lemonade() {
    DataSet set = DataSets.named("lemonade").orElseThrow();
    double[] given = set.x();
    double[][] x = new double[set.rows()][];
    for (int i = 0; i < x.length; i++) {
      x[i] = new double[] {given[i]};
    }
    return new Table(
        set.name(), List.of(new Table.Feature("temperature", "°C")), List.of(), "cups", x, set.y());
  }
}
