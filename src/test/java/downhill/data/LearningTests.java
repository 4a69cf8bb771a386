package downhill.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What networks make of the tables: all can be learned, and none by every network. */
class LearningTests {

  static LongStream seeds() {
    return LongStream.rangeClosed(1, 20);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void fruitsAreToldApartAtAMiddlingRateAndNotAtALargeOne(long seed) {
    assertThat(new Task("fruits", 16, 16, 0.1, 30).train(seed).accuracy()).isBetween(0.92, 0.995);
    Task.End large = new Task("fruits", 16, 16, 10, 30).train(seed);
    assertThat(large.accuracy() < 0.6 || large.loss() > large.firstLoss()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "moons, 16, 0.5, 30, 0.97",
    "circles, 16, 0.1, 30, 0.95",
    "spirals, 16, 0.5, 100, 0.9",
    "xor, 16, 0.1, 30, 0.97",
    "iris, 16, 0.1, 30, 0.95",
    "digits, 32, 0.1, 5, 0.95"
  })
  void aNetworkOfItsSizeLearnsIt(String table, int hidden, double rate, int rounds, double least) {
    for (long seed = 1; seed <= 3; seed++) {
      assertThat(new Task(table, hidden, 16, rate, rounds).train(seed).accuracy())
          .as("seed " + seed)
          .isGreaterThan(least);
    }
  }

  /** One relu unit folds the plane along one line, which is not enough. */
  @ParameterizedTest
  @CsvSource({"circles, 0.8", "spirals, 0.8", "xor, 0.85"})
  void oneUnitIsTooFew(String table, double most) {
    for (long seed = 1; seed <= 3; seed++) {
      assertThat(new Task(table, 1, 16, 0.1, 30).train(seed).accuracy()).isLessThan(most);
    }
  }
}
