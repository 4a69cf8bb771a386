package downhill.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class OwnPointsTests {

  @Test
  void linesOfATableBecomeTheShortFormAndReplaceTheData() {
    assertThat(OwnPoints.arranged(Map.of("data", "lemonade", "points", "x,y\r\n1,2\r\n3\t4\n 5 6")))
        .isEqualTo(Map.of("points", "1,2;3,4;5,6"));
  }

  @Test
  void theShortFormStaysAsItIs() {
    assertThat(OwnPoints.arranged(Map.of("points", "1,2;3,-4.5e2")))
        .isEqualTo(Map.of("points", "1,2;3,-4.5e2"));
  }

  @Test
  void anEmptyFieldLeavesTheData() {
    assertThat(OwnPoints.arranged(Map.of("data", "lemonade", "points", " \n")))
        .isEqualTo(Map.of("data", "lemonade"));
  }
}
