package downhill.run;

import downhill.data.Experiment;
import downhill.data.Network;
import downhill.studio.Bounds;
import downhill.studio.Mistake;
import downhill.studio.Program;
import downhill.studio.Training;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Finds what a spec's objective stands for where it is a program of the Studio. */
@Component
final class ProgramGrounds {

  static final String WATCH = "watch";
  static final String WEIGHTS = "weights";
  static final String OUTPUT = "output";

  private final Sentences sentences;
  private final Bounds bounds;

  ProgramGrounds(Sentences sentences, Limits limits) {
    this.sentences = sentences;
    this.bounds =
        new Bounds(
            limits.programBytes(),
            limits.layers(),
            limits.units(),
            limits.parameters(),
            limits.steps());
  }

  /** How much a program may ask for. */
  Bounds bounds() {
    return bounds;
  }

  Optional<Ground> read(Members members) {
    if (!members.has("program")) {
      return Optional.empty();
    }
    String path = members.path("program");
    Program program = program(members.text("program"), path);
    Training training =
        program.training().orElseThrow(() -> sentences.invalid(path, "error.program.no-training"));
    List<String> watched = watched(members);
    return Optional.of(
        ground(
            new Trained(
                program,
                training,
                experiment(training),
                watched.contains(WEIGHTS),
                watched.contains(OUTPUT))));
  }

  /** Reads a program, of which the first mistake is told where there are some. */
  Program program(String text, String path) {
    Program.Reading reading = Program.read(text, bounds);
    if (reading.program() != null) {
      return reading.program();
    }
    Mistake first = reading.mistakes().get(0);
    int others = reading.mistakes().size() - 1;
    String more =
        switch (others) {
          case 0 -> "";
          case 1 -> " " + sentences.say("error.program.more.one");
          default -> " " + sentences.say("error.program.more", others);
        };
    throw new Refused(Refused.Code.INVALID, path, sentences.mistake(first) + more);
  }

  static Experiment experiment(Training training) {
    return new Experiment(
        training.table(), new Network(training.layers()), training.heldOut(), training.seed());
  }

  private static Ground ground(Trained trained) {
    Experiment experiment = trained.experiment();
    return new Ground(
        new Ground.Source("program", trained.program().text(), new double[0]),
        "",
        experiment.trainingLoss(),
        List.of(),
        experiment.network().start(trained.training().seed()),
        List::of,
        null,
        trained);
  }

  private List<String> watched(Members members) {
    JsonNode given = members.get(WATCH).orElse(null);
    if (given == null) {
      return List.of();
    }
    String path = members.path(WATCH);
    if (!given.isArray()) {
      throw sentences.invalid(path, "error.list.texts", path, SpecJson.shown(given));
    }
    List<String> known = List.of(WEIGHTS, OUTPUT);
    for (JsonNode each : given) {
      if (!each.isString() || !known.contains(each.stringValue())) {
        throw sentences.unknownName(path, each.asString(), known);
      }
    }
    return given.valueStream().map(JsonNode::stringValue).toList();
  }
}
