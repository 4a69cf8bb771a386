package downhill.lesson;

import downhill.data.DataSet;
import downhill.data.Table;
import downhill.descent.Interval;
import downhill.descent.Minimum;
import downhill.run.Ground;
import downhill.run.Landscapes;
import downhill.run.Tongue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A table of what there is before anything has moved: the loss of a curve, of a surface or of a few
 * lines, and the data behind these.
 *
 * @param caption what it shows; empty where it is the only one
 * @param heads of its columns
 * @param rows as text
 */
record Peek(String caption, List<String> heads, List<List<String>> rows) {

  /** So many that a reader can take them in, with the middle among them. */
  private static final int ROWS = 7;

  /** Lines from the one that lies flat to the best, and one beyond, as shares of that way. */
  private static final double[] ON_THE_WAY = {0, 0.25, 0.5, 0.75, 1, 1.25};

  /** The tables of some ground. */
  static List<Peek> at(Ground ground, Phrases phrases) {
    if (ground.trained() != null) {
      return List.of(of(ground.trained().table(), phrases));
    }
    if (ground.fit() != null) {
      return List.of(data(ground.fit().data(), phrases), lines(ground, phrases));
    }
    return List.of(ground.domain().size() > 1 ? surface(ground, phrases) : curve(ground, phrases));
  }

  private static Peek curve(Ground ground, Phrases phrases) {
    return new Peek(
        "",
        heads(phrases, "sim.table.w", "sim.table.loss", "sim.table.slope"),
        Arrays.stream(Landscapes.readings(ground, ROWS))
            .map(
                reading ->
                    List.of(
                        Figures.said(reading[0]),
                        Figures.exact(reading[1]),
                        Figures.exact(reading[2])))
            .toList());
  }

  /** The start, then the middle of the map and half way from there to its edges and corners. */
  private static Peek surface(Ground ground, Phrases phrases) {
    Interval across = ground.domain().get(0);
    Interval up = ground.domain().get(1);
    List<double[]> places = new ArrayList<>(List.of(ground.start()));
    for (int row = 3; row >= 1; row--) {
      for (int column = 1; column <= 3; column++) {
        places.add(
            new double[] {
              across.lo() + across.width() * column / 4, up.lo() + up.width() * row / 4
            });
      }
    }
    return new Peek(
        "",
        heads(phrases, "peek.x", "peek.y", "sim.table.loss", "peek.slope.x", "peek.slope.y"),
        rows(ground, places.stream()));
  }

  private static Peek data(DataSet data, Phrases phrases) {
    double[] x = data.x();
    double[] y = data.y();
    List<List<String>> rows =
        spread(x.length)
            .mapToObj(i -> List.of(String.valueOf(i + 1), Figures.whole(x[i]), Figures.whole(y[i])))
            .toList();
    return new Peek(
        phrases.page("peek.rows", rows.size(), x.length),
        List.of(
            phrases.page("sim.batches.row"),
            DataView.column(data, "x", phrases),
            DataView.column(data, "y", phrases)),
        rows);
  }

  /** A few rows of a table, spread over all of it, with what each is. */
  static Peek of(Table table, Phrases phrases) {
    List<String> heads = new ArrayList<>(List.of(phrases.page("sim.batches.row")));
    table.features().stream()
        .map(each -> each.unit().isEmpty() ? each.name() : each.name() + " (" + each.unit() + ")")
        .forEach(heads::add);
    heads.add(table.target());
    List<List<String>> rows = spread(table.rows()).mapToObj(i -> row(table, i)).toList();
    return new Peek(phrases.page("peek.rows", rows.size(), table.rows()), heads, rows);
  }

  private static List<String> row(Table table, int i) {
    List<String> row = new ArrayList<>(List.of(String.valueOf(i + 1)));
    Arrays.stream(table.row(i)).mapToObj(Figures::field).map(Tongue::number).forEach(row::add);
    row.add(
        table.sorts()
            ? table.kinds().get((int) table.y(i))
            : Tongue.number(Figures.field(table.y(i))));
    return row;
  }

  /** Row numbers from the first to the last, evenly apart. */
  private static IntStream spread(int rows) {
    return IntStream.range(0, ROWS).map(i -> i * (rows - 1) / (ROWS - 1)).distinct();
  }

  private static Peek lines(Ground ground, Phrases phrases) {
    double[] start = ground.start();
    Stream<double[]> lines =
        ground.minima().get().stream()
            .map(Minimum::w)
            .flatMap(best -> Arrays.stream(ON_THE_WAY).mapToObj(share -> on(start, best, share)));
    return new Peek(
        phrases.page("peek.lines"),
        heads(
            phrases,
            "peek.slope",
            "peek.intercept",
            "sim.table.loss",
            "peek.loss.slope",
            "peek.loss.intercept"),
        rows(ground, lines));
  }

  private static double[] on(double[] start, double[] best, double share) {
    return IntStream.range(0, start.length)
        .mapToDouble(i -> start[i] + share * (best[i] - start[i]))
        .toArray();
  }

  private static List<List<String>> rows(Ground ground, Stream<double[]> places) {
    return places
        .map(place -> Landscapes.reading(ground, place))
        .map(reading -> Arrays.stream(reading).mapToObj(Peek::rounded).toList())
        .toList();
  }

  /** What rounding leaves of a slope of zero is shown as zero. */
  private static String rounded(double x) {
    return Figures.said(Math.abs(x) < 1e-9 ? 0 : x);
  }

  private static List<String> heads(Phrases phrases, String... keys) {
    return Arrays.stream(keys).map(phrases::page).toList();
  }
}
