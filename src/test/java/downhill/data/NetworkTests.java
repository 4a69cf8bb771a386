package downhill.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import downhill.descent.Batches;
import downhill.descent.Descent;
import downhill.descent.Noise;
import downhill.descent.OptimizerKind;
import downhill.descent.Plan;
import downhill.descent.ScheduleKind;
import downhill.descent.Step;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class NetworkTests {

  private static final int ROWS = 75;

  private static Table table(int features, int kinds, int seed) {
    SplittableRandom chance = new SplittableRandom(seed);
    double[][] x = new double[ROWS][];
    double[] y = new double[ROWS];
    for (int i = 0; i < ROWS; i++) {
      x[i] = chance.doubles(features, -3, 8).toArray();
      y[i] = kinds == 0 ? chance.nextDouble(20, 90) : chance.nextInt(kinds);
    }
    return new Table(
        "made",
        IntStream.range(0, features).mapToObj(i -> new Table.Feature("x" + i, "")).toList(),
        IntStream.range(0, kinds).mapToObj(i -> "kind" + i).toList(),
        "target",
        x,
        y);
  }

  private static Network network(int inputs, Object... sizesAndKinds) {
    List<Layer> layers = new ArrayList<>();
    int from = inputs;
    for (int i = 0; i < sizesAndKinds.length; i += 2) {
      int size = (Integer) sizesAndKinds[i];
      layers.add(new Layer(from, size, (Activation) sizesAndKinds[i + 1]));
      from = size;
    }
    return new Network(layers);
  }

  static Stream<Arguments> kindsOfLayers() {
    List<Arguments> all = new ArrayList<>();
    for (Activation output : Activation.values()) {
      for (Activation hidden : Activation.values()) {
        if (hidden != Activation.SOFTMAX) {
          all.add(Arguments.of(hidden, output));
        }
      }
    }
    return all.stream();
  }

  @ParameterizedTest
  @MethodSource("kindsOfLayers")
  void itsGradientIsItsDerivative(Activation hidden, Activation output) {
    Network network = network(3, 5, hidden, 4, hidden, 3, output);
    NetworkLoss loss = new Experiment(table(3, 3, 7), network, 0, 1).trainingLoss();
    double[] w = network.start(3);
    SplittableRandom chance = new SplittableRandom(5);
    // Away from 0, where relu has a corner that no difference can follow.
    Arrays.setAll(w, i -> w[i] + chance.nextDouble(-0.3, 0.3));
    double[] slope = new double[w.length];
    assertThat(loss.gradient(w, slope)).isEqualTo(loss.value(w));
    for (int i = 0; i < w.length; i++) {
      double h = 1e-5;
      double[] up = w.clone();
      double[] down = w.clone();
      up[i] += h;
      down[i] -= h;
      double difference = (loss.value(up) - loss.value(down)) / (2 * h);
      assertThat(slope[i])
          .as("parameter %d", i)
          .isCloseTo(difference, within(1e-7 + 1e-5 * Math.abs(difference)));
    }
  }

  @Test
  void theGradientOverAllIsTheMeanOfThoseOfSingleRows() {
    Network network = network(4, 6, Activation.TANH, 2, Activation.SOFTMAX);
    NetworkLoss loss = new Experiment(table(4, 2, 1), network, 0, 1).trainingLoss();
    double[] w = network.start(9);
    double[] whole = new double[w.length];
    loss.gradient(w, whole);
    double[] sum = new double[w.length];
    double[] one = new double[w.length];
    for (int row = 0; row < ROWS; row++) {
      loss.gradient(w, new int[] {row}, 0, 1, one);
      for (int i = 0; i < w.length; i++) {
        sum[i] += one[i] / ROWS;
      }
    }
    assertThat(whole).usingComparatorWithPrecision(1e-13).containsExactly(sum);
  }

  @Test
  void aBatchIsTheRowsItNames() {
    Network network = network(4, 3, Activation.RELU, 1, Activation.LINEAR);
    NetworkLoss loss = new Experiment(table(4, 0, 1), network, 0, 1).trainingLoss();
    double[] w = network.start(2);
    int[] order = {9, 3, 70, 3, 11};
    double[] batch = new double[w.length];
    loss.gradient(w, order, 1, 4, batch);
    double[] sum = new double[w.length];
    double[] one = new double[w.length];
    for (int row : new int[] {3, 70, 3}) {
      loss.gradient(w, new int[] {row}, 0, 1, one);
      for (int i = 0; i < w.length; i++) {
        sum[i] += one[i] / 3;
      }
    }
    assertThat(batch).usingComparatorWithPrecision(1e-13).containsExactly(sum);
  }

  @Test
  void oneLinearUnitIsTheLineOfTheLessons() {
    Table lemonade = Tables.named("lemonade").orElseThrow();
    Network network = network(1, 1, Activation.LINEAR);
    Experiment experiment = new Experiment(lemonade, network, 0, 1);
    Fit fit = Fitting.lemonade(true);
    double deviation = experiment.targetScaling().deviation();
    double mean = experiment.targetScaling().mean();
    double[] line = {40, 90};
    double[] w = {line[0] / deviation, (line[1] - mean) / deviation};
    assertThat(experiment.trainingLoss().value(w) * deviation * deviation)
        .isCloseTo(fit.line().value(line), within(1e-9));
    assertThat(experiment.answer(w, new double[] {lemonade.x(4, 0)})[0])
        .isCloseTo(40 * experiment.scaling(0).apply(lemonade.x(4, 0)) + 90, within(1e-9));
  }

  @Test
  void aShareTooSmallForADoubleStillHasALoss() {
    Network network = network(1, 2, Activation.SOFTMAX);
    NetworkLoss loss =
        new NetworkLoss(network, new Samples(1, new double[] {1}, new double[] {1, 0}));
    double[] w = {-2000, 2000, 0, 0};
    assertThat(loss.value(w)).isEqualTo(4000);
    assertThat(network.answer(w, new double[] {1})).containsExactly(0, 1);
    double[] slope = new double[4];
    loss.gradient(w, slope);
    assertThat(slope).containsExactly(-1, 1, -1, 1);
  }

  @Test
  void beginsAsItsPapersSay() {
    Network network = network(200, 100, Activation.RELU, 100, Activation.TANH);
    double[] w = network.start(11);
    assertThat(network.start(11)).containsExactly(w);
    assertThat(network.start(12)).isNotEqualTo(w);
    assertThat(variance(w, 0, 20_000)).isCloseTo(2.0 / 200, within(0.0004));
    assertThat(Arrays.copyOfRange(w, 20_000, 20_100)).containsOnly(0);
    assertThat(variance(w, 20_100, 30_100)).isCloseTo(2.0 / 200, within(0.0004));
    assertThat(Arrays.copyOfRange(w, 30_100, 30_200)).containsOnly(0);
  }

  private static double variance(double[] w, int first, int end) {
    return Arrays.stream(w, first, end).map(x -> x * x).sum() / (end - first);
  }

  @Test
  void whatIsHeldOutIsNotSeen() {
    Table whole = table(3, 2, 4);
    Network network = network(3, 2, Activation.SOFTMAX);
    Experiment experiment = new Experiment(whole, network, 15, 6);
    assertThat(experiment.heldOutRows()).hasSize(15);
    assertThat(
            IntStream.concat(
                    Arrays.stream(experiment.heldOutRows()),
                    Arrays.stream(experiment.trainingRows()))
                .sorted())
        .containsExactlyElementsOf(IntStream.range(0, ROWS).boxed().toList());
    assertThat(experiment.trainingLoss().examples()).isEqualTo(60);
    assertThat(experiment.heldOutLoss().orElseThrow().examples()).isEqualTo(15);
    double mean =
        Arrays.stream(experiment.trainingRows()).mapToDouble(row -> whole.x(row, 1)).sum() / 60;
    assertThat(experiment.scaling(1).mean()).isCloseTo(mean, within(1e-12));
    assertThat(new Experiment(whole, network, 15, 7).heldOutRows())
        .isNotEqualTo(experiment.heldOutRows());
  }

  @Test
  void aFeatureThatIsTheSameInAllRowsDoesNoHarm() {
    Table flat =
        new Table(
            "flat",
            List.of(new Table.Feature("a", "")),
            List.of(),
            "b",
            new double[][] {{3}, {3}, {3}},
            new double[] {1, 2, 3});
    Experiment experiment = new Experiment(flat, network(1, 1, Activation.LINEAR), 0, 1);
    assertThat(experiment.answer(new double[] {5, 0}, new double[] {3})[0]).isEqualTo(2);
  }

  @Test
  void countsWhatItAnswersRight() {
    Network network = network(1, 1, Activation.SIGMOID);
    NetworkLoss loss =
        new NetworkLoss(
            network, new Samples(4, new double[] {-2, -1, 1, 2}, new double[] {0, 1, 1, 1}));
    assertThat(loss.right(new double[] {1, 0})).isEqualTo(3);
    assertThat(loss.right(new double[] {-1, 0})).isEqualTo(1);
  }

  @Test
  void aRoundIsAPassOfUpdatesAtOneRate() {
    Network network = network(3, 4, Activation.RELU, 3, Activation.SOFTMAX);
    NetworkLoss loss = new Experiment(table(3, 3, 2), network, 0, 1).trainingLoss();
    Batches batches = new Batches(ROWS, 16, 5);
    Plan plan =
        new Plan(
            loss,
            network.start(1),
            List.of(
                new Plan.Leg(0, OptimizerKind.named("sgd").orElseThrow().make(new double[0]), 0.1)),
            ScheduleKind.named("exponential").orElseThrow().make(new double[] {0.5}),
            batches,
            new Noise(0, 5),
            3,
            0,
            List::of,
            batches.updatesInPass());
    Descent descent = new Descent(plan);
    double[] w = network.start(1);
    double[] felt = new double[w.length];
    double rate = 0.1;
    Step step = descent.next();
    for (int k = 0; k < 3; k++) {
      for (int t = 0; t < 5; t++) {
        int[] rows = batches.rows(5 * k + t);
        loss.gradient(w, rows, 0, rows.length, felt);
        for (int i = 0; i < w.length; i++) {
          w[i] -= rate * felt[i];
        }
      }
      step = descent.next();
      assertThat(step.w()).containsExactly(w);
      assertThat(step.learningRate()).isEqualTo(rate);
      assertThat(step.loss()).isEqualTo(loss.value(w));
      rate /= 2;
    }
    assertThat(step.k()).isEqualTo(3);
    assertThat(descent.hasNext()).isFalse();
  }

  @Test
  void refusesLayersThatDoNotFit() {
    assertThatThrownBy(() -> new Network(List.of())).hasMessageContaining("at least one layer");
    assertThatThrownBy(
            () ->
                new Network(
                    List.of(new Layer(2, 3, Activation.RELU), new Layer(4, 1, Activation.LINEAR))))
        .hasMessageContaining("does not fit");
    assertThatThrownBy(() -> network(2, 3, Activation.SOFTMAX, 3, Activation.SOFTMAX))
        .hasMessageContaining("not the last");
    assertThatThrownBy(
            () -> new Experiment(table(2, 3, 1), network(2, 4, Activation.SOFTMAX), 0, 1))
        .hasMessageContaining("does not suit");
    assertThatThrownBy(
            () -> new Experiment(table(2, 3, 1), network(2, 3, Activation.SOFTMAX), ROWS, 1))
        .hasMessageContaining("cannot be held out");
  }
}
