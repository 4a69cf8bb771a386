package downhill.descent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import downhill.formula.Formula;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Holds descents to the numbers of PyTorch, which {@code src/test/python/reference.py} computed.
 */
class ReferenceTests {

  static Stream<Run> descents() throws IOException {
    return lines("descents.json").map(Run::new);
  }

  static Stream<Rates> schedules() throws IOException {
    return lines("schedules.json").map(Rates::new);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("descents")
  void takesTheStepsThatPyTorchTakes(Run run) {
    JsonNode places = run.line.get("w");
    JsonNode losses = run.line.get("loss");
    int every = run.line.get("lossEvery").intValue();
    Descent descent = new Descent(run.plan());
    for (int k = 0; k < places.size(); k++) {
      Step step = descent.next();
      assertThat(step.k()).isEqualTo(k);
      for (int i = 0; i < step.w().length; i++) {
        double expected = places.get(k).get(i).doubleValue();
        assertThat(step.w()[i]).as("w[%d] at step %d", i, k).isCloseTo(expected, near(expected));
      }
      if (k % every == 0) {
        double expected = losses.get(k / every).doubleValue();
        assertThat(step.loss()).as("loss at step %d", k).isCloseTo(expected, near(expected));
      }
    }
    assertThat(places.size()).isGreaterThan(200);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("schedules")
  void usesTheRatesThatPyTorchUses(Rates rates) {
    double alpha = rates.line.get("learningRate").doubleValue();
    Schedule schedule = schedule(rates.line.get("schedule"));
    for (int t = 0; t < 300; t++) {
      double expected = rates.line.get("rates").get(t).doubleValue();
      assertThat(schedule.rate(alpha, t)).as("update %d", t).isCloseTo(expected, near(expected));
    }
  }

  @Test
  void everyOptimizerIsHeldToThem() throws IOException {
    Set<String> held = descents().map(run -> run.text("optimizer")).collect(Collectors.toSet());
    assertThat(OptimizerKind.values()).extracting(OptimizerKind::key).hasSameElementsAs(held);
  }

  @Test
  void everyScheduleIsHeldToThem() throws IOException {
    Set<String> held =
        schedules()
            .map(rates -> rates.line.get("schedule").get("name").asString())
            .collect(Collectors.toSet());
    held.add("constant");
    assertThat(ScheduleKind.values()).extracting(ScheduleKind::key).hasSameElementsAs(held);
  }

  private static Stream<JsonNode> lines(String file) throws IOException {
    try (InputStream resource = ReferenceTests.class.getResourceAsStream("/reference/" + file)) {
      JsonNode lines = JsonMapper.builder().build().readTree(resource);
      return StreamSupport.stream(lines.spliterator(), false).skip(1);
    }
  }

  private static Schedule schedule(JsonNode line) {
    ScheduleKind kind = ScheduleKind.named(line.get("name").asString()).orElseThrow();
    return kind.make(values(kind.settings(), line));
  }

  private static double[] values(List<Setting> settings, JsonNode line) {
    return settings.stream().mapToDouble(s -> line.get(s.name()).doubleValue()).toArray();
  }

  private static Offset<Double> near(double expected) {
    return within(Math.max(1e-12, 1e-9 * Math.abs(expected)));
  }

  /** One line of schedules.json. */
  record Rates(JsonNode line) {
    @Override
    public String toString() {
      return line.get("schedule").toString();
    }
  }

  /** One line of descents.json. */
  record Run(JsonNode line) {

    String text(String member) {
      return line.get(member).asString();
    }

    Plan plan() {
      Schedule schedule =
          line.has("schedule") ? schedule(line.get("schedule")) : ScheduleKind.CONSTANT.make();
      return new Plan(
          Formula.parse(text("formula")),
          numbers(line.get("start")),
          legs(),
          schedule,
          Batches.ALL,
          new Noise(0, 1),
          line.get("w").size() - 1,
          0,
          List::of);
    }

    private List<Plan.Leg> legs() {
      OptimizerKind kind = OptimizerKind.named(text("optimizer")).orElseThrow();
      Map<String, Double> settings = new HashMap<>(members(line.get("settings")));
      settings.put("learningRate", line.get("learningRate").doubleValue());
      List<Plan.Leg> legs = new ArrayList<>();
      legs.add(leg(kind, 0, settings));
      if (line.has("changes")) {
        for (JsonNode change : line.get("changes")) {
          settings.putAll(members(change));
          legs.add(leg(kind, change.get("at").intValue(), settings));
        }
      }
      return legs;
    }

    private static Plan.Leg leg(OptimizerKind kind, int from, Map<String, Double> settings) {
      double[] values = kind.settings().stream().mapToDouble(s -> settings.get(s.name())).toArray();
      return new Plan.Leg(from, kind.make(values), settings.get("learningRate"));
    }

    private static Map<String, Double> members(JsonNode node) {
      return node.propertyStream()
          .collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue().doubleValue()));
    }

    private static double[] numbers(JsonNode node) {
      return StreamSupport.stream(node.spliterator(), false)
          .mapToDouble(JsonNode::doubleValue)
          .toArray();
    }

    @Override
    public String toString() {
      return Stream.of("optimizer", "settings", "learningRate", "formula", "schedule", "changes")
          .filter(line::has)
          .map(member -> line.get(member).toString())
          .collect(Collectors.joining(" "));
    }
  }
}
