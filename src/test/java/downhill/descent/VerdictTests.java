package downhill.descent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VerdictTests {

  @ParameterizedTest(name = "{0} from {1} at {2}: {5}")
  @CsvSource({
    "valley,             2.5, 0.1,   200, 1e-6, CONVERGED",
    "valley,             2.5, 0.9,   400, 1e-6, CONVERGED",
    "valley,             0,   0.1,   200, 1e-6, CONVERGED",
    "valley,             2.5, 0.001, 200, 1e-6, UNFINISHED",
    "valley,             2.5, 0.99,  200, 1e-6, UNFINISHED",
    "valley,             2.5, 1,     200, 1e-6, OSCILLATING",
    "valley,             2.5, 1.01,  2000, 1e-6, DIVERGED",
    "steep-valley,       2.5, 0.25,  200, 1e-6, CONVERGED",
    "steep-valley,       2.5, 0.5,   200, 1e-6, OSCILLATING",
    "steep-valley,       2.5, 0.51,  2000, 1e-6, DIVERGED",
    "gentle-valley,      5,   0.001, 200, 1e-6, UNFINISHED",
    "bumpy,              3.6, 0.05,  500, 1e-6, STUCK",
    "bumpy,              2.3, 0.05,  500, 1e-6, STUCK",
    "bumpy,              2.3, 0.05,  500, 0.3,  STUCK",
    "bumpy,             -5,   0.05,  500, 1e-6, STUCK",
    "bumpy,             -1.2, 0.05,  500, 1e-6, CONVERGED",
    "bumpy,              0,   0.05,  500, 1e-3, CONVERGED",
    "bumpy,              3.6, 0.7,   500, 1e-6, OSCILLATING",
    "double-well,        1.8, 0.02,  500, 1e-6, STUCK",
    "double-well,       -1.8, 0.02,  500, 1e-6, CONVERGED",
    "double-well,        1.8, 1,     500, 1e-6, DIVERGED",
    "plateau,            6,   0.1,   500, 1e-6, STUCK",
    "plateau,            4,   0.1,   500, 1e-6, UNFINISHED",
    "narrow-beside-wide, 4,   0.1,   500, 1e-6, STUCK",
    "flat-bottomed,      2.5, 1000,  500, 1e-6, DIVERGED",
    "flat-bottomed,      2.5, 0.1,   500, 1e-6, UNFINISHED",
  })
  void ofPlainDescent(
      String curve, double start, double rate, int steps, double tolerance, Verdict verdict) {
    Walk walk = Walk.on(curve).from(start).by(new Sgd(), rate).steps(steps).until(tolerance);
    assertThat(walk.verdict()).isEqualTo(verdict);
    assertIsTheSameOfForks(walk);
  }

  /** With the minimum known it would be falling still; without, it has fallen nearly all it did. */
  @Test
  void whereNoMinimumIsKnownAsMuchIsTakenToBeLeftAsHasBeenDone() {
    Landscape valley = Gallery.curve("valley").orElseThrow();
    Landscape unknown =
        new Landscape(
            "valley",
            valley.formula(),
            valley.objective(),
            valley.domain(),
            valley.start(),
            List.of());
    Walk knowing = Walk.on(valley).from(2.5).by(new Sgd(), 0.987).steps(200);
    Walk walk = Walk.on(unknown).from(2.5).by(new Sgd(), 0.987).steps(200);
    assertThat(knowing.verdict()).isEqualTo(Verdict.UNFINISHED);
    assertThat(walk.verdict()).isEqualTo(Verdict.OSCILLATING);
    assertIsTheSameOfForks(walk);
  }

  private static void assertIsTheSameOfForks(Walk walk) {
    Descent descent = walk.begin();
    int steps = 0;
    while (descent.hasNext()) {
      descent = descent.fork();
      descent.next();
      steps++;
    }
    assertThat(descent.verdict()).contains(walk.verdict());
    assertThat(walk.all()).hasSize(steps);
  }

  @Test
  void atASaddleIsNotConverged() {
    Walk walk = Walk.on("saddle").from(1.7, 0).by(new Sgd(), 0.1).steps(500).until(1e-6);
    assertThat(walk.verdict()).isEqualTo(Verdict.STUCK);
  }

  @Test
  void inEitherOfTwoEquallyLowValleysIsConverged() {
    for (double side : new double[] {0.4, -0.4}) {
      Walk walk = Walk.on("saddle").from(1, side).by(new Sgd(), 0.1).steps(500).until(1e-6);
      assertThat(walk.verdict()).isEqualTo(Verdict.CONVERGED);
    }
  }

  /** Chance alone makes the last quarter of some the best. */
  @Test
  void ofAConstantRateInNoiseIsOscillatingNineTimesInTen() {
    long oscillating =
        LongStream.range(0, 200)
            .mapToObj(seed -> Walk.on("valley").by(new Sgd(), 0.45).shaken(1, seed).steps(400))
            .filter(walk -> walk.until(1e-6).verdict() == Verdict.OSCILLATING)
            .count();
    assertThat(oscillating).isBetween(170L, 200L);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void inNoiseIsTheSameOfForks(long seed) {
    assertIsTheSameOfForks(Walk.on("valley").by(new Sgd(), 0.45).shaken(1, seed).steps(60));
    assertIsTheSameOfForks(Walk.on("valley").by(new Sgd(), 0.9).shaken(0.01, seed).steps(40));
  }

  @Test
  void stopsAtTheFirstStepWhoseSlopeIsBelowTheTolerance() {
    List<Step> steps = Walk.on("valley").by(new Sgd(), 0.1).steps(500).until(1e-3).all();
    assertThat(steps.get(steps.size() - 1).gradientNorm()).isLessThan(1e-3);
    assertThat(steps.subList(0, steps.size() - 1)).allMatch(step -> step.gradientNorm() >= 1e-3);
  }

  @Test
  void neverStopsEarlyAtToleranceZero() {
    assertThat(Walk.on("valley").by(new Sgd(), 0.5).steps(300).until(0).all()).hasSize(301);
  }

  @Test
  void lastStepOfADivergedRunIsTheLastFiniteOne() {
    List<Step> steps = Walk.on("flat-bottomed").by(new Sgd(), 1000).steps(500).all();
    Step last = steps.get(steps.size() - 1);
    assertThat(last.loss()).isFinite();
    assertThat(steps.size()).isBetween(2, 20);
  }

  @Test
  void aHighLossThatFallsIsNotDiverged() {
    Walk walk = Walk.on("valley").from(1e7).by(new Sgd(), 0.1).steps(500).until(1e-6);
    assertThat(walk.all().get(0).loss()).isGreaterThan(1e12);
    assertThat(walk.verdict()).isEqualTo(Verdict.CONVERGED);
  }
}
