package downhill.run;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.descent.Step;
import downhill.run.Trained.Scores;
import downhill.studio.Examples;
import downhill.studio.Program;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/** Each program to start from shows what it is said to show. */
@SpringBootTest
class StudioExamplesTests {

  @Autowired Studio studio;
  @Autowired Runs runs;

  @Test
  void theFirstLearnsAndSoDoesAnotherOptimizer() {
    assertThat(accuracy(train("first"))).isGreaterThanOrEqualTo(0.9);
    assertThat(accuracy(train("adam"))).isGreaterThanOrEqualTo(0.9);
  }

  @Test
  void tooSlowGoesTheRightWayAndGetsNowhere() {
    List<Step> steps = train("too-slow").steps();
    double fallen = steps.get(steps.size() - 1).loss() / steps.get(0).loss();
    assertThat(fallen).isBetween(0.8, 0.99);
  }

  @Test
  void tooFastFliesOff() {
    List<Step> steps = train("too-fast").steps();
    assertThat(steps.get(steps.size() - 1).loss()).isGreaterThan(1000 * steps.get(0).loss());
    assertThat(steps).hasSizeLessThan(30);
  }

  @Test
  void tooSmallANetworkDoesLittleBetterThanGuessing() {
    assertThat(accuracy(train("too-small"))).isBetween(0.5, 0.75);
  }

  @Test
  void memorisingIsRightOnAllThatItSawWhileTheRestIsToldWorseAndWorse() {
    Completed run = train("memorising");
    Trained trained = Objects.requireNonNull(run.spec().ground().trained());
    double[] heldOut =
        run.steps().stream()
            .mapToDouble(step -> Objects.requireNonNull(trained.scores(step.w()).heldOutLoss()))
            .toArray();
    assertThat(scores(run).accuracy()).isEqualTo(1);
    assertThat(scores(run).heldOutAccuracy()).isLessThan(0.95);
    assertThat(heldOut[heldOut.length - 1])
        .isGreaterThan(1.2 * Arrays.stream(heldOut).min().orElseThrow());
  }

  @Test
  void theLineComesDownToTheLeastSquares() {
    List<Step> steps = train("line").steps();
    assertThat(steps.get(steps.size() - 1).loss()).isLessThan(steps.get(0).loss() / 2);
  }

  @Test
  void theBorderBendsRoundBothMoons() {
    assertThat(accuracy(train("boundary"))).isGreaterThan(0.95);
  }

  private Completed train(String slug) {
    Program program = studio.read(Examples.named(slug).orElseThrow().program()).program();
    return runs.complete(studio.spec(Objects.requireNonNull(program)));
  }

  private static double accuracy(Completed run) {
    return Objects.requireNonNull(scores(run).accuracy());
  }

  private static Scores scores(Completed run) {
    List<Step> steps = run.steps();
    return Objects.requireNonNull(run.spec().ground().trained())
        .scores(steps.get(steps.size() - 1).w());
  }
}
