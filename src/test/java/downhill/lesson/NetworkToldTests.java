package downhill.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.descent.Step;
import downhill.descent.Verdict;
import downhill.run.Completed;
import downhill.run.Runs;
import downhill.run.ShortForm;
import downhill.run.Trained;
import downhill.studio.Examples;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/** What the lesson of the network says, trained. */
@SpringBootTest
class NetworkToldTests {

  @Autowired Ran ran;
  @Autowired Runs runs;
  @Autowired ShortForm shortForm;

  private Completed trained(String program) {
    return runs.complete(shortForm.read(Map.of("program", program)));
  }

  private static String example(String slug) {
    return Examples.named(slug).orElseThrow().program();
  }

  private static double right(Completed run) {
    Trained trained = Objects.requireNonNull(run.spec().ground().trained());
    double[] w = run.steps().get(run.steps().size() - 1).w();
    return Objects.requireNonNull(trained.scores(w).accuracy());
  }

  @Test
  void theFirstNetworkBeginsBelowChanceAndLearns() {
    Ran.Taught first = ran.program("first");
    assertThat(first.parameters()).isEqualTo(148);
    assertThat(first.examples()).isEqualTo(200);
    assertThat(first.right(0)).isLessThan(50);
    assertThat(first.right(30)).isGreaterThan(180);
    assertThat(first.run().steps().get(0).loss()).isGreaterThan(Math.log(4));
    assertThat(first.run().spec().batches().size()).isEqualTo(16);
  }

  @Test
  void tooSlowIsOnItsWayAndTooFastFliesOff() {
    List<Step> slow = ran.program("too-slow").run().steps();
    assertThat(slow.get(30).loss()).isBetween(0.85 * slow.get(0).loss(), slow.get(0).loss());
    Completed fast = ran.program("too-fast").run();
    assertThat(fast.ending().verdict()).isEqualTo(Verdict.DIVERGED);
    assertThat(right(fast)).isLessThan(0.3);
  }

  @Test
  void oneUnitCannotDrawASpiralAndManyCan() {
    String small = example("too-small");
    Completed one = trained(small);
    assertThat(right(one)).isLessThan(2.0 / 3);
    Completed longer = trained(small.replace("rounds: 100", "rounds: 1000"));
    assertThat(right(longer)).isLessThan(2.0 / 3);
    Completed slower = trained(small.replace("speed: 0.1", "speed: 0.01"));
    assertThat(right(slower)).isLessThan(2.0 / 3);
    double loss = one.steps().get(100).loss();
    assertThat(slower.steps().get(100).loss()).isBetween(0.98 * loss, loss);
    Completed many = trained(small.replace("size 1 kind tanh", "size 32 kind relu"));
    assertThat(right(many)).isGreaterThan(0.8);
  }

  @Test
  void whatIsLearnedByHeartIsNotKnownOfOthers() {
    Ran.Taught held = ran.program("memorising");
    assertThat(held.lastRight()).isEqualTo(held.examples());
    assertThat(held.lastHeldOut()).isLessThan(held.heldOut() * 9 / 10);
    Trained trained = Objects.requireNonNull(held.run().spec().ground().trained());
    double[] losses =
        held.run().steps().stream()
            .mapToDouble(step -> Objects.requireNonNull(trained.scores(step.w()).heldOutLoss()))
            .toArray();
    int lowest = 0;
    for (int k = 1; k < losses.length; k++) {
      lowest = losses[k] < losses[lowest] ? k : lowest;
    }
    assertThat(lowest).isBetween(1, 50);
    assertThat(losses[lowest]).isLessThan(losses[0]);
    assertThat(losses[losses.length - 1]).isGreaterThan(1.5 * losses[lowest]);
    assertThat(held.run().steps().get(200).loss())
        .isLessThan(held.run().steps().get(lowest).loss());
  }

  @Test
  void theNetworkOfTheQuizHas82Parameters() {
    assertThat(ran.program("boundary").parameters()).isEqualTo(2 * 16 + 16 + 16 * 2 + 2);
  }
}
