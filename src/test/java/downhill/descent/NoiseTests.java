package downhill.descent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NoiseTests {

  private static final int MANY = 200_000;

  @ParameterizedTest
  @CsvSource({"0.5, 1", "1, 0", "3, 9007199254740991"})
  void isNormalWithTheDeviationItNames(double deviation, long seed) {
    double[] noise = component(new Noise(deviation, seed), 1, 0);
    double mean = Arrays.stream(noise).average().orElseThrow();
    double variance = Arrays.stream(noise).map(x -> (x - mean) * (x - mean)).sum() / MANY;
    double fourth = Arrays.stream(noise).map(x -> Math.pow(x - mean, 4)).sum() / MANY;
    assertThat(mean / deviation).isCloseTo(0, within(4 / Math.sqrt(MANY)));
    assertThat(Math.sqrt(variance) / deviation).isCloseTo(1, within(4 / Math.sqrt(2.0 * MANY)));
    assertThat(fourth / (variance * variance)).isCloseTo(3, within(4 * Math.sqrt(24.0 / MANY)));
    assertThat(share(noise, deviation)).isCloseTo(0.6827, within(0.005));
    assertThat(share(noise, 2 * deviation)).isCloseTo(0.9545, within(0.003));
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 2, 12345})
  void hasNoMemory(long seed) {
    double[] noise = component(new Noise(1, seed), 1, 0);
    for (int lag = 1; lag <= 3; lag++) {
      double[] later = Arrays.copyOfRange(noise, lag, MANY);
      assertThat(correlation(noise, later)).isCloseTo(0, within(4.5 / Math.sqrt(MANY)));
    }
  }

  @Test
  void isIndependentFromParameterToParameterAndFromSeedToSeed() {
    double[] first = component(new Noise(1, 7), 3, 0);
    double[] second = component(new Noise(1, 7), 3, 1);
    double[] third = component(new Noise(1, 7), 3, 2);
    double[] nextSeed = component(new Noise(1, 8), 3, 0);
    double allowed = 4.5 / Math.sqrt(MANY);
    assertThat(correlation(first, second)).isCloseTo(0, within(allowed));
    assertThat(correlation(second, third)).isCloseTo(0, within(allowed));
    assertThat(correlation(first, nextSeed)).isCloseTo(0, within(allowed));
    assertThat(correlation(first, Arrays.copyOfRange(second, 1, MANY)))
        .isCloseTo(0, within(allowed));
  }

  @Test
  void isTheSameForTheSameSeedWhateverElseChanges() {
    double[] alone = component(new Noise(1, 42), 1, 0);
    assertThat(component(new Noise(1, 42), 2, 0)).isEqualTo(alone);
    double[] twice = Arrays.stream(component(new Noise(2, 42), 1, 0)).map(x -> x / 2).toArray();
    assertThat(twice).isEqualTo(alone);
    assertThat(component(new Noise(1, 43), 1, 0)).isNotEqualTo(alone);
  }

  @Test
  void doesNotDependOnTheRuleTheRateOrTheSchedule() {
    Schedule falling = ScheduleKind.INVERSE_TIME.make(0.05);
    List<double[]> felt =
        List.of(
            felt(Walk.on("valley").by(new Sgd(), 0.1)),
            felt(Walk.on("valley").by(new Sgd(), 0.003).under(falling)),
            felt(Walk.on("bumpy").from(-5).by(new Sgd(), 0.02)));
    for (double[] other : felt) {
      for (int t = 0; t < 100; t++) {
        assertThat(other[t]).isCloseTo(felt.get(0)[t], within(1e-9));
      }
    }
  }

  @Test
  void leavesTheReportedGradientAsItIs() {
    for (Step step : Walk.on("valley").by(new Sgd(), 0.1).shaken(1, 5).all()) {
      assertThat(step.gradient()[0]).isEqualTo(2 * step.w()[0]);
    }
  }

  @Test
  void ofDeviationZeroChangesNoBit() {
    double[] gradient = {0.1, -0.0, 1e-310};
    new Noise(0, 3).shake(gradient, 9);
    assertThat(gradient).containsExactly(0.1, -0.0, 1e-310);
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.1, Double.NaN, Double.POSITIVE_INFINITY})
  void refusesADeviationThatIsNone(double deviation) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Noise(deviation, 1))
        .withMessageContaining("noise")
        .withMessageContaining(String.valueOf(deviation));
  }

  /** What was added to the slope, got back from plain descent's steps. */
  private static double[] felt(Walk walk) {
    List<Step> steps = walk.shaken(0.3, 11).steps(100).all();
    double[] felt = new double[100];
    for (int t = 0; t < 100; t++) {
      double moved = steps.get(t).w()[0] - steps.get(t + 1).w()[0];
      double rate = steps.get(t + 1).learningRate();
      felt[t] = moved / rate - steps.get(t).gradient()[0];
    }
    return felt;
  }

  private static double[] component(Noise noise, int n, int i) {
    double[] component = new double[MANY];
    for (int t = 0; t < MANY; t++) {
      double[] gradient = new double[n];
      noise.shake(gradient, t);
      component[t] = gradient[i];
    }
    return component;
  }

  private static double share(double[] noise, double within) {
    return Arrays.stream(noise).filter(x -> Math.abs(x) < within).count() / (double) MANY;
  }

  private static double correlation(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < Math.min(a.length, b.length); i++) {
      sum += a[i] * b[i];
    }
    return sum / MANY;
  }
}
