package downhill.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DigitsTests {

  private static final int MANY = 200_000;

  @ParameterizedTest
  @CsvSource({
    "0, 0.0",
    "-0.0, -0.0",
    "1, 1.0",
    "9999999, 9999999.0",
    "1e7, 1.0E7",
    "0.001, 0.001",
    "0.00099, 9.9E-4",
    "2e23, 2.0E23",
    "8.41e21, 8.41E21",
    "2.2250738585072014e-308, 2.2250738585072014E-308",
    "4.9e-324, 4.9E-324",
    "9.9e-324, 9.9E-324",
    "1.5e-323, 1.5E-323",
    "1.7976931348623157e308, 1.7976931348623157E308",
    "9007199254740993, 9.007199254740992E15",
    "-123.456, -123.456",
  })
  void writesWhatEveryReaderKnows(double x, String digits) {
    assertThat(written(x)).isEqualTo(digits);
  }

  /** What writes all other numbers of the contract. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void writesAsTheRestOfTheContractDoes(long seed) {
    SplittableRandom chance = new SplittableRandom(seed);
    for (int i = 0; i < MANY; i++) {
      sameAsTheRest(Double.longBitsToDouble(chance.nextLong()));
      sameAsTheRest(chance.nextInt() / Math.pow(10, chance.nextInt(12)));
      sameAsTheRest(chance.nextInt());
      sameAsTheRest(Math.scalb(1.0, chance.nextInt(-1074, 1024)));
    }
  }

  private static void sameAsTheRest(double x) {
    if (Double.isFinite(x)) {
      assertThat(written(x)).isEqualTo(SpecJson.shortest(x));
    }
  }

  private static String written(double x) {
    byte[] bytes = new byte[Digits.MOST];
    return new String(bytes, 0, Digits.write(x, bytes, 0), StandardCharsets.US_ASCII);
  }
}
