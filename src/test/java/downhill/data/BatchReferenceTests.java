package downhill.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import downhill.descent.Batches;
import downhill.descent.Descent;
import downhill.descent.Noise;
import downhill.descent.OptimizerKind;
import downhill.descent.Plan;
import downhill.descent.ScheduleKind;
import downhill.descent.Step;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.assertj.core.data.Offset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Holds fits of a line to the numbers of PyTorch, which {@code batches.py} computed. */
class BatchReferenceTests {

  static Stream<Run> runs() throws IOException {
    try (InputStream resource = Run.class.getResourceAsStream("/reference/batches.json")) {
      JsonNode lines = JsonMapper.builder().build().readTree(resource);
      return StreamSupport.stream(lines.spliterator(), false).skip(1).map(Run::new);
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("runs")
  void takesTheStepsThatPyTorchTakes(Run run) {
    Descent descent = new Descent(run.plan());
    for (int k = 0; k <= 220; k++) {
      Step step = descent.next();
      double[] expected = numbers(run.line.at("/w/" + k));
      assertThat(step.w()[0]).as("slope at %d", k).isCloseTo(expected[0], near(expected[0]));
      assertThat(step.w()[1]).as("intercept at %d", k).isCloseTo(expected[1], near(expected[1]));
      double loss = run.line.at("/loss/" + k).doubleValue();
      assertThat(step.loss()).as("loss at step %d", k).isCloseTo(loss, near(loss));
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("runs")
  void dealsTheRowsInTheOrderOfTheDescription(Run run) {
    Batches batches = run.batches();
    for (int t = 0; t < run.line.path("rows").size(); t++) {
      int[] expected =
          run.line.at("/rows/" + t).valueStream().mapToInt(JsonNode::intValue).toArray();
      assertThat(batches.rows(t)).as("update %d", t).isEqualTo(expected);
    }
  }

  private static double[] numbers(JsonNode node) {
    return node.valueStream().mapToDouble(JsonNode::doubleValue).toArray();
  }

  private static Offset<Double> near(double expected) {
    return within(Math.max(1e-12, 1e-9 * Math.abs(expected)));
  }

  /** One line of batches.json. */
  record Run(JsonNode line) {

    Fit fit() {
      JsonNode data = line.get("data");
      DataSet set = data.isString() ? DataSets.named(data.asString()).orElseThrow() : own(data);
      return new Fit(set, line.get("scale").booleanValue());
    }

    private static DataSet own(JsonNode points) {
      double[][] columns =
          IntStream.range(0, 2)
              .mapToObj(i -> points.valueStream().mapToDouble(p -> p.get(i).doubleValue()))
              .map(column -> column.toArray())
              .toArray(double[][]::new);
      return new DataSet("", columns[0], columns[1]);
    }

    Batches batches() {
      JsonNode batch = line.get("batch");
      return batch.isString()
          ? Batches.ALL
          : new Batches(fit().line().examples(), batch.intValue(), line.get("seed").longValue());
    }

    Plan plan() {
      OptimizerKind kind = OptimizerKind.named(line.get("optimizer").asString()).orElseThrow();
      double[] settings =
          kind.settings().stream()
              .mapToDouble(each -> line.get("settings").get(each.name()).doubleValue())
              .toArray();
      return new Plan(
          fit().line(),
          numbers(line.at("/w/0")),
          List.of(new Plan.Leg(0, kind.make(settings), line.get("learningRate").doubleValue())),
          ScheduleKind.CONSTANT.make(),
          batches(),
          new Noise(0, 1),
          220,
          0,
          List::of);
    }

    @Override
    public String toString() {
      String data = line.get("data").isString() ? "lemonade" : "points";
      return line.get("optimizer")
          + " "
          + data
          + (line.get("scale").booleanValue() ? " scaled" : "")
          + " batch "
          + line.get("batch");
    }
  }
}
