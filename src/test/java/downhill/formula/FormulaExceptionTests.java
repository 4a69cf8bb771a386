package downhill.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import downhill.formula.FormulaException.Problem;
import java.util.EnumSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormulaExceptionTests {

  private static final String[] PIECES = {
    "w", "x", "y", "pi", "e", "sin", "min", "pow", "sqrt", "ln", "log2", "sn", "1", "2.5", ".", "0",
    "1e3", "1e", "1e999", "+", "-", "*", "/", "^", "(", ")", ",", "(", ")", " ", "\t", "−", "·",
    "²", "|", "#", "é", "😀", "\ud83d", "\u0000", "∞", "_", "\u0660", "sin(", "max(", "^-", "--",
    ")("
  };

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          ""          | 0 | EMPTY                       |        | w^2
          "   "       | 3 | EMPTY                       |        | w^2
          w $ 2       | 2 | UNKNOWN_CHARACTER           | $      |
          w**2        | 1 | UNKNOWN_CHARACTER           | **     | ^
          w²          | 1 | UNKNOWN_CHARACTER           | ²      | ^2
          w+😀        | 2 | UNKNOWN_CHARACTER           | 😀     |
          2*sn(w)     | 2 | UNKNOWN_NAME                | sn     | sin
          squrt(w)    | 0 | UNKNOWN_NAME                | squrt  | sqrt
          isn(w)      | 0 | UNKNOWN_NAME                | isn    | sin
          Sin(w)      | 0 | UNKNOWN_NAME                | Sin    | sin
          log(w)      | 0 | UNKNOWN_NAME                | log    | ln
          arctan(w)   | 0 | UNKNOWN_NAME                | arctan | atan
          W^2         | 0 | UNKNOWN_NAME                | W      | w
          1 + xy      | 4 | UNKNOWN_NAME                | xy     | x*y
          2*piw       | 2 | UNKNOWN_NAME                | piw    | pi*w
          theta^2     | 0 | UNKNOWN_NAME                | theta  |
          a + 1       | 0 | UNKNOWN_NAME                | a      |
          1.2.3       | 0 | MALFORMED_NUMBER            | 1.2.3  |
          w + .       | 4 | MALFORMED_NUMBER            | .      |
          1e5.5       | 0 | MALFORMED_NUMBER            | 1e5.5  |
          w*1e999     | 2 | NUMBER_TOO_LARGE            | 1e999  |
          3*          | 2 | MISSING_OPERAND             | ""     |
          w*/2        | 2 | MISSING_OPERAND             | /      |
          ()          | 1 | MISSING_OPERAND             | )      |
          *w          | 0 | MISSING_OPERAND             | *      |
          min(w,)     | 6 | MISSING_OPERAND             | )      |
          -           | 1 | MISSING_OPERAND             | ""     |
          2w          | 1 | IMPLICIT_MULTIPLICATION     | w      | 2*w
          1 + w w     | 6 | IMPLICIT_MULTIPLICATION     | w      | w*w
          2(w+1)      | 1 | IMPLICIT_MULTIPLICATION     | (      | 2*(…)
          (w)(w)      | 3 | IMPLICIT_MULTIPLICATION     | (      | (…)*(…)
          2sin(w)     | 1 | IMPLICIT_MULTIPLICATION     | sin    | 2*sin(…)
          2e          | 1 | IMPLICIT_MULTIPLICATION     | e      | 2*e
          w(3)        | 1 | IMPLICIT_MULTIPLICATION     | (      | w*(…)
          (w+1        | 4 | MISSING_CLOSING_PARENTHESIS | ""     |
          sin(w       | 5 | MISSING_CLOSING_PARENTHESIS | ""     |
          w+1)        | 3 | MISSING_OPENING_PARENTHESIS | )      |
          1,5*w       | 1 | MISPLACED_COMMA             | ,      | 1.5
          (w,2)       | 2 | MISPLACED_COMMA             | ,      |
          sin w       | 0 | MISSING_ARGUMENTS           | sin    | sin(…)
          w + exp     | 4 | MISSING_ARGUMENTS           | exp    | exp(…)
          sin()       | 0 | WRONG_NUMBER_OF_ARGUMENTS   | sin    | sin(…)
          min(w)      | 0 | WRONG_NUMBER_OF_ARGUMENTS   | min    | min(…, …)
          max(1,2,w)  | 0 | WRONG_NUMBER_OF_ARGUMENTS   | max    | max(…, …)
          w + x       | 4 | MIXED_VARIABLES             | x      |
          x*y*w       | 4 | MIXED_VARIABLES             | w      |
          """)
  void saysWhatIsWrongAndWhere(
      String text, int position, Problem problem, String found, String suggestion) {
    FormulaException thrown = refusal(text);
    assertThat(thrown.problem()).isEqualTo(problem);
    assertThat(thrown.position()).isEqualTo(position);
    assertThat(thrown.found()).isEqualTo(found == null ? "" : found);
    assertThat(thrown.suggestion().orElse(null)).isEqualTo(suggestion);
    assertThat(thrown).hasMessageStartingWith("Character " + (position + 1) + ": ");
  }

  @Test
  void speaksInSentences() {
    assertThat(refusal("3 + sn(w)"))
        .hasMessage("Character 5: `sn` is not a name that formulas know. Did you mean `sin`?");
    assertThat(refusal("2w"))
        .hasMessage("Character 2: a multiplication sign is missing before `w`. Write `2*w`.");
    assertThat(refusal("(w"))
        .hasMessage("Character 3: a closing parenthesis is missing before the end.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"(", "-", "sin(", "w^", "2*(", "min(1,"})
  void refusesWhatIsNestedTooDeep(String piece) {
    assertThat(refusal(piece.repeat(100_000)).problem()).isEqualTo(Problem.TOO_DEEP);
  }

  @Test
  void readsWhatIsNestedDeep() {
    assertThat(Formula.parse("(".repeat(199) + "w" + ")".repeat(199)).value(new double[] {3}))
        .isEqualTo(3);
  }

  @Test
  void quotesNoMoreThanALine() {
    assertThat(refusal("q".repeat(10_000)).getMessage()).hasSizeLessThan(120);
  }

  @Test
  void readsOrRefusesWhateverItIsGiven() {
    Random random = new Random(20260115);
    Set<Problem> seen = EnumSet.noneOf(Problem.class);
    int read = 0;
    for (int i = 0; i < 100_000; i++) {
      StringBuilder text = new StringBuilder();
      int length = random.nextInt(14);
      for (int j = 0; j < length; j++) {
        text.append(PIECES[random.nextInt(PIECES.length)]);
      }
      try {
        Formula formula = Formula.parse(text.toString());
        double[] gradient = new double[formula.dimension()];
        double value = formula.gradient(new double[] {0.5, -1.5}, gradient);
        assertThat(Double.valueOf(formula.value(new double[] {0.5, -1.5})))
            .isEqualTo(Double.valueOf(value));
        read++;
      } catch (FormulaException refusal) {
        seen.add(refusal.problem());
        assertThat(refusal.position()).isBetween(0, text.length());
      }
    }
    assertThat(read).isGreaterThan(1_000);
    assertThat(EnumSet.complementOf(EnumSet.copyOf(seen))).containsExactly(Problem.TOO_DEEP);
  }

  private static FormulaException refusal(String text) {
    return assertThatExceptionOfType(FormulaException.class)
        .isThrownBy(() -> Formula.parse(text))
        .actual();
  }
}
