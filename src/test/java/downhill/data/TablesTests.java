package downhill.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class TablesTests {

  static Stream<Table> tables() {
    return Tables.all().stream();
  }

  @Test
  void areNamedInTheOrderInWhichTheyAreMet() {
    assertThat(Tables.names())
        .isEqualTo(tables().map(Table::name).toList())
        .startsWith("fruits", "lemonade")
        .doesNotHaveDuplicates();
    assertThat(Tables.named("fruit")).isEmpty();
    assertThat(Tables.named("iris")).containsSame(Tables.named("iris").orElseThrow());
  }

  @ParameterizedTest
  @CsvSource({
    "fruits, 200, 4, 4",
    "lemonade, 60, 1, 0",
    "moons, 200, 2, 2",
    "circles, 200, 2, 2",
    "spirals, 200, 2, 2",
    "xor, 200, 2, 2",
    "iris, 150, 4, 3",
    "digits, 1797, 64, 10"
  })
  void haveTheirRowsFeaturesAndKinds(String name, int rows, int width, int kinds) {
    Table table = Tables.named(name).orElseThrow();
    assertThat(table.rows()).isEqualTo(rows);
    assertThat(table.width()).isEqualTo(width);
    assertThat(table.kinds()).hasSize(kinds).doesNotHaveDuplicates();
    assertThat(table.sorts()).isEqualTo(kinds > 0);
  }

  @ParameterizedTest
  @MethodSource("tables")
  void areWrittenByNamesOfTheLanguage(Table table) {
    assertThat(table.features())
        .extracting(Table.Feature::name)
        .allMatch(name -> name.matches("[a-z][a-z0-9_]*"))
        .doesNotHaveDuplicates();
    assertThat(table.features()).extracting(Table.Feature::unit).allMatch(u -> !u.contains("/"));
    assertThat(Stream.concat(table.kinds().stream(), Stream.of(table.target())))
        .allMatch(name -> name.matches("[a-z0-9_]+"));
  }

  @ParameterizedTest
  @MethodSource("tables")
  void areWholeAndDifferFromRowToRow(Table table) {
    Set<List<Double>> rows = new HashSet<>();
    for (double[] row : table.x()) {
      assertThat(row).hasSize(table.width());
      assertThat(Arrays.stream(row).allMatch(Double::isFinite)).isTrue();
      rows.add(Arrays.stream(row).boxed().toList());
    }
    assertThat(rows).hasSizeGreaterThan(table.rows() * 3 / 4);
  }

  /** All but the digits, which are as people wrote them, have as many of each kind. */
  @ParameterizedTest
  @MethodSource("tables")
  void haveAboutAsManyOfEachKind(Table table) {
    int[] counts = new int[table.kinds().size()];
    for (int i = 0; table.sorts() && i < table.rows(); i++) {
      counts[(int) table.y(i)]++;
    }
    double each = (double) table.rows() / counts.length;
    double slack = table.name().equals("digits") ? 7 : 0;
    assertThat(Arrays.stream(counts).boxed()).allMatch(count -> Math.abs(count - each) <= slack);
  }

  /** One number for all the bits. */
  @ParameterizedTest
  @CsvSource({"moons, -533050156", "circles, -1874466447", "spirals, 1798999452", "xor, 681099187"})
  void areMadeUpOfTheSameBitsEverywhere(String name, int bits) {
    Table table = Tables.named(name).orElseThrow();
    assertThat(Arrays.deepHashCode(table.x())).isEqualTo(bits);
  }

  @Test
  void apartFromAGapXorIsOneKindWhereTheSignsAgree() {
    Table table = Tables.named("xor").orElseThrow();
    for (int i = 0; i < table.rows(); i++) {
      double[] row = table.row(i);
      assertThat(table.kinds().get((int) table.y(i)))
          .isEqualTo(row[0] * row[1] > 0 ? "same" : "different");
    }
  }

  @Test
  void fruitsAreSizedLikeFruits() {
    Table fruits = Tables.named("fruits").orElseThrow();
    assertThat(fruits.kinds()).containsExactly("apple", "lemon", "peach", "plum");
    assertThat(column(fruits, 0)).allMatch(grams -> grams > 20 && grams < 400);
    assertThat(column(fruits, 2)).allMatch(red -> red >= 0 && red <= 1);
  }

  /** The first digit of the set, as it is drawn in the descriptions of it. */
  @Test
  void digitsAreImagesFromTheTopLeft() {
    Table digits = Tables.named("digits").orElseThrow();
    assertThat(digits.kinds()).containsExactly("0", "1", "2", "3", "4", "5", "6", "7", "8", "9");
    assertThat(digits.features().get(10).name()).isEqualTo("p23");
    assertThat(digits.row(0)).startsWith(0, 0, 5, 13, 9, 1, 0, 0, 0, 0, 13, 15, 10, 15, 5, 0);
    assertThat(digits.y(0)).isZero();
    assertThat(Arrays.stream(digits.x()))
        .allMatch(row -> Arrays.stream(row).allMatch(ink -> ink <= 16));
  }

  /** The means in the paper's tables: sepals of setosa, petals of virginica. */
  @Test
  void irisesHaveFishersMeans() {
    Table iris = Tables.named("iris").orElseThrow();
    assertThat(mean(iris, "setosa")).startsWith(5.006, 3.428, 1.462, 0.246);
    assertThat(mean(iris, "virginica")).startsWith(6.588, 2.974, 5.552, 2.026);
  }

  private static double[] mean(Table table, String kind) {
    return IntStream.range(0, table.width())
        .mapToDouble(
            j ->
                IntStream.range(0, table.rows())
                    .filter(i -> table.kinds().get((int) table.y(i)).equals(kind))
                    .mapToDouble(i -> table.row(i)[j])
                    .average()
                    .orElseThrow())
        .map(mean -> Math.rint(mean * 1000) / 1000)
        .toArray();
  }

  private static Stream<Double> column(Table table, int j) {
    return Arrays.stream(table.x()).map(row -> row[j]);
  }

  @Test
  void fileHeadsSayWhereFiguresAreFrom() throws Exception {
    for (String name : List.of("fruits", "lemonade", "iris", "digits")) {
      try (var file = Tables.class.getResourceAsStream(name + ".csv")) {
        String head =
            new String(file.readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .takeWhile(line -> line.startsWith("#"))
                .collect(Collectors.joining());
        assertThat(head).matches(".*(made up by src/test/python/|licensed CC BY 4.0).*");
      }
    }
  }
}
