package downhill.descent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BatchesTests {

  @ParameterizedTest
  @CsvSource({"60, 1", "60, 8", "60, 60", "7, 2", "2, 1", "500, 499", "500, 33", "1, 1"})
  void aPassUsesEachExampleOnce(int examples, int size) {
    Batches batches = new Batches(examples, size, 3);
    int[] all = IntStream.range(0, examples).toArray();
    for (int pass = 0; pass < 20; pass++) {
      int[] used = pass(batches, pass);
      Arrays.sort(used);
      assertThat(used).isEqualTo(all);
    }
  }

  @Test
  void theLastBatchOfAPassIsWhatIsLeftAndTheNextPassBeginsAfresh() {
    Batches batches = new Batches(60, 8, 1);
    assertThat(batches.updatesInPass()).isEqualTo(8);
    for (int t = 0; t < 24; t++) {
      assertThat(batches.pass(t)).isEqualTo(t / 8);
      assertThat(batches.rows(t)).hasSize(t % 8 == 7 ? 4 : 8);
    }
  }

  @Test
  void anOrderIsOfItsSeedAndItsPassAlone() {
    int[] order = pass(new Batches(60, 8, 5), 2);
    assertThat(pass(new Batches(60, 8, 5), 2)).isEqualTo(order);
    assertThat(pass(new Batches(60, 1, 5), 2)).isEqualTo(order);
    assertThat(pass(new Batches(60, 59, 5), 2)).isEqualTo(order);
    assertThat(pass(new Batches(60, 8, 5), 3)).isNotEqualTo(order);
    assertThat(pass(new Batches(60, 8, 6), 2)).isNotEqualTo(order);
  }

  @Test
  void everyExampleIsAsLikelyInEveryPlace() {
    int passes = 12_000;
    int[][] seen = new int[6][6];
    int[] order = new int[6];
    for (int pass = 0; pass < passes; pass++) {
      new Batches(6, 1, 11).deal(pass, order);
      for (int place = 0; place < 6; place++) {
        seen[order[place]][place]++;
      }
    }
    double expected = passes / 6.0;
    double chiSquare =
        Arrays.stream(seen)
            .flatMapToInt(Arrays::stream)
            .mapToDouble(count -> (count - expected) * (count - expected) / expected)
            .sum();
    assertThat(chiSquare).as("25 degrees of freedom").isBetween(8.0, 53.0);
  }

  @Test
  void everyOrderIsAsLikely() {
    int passes = 24_000;
    int[] seen = new int[4 * 4 * 4 * 4];
    int[] order = new int[4];
    for (int pass = 0; pass < passes; pass++) {
      new Batches(4, 2, 12).deal(pass, order);
      seen[((order[0] * 4 + order[1]) * 4 + order[2]) * 4 + order[3]]++;
    }
    int[] met = Arrays.stream(seen).filter(count -> count > 0).toArray();
    assertThat(met).hasSize(24);
    assertThat(Arrays.stream(met).boxed())
        .allSatisfy(count -> assertThat(count).isBetween(860, 1140));
  }

  @Test
  void anUpdateFeelsTheMeanOfItsOwnBatchHoweverSmall() {
    List<Step> steps = walk(new Batches(5, 2, 4), new Noise(0, 4), 30);
    for (int t = 0; t < 30; t++) {
      int[] rows = new Batches(5, 2, 4).rows(t);
      double mean = Arrays.stream(rows).mapToDouble(row -> TARGETS[row]).average().orElseThrow();
      double moved = steps.get(t).w()[0] - steps.get(t + 1).w()[0];
      assertThat(moved).isCloseTo(0.1 * 2 * (steps.get(t).w()[0] - mean), within(1e-14));
    }
  }

  @Test
  void aStepStillTellsTheLossAndTheSlopeOfEverything() {
    Objective all = new Targets();
    double[] slope = new double[1];
    for (Step step : walk(new Batches(5, 1, 4), new Noise(0, 4), 30)) {
      assertThat(step.loss()).isEqualTo(all.gradient(step.w(), slope));
      assertThat(step.gradient()).isEqualTo(slope);
    }
  }

  @Test
  void aBatchOfAllIsAll() {
    List<Step> all = walk(Batches.ALL, new Noise(0.2, 4), 30);
    List<Step> each = walk(new Batches(5, 5, 4), new Noise(0.2, 4), 30);
    assertThat(each.stream().map(Walk::bits)).isEqualTo(all.stream().map(Walk::bits).toList());
  }

  @Test
  void theOrderLeavesTheNoiseAsItIs() {
    List<Step> calm = walk(new Batches(5, 1, 4), new Noise(0, 4), 1);
    List<Step> shaken = walk(new Batches(5, 1, 4), new Noise(0.5, 4), 1);
    double[] noise = new double[1];
    new Noise(0.5, 4).shake(noise, 0);
    assertThat(shaken.get(1).w()[0] - calm.get(1).w()[0]).isCloseTo(-0.1 * noise[0], within(1e-15));
  }

  @ParameterizedTest
  @CsvSource({"5, 0", "5, 6", "5, -1", "0, 1"})
  void refusesASizeThatCannotBe(int examples, int size) {
    assertThatIllegalArgumentException().isThrownBy(() -> new Batches(examples, size, 1));
  }

  @Test
  void refusesBatchesOfOtherData() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> walk(new Batches(6, 2, 1), new Noise(0, 1), 1))
        .withMessageContaining("6")
        .withMessageContaining("5");
  }

  private static int[] pass(Batches batches, int pass) {
    int first = pass * batches.updatesInPass();
    return IntStream.range(first, first + batches.updatesInPass())
        .flatMap(t -> Arrays.stream(batches.rows(t)))
        .toArray();
  }

  private static List<Step> walk(Batches batches, Noise noise, int steps) {
    Plan plan =
        new Plan(
            new Targets(),
            new double[] {3},
            List.of(new Plan.Leg(0, new Sgd(), 0.1)),
            ScheduleKind.CONSTANT.make(),
            batches,
            noise,
            steps,
            0,
            List::of);
    Iterable<Step> descent = () -> new Descent(plan);
    return StreamSupport.stream(descent.spliterator(), false).toList();
  }

  private static final double[] TARGETS = {-1, 0.5, 2, 7, 1.25};

  /** The mean of the squared distances to a few targets. */
  private static final class Targets implements Objective {

    @Override
    public int dimension() {
      return 1;
    }

    @Override
    public int examples() {
      return TARGETS.length;
    }

    @Override
    public double value(double[] w) {
      return Arrays.stream(TARGETS).map(x -> (w[0] - x) * (w[0] - x)).average().orElseThrow();
    }

    @Override
    public double gradient(double[] w, double[] into) {
      gradient(w, IntStream.range(0, TARGETS.length).toArray(), 0, TARGETS.length, into);
      return value(w);
    }

    @Override
    public void gradient(double[] w, int[] rows, int first, int end, double[] into) {
      into[0] =
          Arrays.stream(rows, first, end)
              .mapToDouble(row -> 2 * (w[0] - TARGETS[row]))
              .average()
              .orElseThrow();
    }
  }
}
