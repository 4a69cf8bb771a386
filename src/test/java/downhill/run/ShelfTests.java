package downhill.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ShelfTests {

  private int made;

  @Test
  void makesNothingTwiceButWhatNobodyAskedForLately() {
    Shelf<String, String> shelf = new Shelf<>(2);
    assertThat(take(shelf, "a")).isEqualTo("a 1");
    assertThat(take(shelf, "b")).isEqualTo("b 2");
    assertThat(take(shelf, "a")).isEqualTo("a 1");
    assertThat(take(shelf, "c")).isEqualTo("c 3");
    assertThat(take(shelf, "a")).isEqualTo("a 1");
    assertThat(take(shelf, "b")).isEqualTo("b 4");
  }

  private String take(Shelf<String, String> shelf, String key) {
    return shelf.get(key, () -> key + " " + ++made);
  }
}
