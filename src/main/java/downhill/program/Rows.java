package downhill.program;

import static java.util.stream.Collectors.joining;

import downhill.data.Table;
import downhill.formula.Notation;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What a program says of the rows of a table: all of them, where they are from and what they are.
 */
final class Rows {

  private static final int WIDTH = 88;

  private static final Pattern LINE = Pattern.compile("(.{1," + WIDTH + "})(?: |$)");

  /** More features than these are named by the first and the last. */
  private static final int MOST_NAMES = 8;

  private final Table table;
  private final Draft draft;

  Rows(Table table, Draft draft) {
    this.table = table;
    this.draft = draft;
  }

  /**
   * Writes the table.
   *
   * @param source where it is from, and its licence, in ASCII
   */
  void write(String source) {
    String remarks =
        Stream.of(source, columns())
            .flatMap(text -> LINE.matcher(text).results())
            .map(line -> filled("remark", "line", line.group(1)))
            .collect(joining());
    draft.put("remarks", remarks);
    boolean compact = canBeCompact();
    draft.put(
        "rows of a table",
        IntStream.range(0, table.rows())
            .mapToObj(i -> compact ? image(i) : numbers(i))
            .collect(joining()));
    draft.constant(compact ? "table of images" : "table");
  }

  private String columns() {
    List<String> names = table.features().stream().map(Table.Feature::name).toList();
    String features =
        names.size() > MOST_NAMES
            ? names.get(0) + " to " + names.get(names.size() - 1)
            : String.join(", ", names);
    String kinds =
        IntStream.range(0, table.kinds().size())
            .mapToObj(i -> named(i, table.kinds().get(i)))
            .collect(joining(", "));
    String target = table.target() + (table.sorts() ? ": " + kinds : "");
    return "A row: " + features + "; " + target + ".";
  }

  private static String named(int i, String kind) {
    return kind.equals(String.valueOf(i)) ? kind : i + " " + kind;
  }

  /** Whether each number of the table, of which there are many, can be one character. */
  private boolean canBeCompact() {
    return table.width() > MOST_NAMES
        && table.sorts()
        && table.kinds().size() <= Character.MAX_RADIX
        && Arrays.stream(table.x())
            .flatMapToDouble(Arrays::stream)
            .allMatch(x -> x >= 0 && x < Character.MAX_RADIX && x == Math.rint(x));
  }

  private String image(int i) {
    return filled(
        "row of images",
        "row",
        DoubleStream.concat(Arrays.stream(table.row(i)), DoubleStream.of(table.y(i)))
            .mapToObj(x -> Integer.toString((int) x, Character.MAX_RADIX))
            .collect(joining()));
  }

  private String numbers(int i) {
    String target = table.sorts() ? String.valueOf((int) table.y(i)) : Notation.decimal(table.y(i));
    Stream<String> features = Arrays.stream(table.row(i)).mapToObj(Notation::decimal);
    return filled(
        "row of a table", "row", Stream.concat(features, Stream.of(target)).collect(joining(", ")));
  }

  private String filled(String piece, String place, String text) {
    draft.put(place, text);
    return draft.fill(piece);
  }
}
