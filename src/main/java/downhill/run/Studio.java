package downhill.run;

import downhill.data.Experiment;
import downhill.data.Table;
import downhill.data.Tables;
import downhill.studio.Mistake;
import downhill.studio.Program;
import downhill.studio.Training;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What can be asked about a program beside its training: whether it reads, and what it shows. */
@Component
public final class Studio {

  private static final int MOST_INPUTS = 1000;

  private final ProgramGrounds programs;
  private final SpecReader specs;
  private final Runs runs;
  private final Limits limits;
  private final Sentences sentences;
  private final Map<Trial, double[]> weights = Collections.synchronizedMap(new Recent());

  Studio(ProgramGrounds programs, SpecReader specs, Runs runs, Limits limits, Sentences sentences) {
    this.programs = programs;
    this.specs = specs;
    this.runs = runs;
    this.limits = limits;
    this.sentences = sentences;
  }

  /** A training up to a round. */
  private record Trial(String program, int round) {}

  /** The weights of late: whoever moves a slider asks for the same ones over and over. */
  private static final class Recent extends LinkedHashMap<Trial, double[]> {

    private static final long serialVersionUID = 1;
    private static final int MOST = 64;

    Recent() {
      super(MOST, 0.75f, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<Trial, double[]> eldest) {
      return size() > MOST;
    }
  }

  /**
   * A program as it reads.
   *
   * @param program the program; null exactly where there are mistakes
   * @param mistakes all that is wrong with it, with what is said of each
   */
  public record Read(@Nullable Program program, List<Mistaken> mistakes) {}

  /**
   * A mistake and its sentence.
   *
   * @param mistake where and what
   * @param message one sentence for who wrote it
   */
  public record Mistaken(Mistake mistake, String message) {}

  /**
   * What a network says of an example.
   *
   * @param output its outputs; a number to predict in its own unit
   * @param kind the kind that they stand for; empty where a number is predicted
   */
  public record Prediction(double[] output, String kind) {}

  /** Reads a program. */
  public Read read(String text) {
    Program.Reading reading = Program.read(text, programs.bounds());
    return new Read(
        reading.program(),
        reading.mistakes().stream()
            .map(mistake -> new Mistaken(mistake, sentences.mistake(mistake)))
            .toList());
  }

  /** The spec of a program that reads and trains a network; each step with all there is to draw. */
  public Spec spec(Program program) {
    ObjectNode spec = JsonNodeFactory.instance.objectNode();
    ObjectNode objective = spec.putObject("objective").put("program", program.text());
    objective.putArray(ProgramGrounds.WATCH).add(ProgramGrounds.WEIGHTS).add(ProgramGrounds.OUTPUT);
    return specs.read(spec, "");
  }

  /**
   * What the network of a program says.
   *
   * @param program a program that trains a network
   * @param round after which round; after the last where it ended before
   * @param inputs an example each, as many numbers as there are features
   * @return an answer for each
   * @throws Refused where the server is too busy, or that is too long a way
   */
  public List<Prediction> predict(Program program, int round, List<double[]> inputs) {
    Spec spec = spec(program);
    Trained trained = Objects.requireNonNull(spec.ground().trained());
    double[] w = weights(program, spec, Math.min(round, spec.steps()));
    return inputs.stream().map(input -> predict(trained.experiment(), w, input)).toList();
  }

  private static Prediction predict(Experiment experiment, double[] w, double[] input) {
    double[] output = experiment.answer(w, input);
    Table table = experiment.table();
    return new Prediction(output, table.sorts() ? table.kinds().get(experiment.kind(output)) : "");
  }

  private double[] weights(Program program, Spec spec, int round) {
    Trial trial = new Trial(program.text(), round);
    double[] known = weights.get(trial);
    if (known == null) {
      known = runs.weights(spec, round);
      weights.put(trial, known);
    }
    return known;
  }

  /**
   * The answer to a program as it is being written: its mistakes, or what it trains and shows.
   *
   * @param asked {@code program}, and where predictions are wanted {@code round}
   * @return the answer, as the API documents it
   * @throws Refused naming what is wrong with what was asked, the program apart
   */
  public JsonNode check(JsonNode asked) {
    Members members = Members.of(asked, "", sentences);
    String text = members.text("program");
    OptionalInt round =
        members.has("round")
            ? OptionalInt.of((int) members.whole("round", 0, limits.steps()))
            : OptionalInt.empty();
    members.refuseOthers();
    return new StudioJson(this).check(read(text), round);
  }

  /**
   * What a program's network says of examples.
   *
   * @param asked {@code program}, {@code round} and {@code inputs}
   * @return the answer, as the API documents it
   * @throws Refused naming what is wrong with what was asked
   */
  public JsonNode predictions(JsonNode asked) {
    Members members = Members.of(asked, "", sentences);
    Program program = programs.program(members.text("program"), "program");
    Training training =
        program
            .training()
            .orElseThrow(() -> sentences.invalid("program", "error.program.no-training"));
    int round = (int) members.whole("round", 0, limits.steps());
    List<double[]> inputs = inputs(members, training.table().width());
    members.refuseOthers();
    return StudioJson.predictions(training.table(), predict(program, round, inputs));
  }

  private List<double[]> inputs(Members members, int width) {
    JsonNode given = members.require("inputs");
    if (!given.isArray() || given.size() > MOST_INPUTS) {
      throw sentences.invalid("inputs", "error.inputs", width, MOST_INPUTS, SpecJson.shown(given));
    }
    List<double[]> inputs = new ArrayList<>();
    for (JsonNode each : given) {
      String path = "inputs[" + inputs.size() + "]";
      double[] input = members.numbers(each, path);
      if (input.length != width) {
        throw sentences.invalid(path, "error.inputs", width, MOST_INPUTS, SpecJson.shown(each));
      }
      inputs.add(input);
    }
    return inputs;
  }

  /**
   * A table of the Studio, if there is one of this name.
   *
   * @param name its name in the language
   * @return the answer, as the API documents it
   */
  public Optional<JsonNode> table(String name) {
    return Tables.named(name)
        .map(
            table ->
                StudioJson.table(table, about -> sentences.say("table." + name + "." + about)));
  }
}
