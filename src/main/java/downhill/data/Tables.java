package downhill.data;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The tables that the Studio can load. Each is read or made when it is first asked for: the digits
 * are many.
 */
public final class Tables {

  private static final List<Entry> ALL =
      List.of(
          new Entry("fruits", TableFile::read),
          new Entry("lemonade", name -> lemonade()),
          new Entry("moons", name -> Shape.MOONS.table()),
          new Entry("circles", name -> Shape.CIRCLES.table()),
          new Entry("spirals", name -> Shape.SPIRALS.table()),
          new Entry("xor", name -> Shape.XOR.table()),
          new Entry("iris", TableFile::read),
          new Entry("digits", TableFile::readImages));

  private Tables() {}

  /** All of them, in the order in which they are best met. */
  public static List<Table> all() {
    return ALL.stream().map(Entry::table).toList();
  }

  /** The table of this name, if there is one. */
  public static Optional<Table> named(String name) {
    return ALL.stream().filter(each -> each.name.equals(name)).findFirst().map(Entry::table);
  }

  /** Their names, in the same order. */
  public static List<String> names() {
    return ALL.stream().map(each -> each.name).toList();
  }

  /** The same figures to which a line is fitted. */
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

  /** A name, and how its table comes about, once. */
  private static final class Entry {

    private final String name;
    private final Function<String, Table> maker;
    private @Nullable Table made;

    Entry(String name, Function<String, Table> maker) {
      this.name = name;
      this.maker = maker;
    }

    synchronized Table table() {
      if (made == null) {
        made = maker.apply(name);
      }
      return made;
    }
  }
}
