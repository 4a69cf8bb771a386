package downhill.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.abort;

import downhill.data.Tables;
import downhill.descent.OptimizerKind;
import downhill.descent.Step;
import downhill.run.Refused;
import downhill.run.Runs;
import downhill.run.Spec;
import downhill.run.SpecJson;
import downhill.run.SpecReader;
import downhill.run.Trained;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/** Runs the Studio's trainings as programs, and holds what they print to the runs. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.NONE)
class NetworkProgramsTests {

  private static final Logger LOG = LoggerFactory.getLogger(NetworkProgramsTests.class);

  /** Of the first rounds the numbers are held to 1e-7, of all of them to 1e-6. */
  private static final int FIRST = 5;

  /** A table, the layers after the input, and how the network is trained. */
  private static final String TRAININGS =
      """
      fruits | 16 relu, 4 softmax | rounds: 30, speed: 0.1
      fruits | 16 relu, 4 softmax | rounds: 30, speed: 10
      fruits | 8 tanh, 5 sigmoid, 4 linear | rounds: 30, speed: 0.1, hold_out: 0.2, seed: 7
      fruits | 6 linear, 4 relu | rounds: 10, speed: 0.05, batch: 1
      lemonade | 1 linear | rounds: 30, speed: 0.05, batch: 8, optimizer: "momentum", hold_out: 0.25
      lemonade | 1 linear | rounds: 300, speed: 0.3, batch: "all"
      lemonade | 1 linear | rounds: 30, speed: 900, batch: "all"
      lemonade | 4 relu, 1 tanh | rounds: 30, speed: 0.05, seed: 9007199254740991
      moons | 8 relu, 1 sigmoid | rounds: 30, speed: 0.01, batch: "all", optimizer: "adam"
      circles | 6 tanh, 2 sigmoid | rounds: 30, speed: 0.1, optimizer: "nesterov", schedule: "cosine"
      spirals | 8 relu, 8 relu, 2 softmax | rounds: 30, speed: 0.05, optimizer: "adam"
      xor | 2 softmax | rounds: 5, speed: 0.1, hold_out: 0.5, batch: "all"
      iris | 3 softmax | rounds: 30, speed: 0.1, batch: 7, schedule: "one-cycle"
      digits | 32 relu, 10 softmax | rounds: 5, speed: 0.1, batch: 32, hold_out: 0.2
      """;

  @Autowired Runs runs;
  @Autowired SpecReader reader;
  @Autowired Programs programs;
  @TempDir Path folder;

  private List<Spec> specs() {
    List<Spec> specs = new ArrayList<>();
    TRAININGS.lines().map(line -> spec(line, Map.of())).forEach(specs::add);
    for (OptimizerKind kind : OptimizerKind.values()) {
      String training = "iris | 5 tanh, 3 softmax | rounds: 8, speed: 0.01, optimizer: \"%s\"";
      specs.add(spec(training.formatted(kind.key()), Map.of()));
    }
    String shaken = "moons | 3 tanh, 2 softmax | rounds: 6, speed: 0.1%s";
    specs.add(spec(shaken.formatted(""), Map.of("noise", 0.1)));
    specs.add(spec(shaken.formatted(", batch: \"all\""), Map.of("noise", 0.1)));
    List<Map<String, Object>> changes = List.of(Map.of("at", 2, "learningRate", 0.5));
    specs.add(spec(shaken.formatted(", optimizer: \"adam\""), Map.of("changes", changes)));
    return specs;
  }

  @ParameterizedTest
  @EnumSource(
      value = Language.class,
      names = {"PYTORCH", "JAVA"})
  void trainAsTheRunsDo(Language language) throws Exception {
    List<Spec> specs = specs();
    List<String> texts = specs.stream().map(spec -> programs.write(spec, language)).toList();
    List<String> printed = printed(language, texts);
    List<String> wrong = new ArrayList<>();
    for (int i = 0; i < specs.size(); i++) {
      String flaw = flaw(specs.get(i), printed.get(i));
      if (!flaw.isEmpty()) {
        wrong.add(specs.get(i).ground().source().name() + flaw);
      }
    }
    assertThat(wrong).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(
      value = Language.class,
      names = {"PYTORCH", "JAVA"})
  void arePlainTextWithNothingLeftToFillIn(Language language) {
    for (Spec spec : specs()) {
      String program = programs.write(spec, language);
      assertThat(program)
          .matches(text -> text.chars().allMatch(c -> c == '\n' || c >= ' ' && c <= '~'))
          .endsWith("\n")
          .doesNotContain("${", "#>", " \n", "\n\n\n\n");
    }
  }

  @Test
  void sayWhereTheRowsAreFromAndUnderWhichLicence() {
    for (String name : Tables.names()) {
      int outputs = Math.max(1, Tables.named(name).orElseThrow().kinds().size());
      Spec spec = spec(name + " | " + outputs + " linear | rounds: 1, speed: 0.1", Map.of());
      assertThat(programs.write(spec, Language.PYTORCH)).contains("# The rows: ", "Licence:");
    }
    Spec digits = spec("digits | 10 softmax | rounds: 1, speed: 0.1", Map.of());
    assertThat(programs.write(digits, Language.JAVA)).contains("E. Alpaydin", "CC BY 4.0");
  }

  @Test
  void areNotToBeHadWhereNothingFindsTheGradient() {
    Spec spec = specs().get(0);
    Refused refused =
        catchThrowableOfType(Refused.class, () -> programs.write(spec, Language.NUMPY));
    assertThat(refused.field()).isEqualTo("language");
    assertThat(refused).hasMessageContaining("numpy").hasMessageContaining("pytorch, java");
  }

  private List<String> printed(Language language, List<String> texts) throws Exception {
    if (language == Language.JAVA) {
      return Machine.java(texts, folder);
    }
    Optional<String> python = Machine.pythonWith("torch");
    if (python.isEmpty()) {
      String words = "NOT RUN: the networks need a python3 with PyTorch (Debian: python3-torch)";
      LOG.warn(words);
      abort(words);
    }
    return Machine.python(python.orElseThrow(), texts, folder);
  }

  /** What is wrong with what a program printed; empty where nothing is. */
  private String flaw(Spec spec, String printed) {
    List<Step> steps = runs.complete(spec).steps();
    List<String> lines = printed.lines().toList();
    for (int k = 0; k < Math.min(steps.size(), lines.size()); k++) {
      double[] expected = row(spec, steps.get(k));
      double[] found =
          Arrays.stream(lines.get(k).split(" ")).mapToDouble(Double::parseDouble).toArray();
      boolean near = found.length == expected.length;
      for (int i = 0; near && i < found.length; i++) {
        double slack = (k <= FIRST ? 1e-7 : 1e-6) * Math.max(1, Math.abs(expected[i]));
        near = Math.abs(found[i] - expected[i]) <= slack;
      }
      if (!near) {
        return "printed " + lines.get(k) + " for " + Arrays.toString(expected);
      }
    }
    return steps.size() == lines.size()
        ? ""
        : lines.size() + " lines for " + steps.size() + " steps";
  }

  private static double[] row(Spec spec, Step step) {
    Trained.Scores scores = Objects.requireNonNull(spec.ground().trained()).scores(step.w());
    List<Double> row = new ArrayList<>(List.of((double) step.k(), step.loss()));
    for (Double each :
        Arrays.asList(scores.accuracy(), scores.heldOutLoss(), scores.heldOutAccuracy())) {
      if (each != null) {
        row.add(each);
      }
    }
    return row.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private Spec spec(String training, Map<String, Object> others) {
    String[] parts = training.split(" \\| ");
    StringBuilder program = new StringBuilder("data = load \"" + parts[0] + "\"\n");
    program.append("net = make_network\n  layer input from data\n");
    String[] layers = parts[1].split(", ");
    for (int l = 0; l < layers.length; l++) {
      String[] layer = layers[l].split(" ");
      program
          .append(l == layers.length - 1 ? "  layer output" : "  layer hidden")
          .append(" size " + layer[0] + " kind " + layer[1] + "\n");
    }
    program.append("end\ntrain_network net, on: data, " + parts[2] + "\n");
    Map<String, Object> members = new HashMap<>(others);
    members.put("objective", Map.of("program", program.toString()));
    return reader.read(SpecJson.mapper().valueToTree(members), "");
  }
}
