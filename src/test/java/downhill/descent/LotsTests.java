package downhill.descent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LotsTests {

  /** The 99.99 % point of χ² with 19 degrees of freedom. */
  private static final double UNLIKELY = 52.39;

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 2, 3, 9007199254740991L})
  void everyPlaceIsAsLikelyAsAnyOther(long seed) {
    Lots lots = new Lots(seed);
    int[] counts = new int[20];
    IntStream.range(0, 20_000).forEach(i -> counts[(int) lots.start(i, 0, 20)]++);
    assertThat(distance(counts)).isLessThan(UNLIKELY);
  }

  /** What a reader sees who draws again and again: the first start of each of many seeds. */
  @Test
  void neighbouringSeedsHaveNothingInCommon() {
    int[] counts = new int[20];
    double[] first =
        LongStream.range(0, 20_000).mapToDouble(seed -> new Lots(seed).start(0, 0, 20)).toArray();
    for (double start : first) {
      counts[(int) start]++;
    }
    assertThat(distance(counts)).isLessThan(UNLIKELY);
    double together =
        IntStream.range(1, first.length)
            .mapToDouble(i -> (first[i] - 10) * (first[i - 1] - 10))
            .average()
            .orElseThrow();
    assertThat(together / (400 / 12.0)).isCloseTo(0, within(4 / Math.sqrt(first.length)));
  }

  @Test
  void staysWithinTheRangeAndIsTheSameForEver() {
    Lots lots = new Lots(1);
    assertThat(IntStream.range(0, 1000).mapToDouble(i -> lots.start(i, -6, 6)))
        .allMatch(w -> w >= -6 && w < 6);
    assertThat(IntStream.range(0, 1000).mapToLong(lots::seed))
        .allMatch(seed -> seed >= 0 && seed < 1L << 53)
        .doesNotHaveDuplicates();
    assertThat(new double[] {lots.start(0, -6, 6), lots.start(1, -6, 6)})
        .isEqualTo(new double[] {0.8456061022872774, -0.28299084631273796});
  }

  private static double distance(int[] counts) {
    double expected = 20_000 / 20.0;
    return IntStream.of(counts).mapToDouble(n -> (n - expected) * (n - expected) / expected).sum();
  }
}
