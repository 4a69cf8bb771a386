package downhill.stream;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.run.FirstProgram;
import downhill.run.Runs;
import downhill.run.SpecJson;
import downhill.run.SpecReader;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/** A training's slices, worked one by one. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class ToilTests {

  @Autowired Runs runs;
  @Autowired SpecReader reader;

  private Toil toil(int from) {
    String spec = FirstProgram.spec(FirstProgram.TEXT, "", "");
    return new Toil("a", reader.read(SpecJson.mapper().readTree(spec), "spec"), from, runs);
  }

  private static int steps(Frame frame) {
    return SpecJson.mapper().readTree(frame.toString()).path("steps").size();
  }

  @Test
  void worksForNobodyWhoHasNotAsked() {
    Toil toil = toil(0);
    assertThat(toil.begin()).isTrue();
    assertThat(toil.begin()).isFalse();
    assertThat(toil.slice(() -> false).orElseThrow().toString()).contains("\"started\"");
    toil.rest();
    assertThat(toil.begin()).isFalse();
    toil.request(3);
    assertThat(toil.begin()).isTrue();
    assertThat(steps(toil.slice(() -> false).orElseThrow())).isEqualTo(3);
    toil.rest();
    assertThat(toil.begin()).isFalse();
  }

  @Test
  void leavesTheRestForTheNextSlice() {
    Toil toil = toil(0);
    toil.slice(() -> false);
    toil.request(10);
    assertThat(steps(toil.slice(() -> true).orElseThrow())).isEqualTo(1);
    assertThat(steps(toil.slice(() -> false).orElseThrow())).isEqualTo(9);
  }

  @Test
  void goesToAFarStepSliceBySlice() {
    Toil toil = toil(12);
    int[] asked = {0};
    assertThat(toil.slice(() -> ++asked[0] > 5)).isEmpty();
    assertThat(toil.slice(() -> false).orElseThrow().toString()).contains("\"k\":12,");
  }

  @Test
  void stopsWhereItIsOnceCancelled() {
    Toil toil = toil(0);
    toil.slice(() -> false);
    toil.request(30);
    toil.begin();
    toil.cancel();
    assertThat(steps(toil.slice(() -> false).orElseThrow())).isEqualTo(1);
    toil.rest();
    assertThat(toil.begin()).isFalse();
  }
}
