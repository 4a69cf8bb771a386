package downhill.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OwnGroundTests {

  private static final Map<String, String> FORM =
      Map.of(
          "landscape", "surface.ravine",
          "formula", "w^2",
          "domain", "-5,5",
          "heights", "1, 2",
          "drawn", "-1, 1",
          "steps", "50");

  @Test
  void theWayThatWasPressedCountsAndNotTheOneThatWasThere() {
    assertThat(arranged("formula,gallery")).isEqualTo(Map.of("surface", "ravine", "steps", "50"));
    assertThat(arranged("gallery,formula"))
        .isEqualTo(Map.of("formula", "w^2", "domain", "-5,5", "steps", "50"));
    assertThat(arranged("heights"))
        .isEqualTo(Map.of("heights", "1, 2", "domain", "-1, 1", "steps", "50"));
  }

  @Test
  void theShortFormStaysAsItIs() {
    Map<String, String> link = Map.of("formula", "w^2", "domain", "-5,5");
    assertThat(OwnGround.arranged(link)).isEqualTo(link);
  }

  private static Map<String, String> arranged(String way) {
    Map<String, String> query = new HashMap<>(FORM);
    query.put("ground", way);
    return OwnGround.arranged(query);
  }
}
