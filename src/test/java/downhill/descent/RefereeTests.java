package downhill.descent;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefereeTests {

  private static final double FAR = 5;

  /**
   * Of four steps the last two are looked at, so one turn is often. The first place is far from the
   * others: a move that was measured from it would point the other way.
   */
  @ParameterizedTest(name = "{0}, {1}, {2}, {3}: {4}")
  @CsvSource({
    "0, 1, 2,   3,  UNFINISHED",
    "0, 1, 0.5, 0,  OSCILLATING",
    "0, 1, 2,   1,  OSCILLATING",
    "6, 1, 0,  -1,  UNFINISHED",
    "0, 6, 7,   8,  UNFINISHED",
  })
  void countsTheTurnsOfTheLastQuarterOnly(
      double first, double second, double third, double fourth, Verdict verdict) {
    Referee referee = new Referee(Walk.on("valley").from(FAR).by(new Sgd(), 0.1).steps(4).plan());
    assertThat(verdictOver(referee, FAR, first, second, third, fourth)).isEqualTo(verdict);
  }

  /** All at one height, so that nothing but the moves decides. */
  private static @Nullable Verdict verdictOver(Referee referee, double... places) {
    Verdict verdict = null;
    for (int k = 0; k < places.length; k++) {
      assertThat(verdict).isNull();
      verdict = referee.judge(k, new double[] {places[k]}, 1, 1);
    }
    return verdict;
  }
}
