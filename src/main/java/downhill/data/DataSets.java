package downhill.data;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The data sets that come with the project. How each was made stands at the head of its file. */
public final class DataSets {

  private static final List<DataSet> ALL = List.of(read("lemonade"));

  private DataSets() {}

  /** All of them, in the order in which they are best met. */
  public static List<DataSet> all() {
    return ALL;
  }

  /** The data set of this name, if there is one. */
  public static Optional<DataSet> named(String name) {
    return ALL.stream().filter(set -> set.name().equals(name)).findFirst();
  }

  /** Notes begin with #, then comes a row of names, then the rows of numbers. */
  private static DataSet read(String name) {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(DataSets.class.getResourceAsStream(name + ".csv")),
                StandardCharsets.UTF_8))) {
      List<String[]> rows =
          reader
              .lines()
              .filter(line -> !line.startsWith("#"))
              .skip(1)
              .map(line -> line.split(",", -1))
              .toList();
      return new DataSet(name, column(rows, 0), column(rows, 1));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static double[] column(List<String[]> rows, int i) {
    return rows.stream().mapToDouble(row -> Double.parseDouble(row[i])).toArray();
  }
}
