package downhill.lesson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import downhill.data.Fit;
import downhill.descent.Minimum;
import downhill.descent.Step;
import downhill.descent.Verdict;
import downhill.run.Runs;
import downhill.run.SeveralRuns;
import downhill.run.ShortForm;
import downhill.run.Spec;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/** What the lesson of batches says, computed from the rows and played. */
@SpringBootTest
class BatchesToldTests {

  private static final String TOLD = Telling.of("batches");

  private static final int ROWS = 60;

  @Autowired ShortForm shortForm;
  @Autowired Runs runs;

  @Test
  void theRowsAreAsTold() {
    Fit fit = fit();
    assertThat(fit.data().rows()).isEqualTo(ROWS);
    assertThat(Objects.requireNonNull(fit.scaling()).mean()).isCloseTo(25, within(0.05));
    assertThat(fit.scaling().deviation()).isCloseTo(4, within(0.05));
  }

  @Test
  void atTheSameNumberOfStepsTheThreeAreHardlyApart() {
    double exact = loss(0, 10);
    assertThat(loss(1, 10)).isCloseTo(exact, within(exact / 7));
    assertThat(loss(2, 10)).isCloseTo(exact, within(exact / 100));
  }

  @Test
  void theNoiseOfABatchIsThatOfTheFormula() {
    double sigma = sigma(0, 0);
    double slope = norm(gradient(0, 0));
    assertThat(TOLD)
        .contains("σ=" + digits(sigma, 1))
        .contains("=" + digits(slope, 1) + ": one row")
        .contains(" " + digits(miss(sigma, 8), 1) + ", a third")
        .contains("it would be " + digits(sigma / Math.sqrt(8), 1));
    assertThat(sigma / slope).isCloseTo(1.00, within(0.005));
    assertThat(miss(sigma, 8) / slope).isCloseTo(0.33, within(0.005));
    assertThat(miss(sigma, 16) / miss(sigma, 4)).isCloseTo(0.5, within(0.06));
    assertThat(miss(sigma, 4) / miss(sigma, 8)).isCloseTo(1.47, within(0.005));
    double[] best = minimum().w();
    assertThat(norm(gradient(best[0], best[1]))).isCloseTo(0, within(1e-9));
    assertThat(TOLD).contains("σ=" + digits(sigma(best[0], best[1]), 1) + ". There");
  }

  /** Played with four hundred shuffles of the rows: what one update of a mini-batch misses by. */
  @Test
  void anUpdateOfEightRowsMissesByThatMuch() {
    double squares = 0;
    for (int seed = 1; seed <= 400; seed++) {
      Map<String, String> query = SeveralRuns.of(members(), 2);
      query.put("seed", "" + seed);
      query.put("steps", "1");
      double[] w = runs.complete(shortForm.read(query)).steps().get(1).w();
      double[] full = gradient(0, 0);
      squares += Math.pow(-w[0] / 0.05 - full[0], 2) + Math.pow(-w[1] / 0.05 - full[1], 2);
    }
    double played = Math.sqrt(squares / 400);
    assertThat(played).isCloseTo(miss(sigma(0, 0), 8), within(2.0));
  }

  @Test
  void withoutScalingTheGroundIsARavineAndSuitedRatesCreep() {
    double[] x = fit().data().x();
    double mean = IntStream.range(0, ROWS).mapToDouble(i -> x[i]).average().orElseThrow();
    double square = IntStream.range(0, ROWS).mapToDouble(i -> x[i] * x[i]).average().orElseThrow();
    double half = square + 1;
    double root = Math.sqrt(half * half - 4 * (square - mean * mean));
    assertThat(TOLD)
        .contains(digits(half + root, 1) + " and " + digits(half - root, 4))
        .contains(String.format(Locale.ROOT, "%,.0f", (half + root) / (half - root)))
        .contains("only below " + digits(2 / (half + root), 5));
    Spec bare = unscaled(0);
    double rate = Objects.requireNonNull(bare.ground().fit()).learningRate();
    List<Step> steps = runs.complete(bare.atRate(rate)).steps();
    double end = steps.get(steps.size() - 1).loss();
    assertThat(end).isLessThan(steps.get(0).loss() / 10).isGreaterThan(1.2 * minimum().loss());
    for (int run = 0; run < 3; run++) {
      assertThat(runs.complete(unscaled(run)).ending().verdict()).isEqualTo(Verdict.DIVERGED);
    }
    assertThat(bare.ground().minima().get().get(0).loss())
        .isCloseTo(minimum().loss(), within(1e-9));
  }

  @Test
  void withScalingOneStepOfHalfLandsOnTheBestLine() {
    List<Step> steps = runs.complete(spec(0).atRate(0.5)).steps();
    assertThat(steps.get(1).loss()).isCloseTo(minimum().loss(), within(1e-9));
  }

  /** Near the bottom, over the last half of a long run. */
  @Test
  void reshuffledRowsHoverAtLessThanAThirdOfWhatIndependentOnesWould() {
    double[] best = minimum().w();
    Map<String, String> query = SeveralRuns.of(members(), 1);
    query.put("steps", "10000");
    query.put("learningRate", "0.01");
    List<Step> steps = runs.complete(shortForm.read(query)).steps();
    double square =
        steps.subList(5000, steps.size()).stream()
            .mapToDouble(s -> Math.pow(s.w()[0] - best[0], 2) + Math.pow(s.w()[1] - best[1], 2))
            .average()
            .orElseThrow();
    double sigma = sigma(best[0], best[1]);
    assertThat(square / (0.01 * sigma * sigma / (2 * 2))).isBetween(0.2, 1 / 3.0);
  }

  private static double miss(double sigma, int batch) {
    return sigma / Math.sqrt(batch) * Math.sqrt((ROWS - batch) / (ROWS - 1.0));
  }

  private double sigma(double slope, double intercept) {
    double[] mean = gradient(slope, intercept);
    double squares = 0;
    for (int i = 0; i < ROWS; i++) {
      double[] own = ofRow(i, slope, intercept);
      squares += Math.pow(own[0] - mean[0], 2) + Math.pow(own[1] - mean[1], 2);
    }
    return Math.sqrt(squares / ROWS);
  }

  private double[] gradient(double slope, double intercept) {
    double[] sum = new double[2];
    for (int i = 0; i < ROWS; i++) {
      double[] own = ofRow(i, slope, intercept);
      sum[0] += own[0] / ROWS;
      sum[1] += own[1] / ROWS;
    }
    return sum;
  }

  private double[] ofRow(int i, double slope, double intercept) {
    Fit fit = fit();
    var scaling = Objects.requireNonNull(fit.scaling());
    double x = (fit.data().x()[i] - scaling.mean()) / scaling.deviation();
    double miss = slope * x + intercept - fit.data().y()[i];
    return new double[] {2 * miss * x, 2 * miss};
  }

  private static double norm(double[] vector) {
    return Math.hypot(vector[0], vector[1]);
  }

  private double loss(int run, int k) {
    return runs.complete(spec(run)).steps().get(k).loss();
  }

  private Minimum minimum() {
    return spec(0).ground().minima().get().get(0);
  }

  private Fit fit() {
    return Objects.requireNonNull(spec(0).ground().fit());
  }

  private Spec spec(int run) {
    return shortForm.read(SeveralRuns.of(members(), run));
  }

  private Spec unscaled(int run) {
    Map<String, String> query = SeveralRuns.of(members(), run);
    query.remove("scale");
    return shortForm.read(query);
  }

  private static Map<String, String> members() {
    return Lesson.named("batches").orElseThrow().members();
  }

  private static String digits(double x, int decimals) {
    return String.format(Locale.ROOT, "%." + decimals + "f", x);
  }
}
