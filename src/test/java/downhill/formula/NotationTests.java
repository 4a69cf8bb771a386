package downhill.formula;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NotationTests {

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          0.1*w^2 + sin(2*w) + 1 | 0.1 * w**2 + np.sin(2 * w) + 1 | 0.1 * w**2 + torch.sin(2 * w) + 1  | 0.1 * pow(w, 2) + sin(2 * w) + 1
          1 - (2 - w)            | 1 - (2 - w)                    | 1 - (2 - w)                        | 1 - (2 - w)
          (1 - 2) - w            | 1 - 2 - w                      | 1 - 2 - w                          | 1.0 - 2.0 - w
          w*(w*w)                | w * (w * w)                    | w * (w * w)                        | w * (w * w)
          w/(2*w)                | w / (2 * w)                    | w / (2 * w)                        | w / (2 * w)
          1/2*w                  | 1 / 2 * w                      | 1 / 2 * w                          | 1.0 / 2.0 * w
          -w^2                   | -w**2                          | -w**2                              | -pow(w, 2)
          (-w)^2                 | (-w)**2                        | (-w)**2                            | pow(-w, 2)
          2^w^2                  | 2**w**2                        | 2**w**2                            | pow(2, pow(w, 2))
          (2^w)^2                | (2**w)**2                      | (2**w)**2                          | pow(pow(2, w), 2)
          2^-w                   | 2**-w                          | 2**-w                              | pow(2, -w)
          --w                    | -(-w)                          | -(-w)                              | -(-w)
          -(w*2)                 | -(w * 2)                       | -(w * 2)                           | -(w * 2)
          -w*2                   | -w * 2                         | -w * 2                             | -w * 2
          w - -2                 | w - -2                         | w - -2                             | w - -2.0
          sqrt(2)*w              | np.sqrt(2) * w                 | 1.4142135623730951 * w             | sqrt(2.0) * w
          max(0, w)              | np.maximum(0, w)               | torch.maximum(torch.tensor(0), w)  | max(0.0, w)
          abs(3)/2*w             | np.abs(3) / 2 * w              | 3 / 2 * w                          | abs(3.0) / 2.0 * w
          2*pi*w + e             | 2 * np.pi * w + np.e           | 2 * math.pi * w + math.e           | 2.0 * PI * w + E
          ln(w) - sign(w)        | np.log(w) - np.sign(w)         | torch.log(w) - torch.sign(w)       | log(w) - signum(w)
          min(w, 1/0)            | np.minimum(w, np.inf)          | torch.minimum(w, torch.tensor(math.inf)) | min(w, 1.0 / 0.0)
          min(w, ln(0))          | np.minimum(w, -np.inf)         | torch.minimum(w, torch.tensor(-math.inf)) | min(w, log(0.0))
          asin(w)^2              | np.arcsin(w)**2                | torch.asin(w)**2                   | pow(asin(w), 2)
          1e-9*w + 3e20          | 1e-9 * w + 3e20                | 1e-9 * w + 3e20                    | 1e-9 * w + 3e20
          3000000000*w           | 3000000000 * w                 | 3000000000 * w                     | 3000000000.0 * w
          """)
  void writesWhatALanguageReadsAlike(String formula, String numpy, String pytorch, String java) {
    Formula read = Formula.parse(formula);
    assertThat(read.in(Notation.NUMPY)).isEqualTo(numpy);
    assertThat(read.in(Notation.PYTORCH)).isEqualTo(pytorch);
    assertThat(read.in(Notation.JAVA)).isEqualTo(java);
  }

  @Test
  void writesFormulasThatReadBackToTheSameBits() {
    RandomFormulas formulas = new RandomFormulas(3);
    Random random = new Random(4);
    for (int i = 0; i < 2000; i++) {
      Formula formula = Formula.parse(formulas.next());
      Formula again = Formula.parse(formula.in(Notation.FORMULA));
      double[] w = random.doubles(2, -3, 3).toArray();
      assertThat(again.value(w)).as(formula.text()).isEqualTo(Double.valueOf(formula.value(w)));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "2, 2.0",
    "0.1, 0.1",
    "-3.5, -3.5",
    "1e-8, 1e-8",
    "123456789012345680, 1.2345678901234568e17",
    "0, 0.0",
    "4.9e-324, 4.94065645841247e-324",
    "1e23, 1e23",
    "0.30000000000000004, 0.30000000000000004"
  })
  void writesNumbersInFewDigitsThatReadBack(double number, String text) {
    assertThat(Notation.decimal(number)).isEqualTo(text);
    assertThat(Double.parseDouble(text)).isEqualTo(number);
  }
}
