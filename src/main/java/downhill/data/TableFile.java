package downhill.data;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * Reads the tables of kinds that are files. Where the figures come from stands at a file's head, in
 * lines that begin with #; then comes a row of names, a feature's with its unit after a stroke, and
 * then the rows, each with its kind at the end.
 */
final class TableFile {

  private static final String KIND = "kind";

  /** An image is so many pixels wide and high. */
  private static final int SIDE = 8;

  /** The ink of a pixel, 0 to 16, is one digit to this base. */
  private static final int BASE = 17;

  private TableFile() {}

  /** The table of a name, its rows written as numbers. */
  static Table read(String name) {
    List<String[]> lines = lines(name);
    String[] names = lines.remove(0);
    List<Table.Feature> features =
        Arrays.stream(names).limit(names.length - 1).map(TableFile::feature).toList();
    double[][] x = lines.stream().map(TableFile::numbers).toArray(double[][]::new);
    return table(name, features, x, lines);
  }

  /** The table of a name, its rows written as images: a character a pixel, row by row. */
  static Table readImages(String name) {
    List<String[]> lines = lines(name);
    lines.remove(0);
    List<Table.Feature> features = new ArrayList<>();
    for (int row = 1; row <= SIDE; row++) {
      for (int column = 1; column <= SIDE; column++) {
        features.add(new Table.Feature("p" + row + column, ""));
      }
    }
    double[][] x =
        lines.stream()
            .map(line -> line[0].chars().mapToDouble(c -> Character.digit(c, BASE)).toArray())
            .toArray(double[][]::new);
    return table(name, features, x, lines);
  }

  /** The kinds are in the order of the alphabet. */
  private static Table table(
      String name, List<Table.Feature> features, double[][] x, List<String[]> lines) {
    List<String> told = lines.stream().map(line -> line[line.length - 1]).toList();
    List<String> kinds = told.stream().distinct().sorted().toList();
    double[] y = told.stream().mapToDouble(kinds::indexOf).toArray();
    return new Table(name, features, kinds, KIND, x, y);
  }

  private static Table.Feature feature(String head) {
    String[] parts = head.split("/", 2);
    return new Table.Feature(parts[0], parts.length > 1 ? parts[1] : "");
  }

  private static double[] numbers(String[] line) {
    return Arrays.stream(line).limit(line.length - 1).mapToDouble(Double::parseDouble).toArray();
  }

  private static List<String[]> lines(String name) {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(TableFile.class.getResourceAsStream(name + ".csv")),
                StandardCharsets.UTF_8))) {
      List<String[]> lines = new ArrayList<>();
      reader
          .lines()
          .filter(line -> !line.startsWith("#"))
          .forEach(line -> lines.add(line.split(",", -1)));
      return lines;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
