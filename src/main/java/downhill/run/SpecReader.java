package downhill.run;

import downhill.descent.Batches;
import downhill.descent.Noise;
import downhill.descent.OptimizerKind;
import downhill.descent.Range;
import downhill.descent.ScheduleKind;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Reads a spec from JSON: refuses what is not known or not allowed, fills in what is left out. */
@Component
public final class SpecReader {

  /** The largest seed: the largest whole number that every double below keeps exactly. */
  static final long LARGEST_SEED = (1L << 53) - 1;

  static final int USUAL_STEPS = 200;
  static final double USUAL_TOLERANCE = 1e-6;

  private static final Range NOT_NEGATIVE = Range.closed(0, 1e12);

  private final Sentences sentences;
  private final Grounds grounds;
  private final ChangeReader changes;
  private final ProgramSpecs programs;
  private final Limits limits;

  SpecReader(
      Sentences sentences,
      Grounds grounds,
      ChangeReader changes,
      ProgramSpecs programs,
      Limits limits) {
    this.sentences = sentences;
    this.grounds = grounds;
    this.changes = changes;
    this.programs = programs;
    this.limits = limits;
  }

  /**
   * Reads a spec.
   *
   * @param node the spec
   * @param path where it stands in what was sent, for refusals; empty if it is all that was sent
   * @return the spec, checked and filled
   * @throws Refused naming the member, the value and what is allowed
   */
  public Spec read(JsonNode node, String path) {
    Members members = Members.of(node, path, sentences);
    Ground ground = ground(members);
    Spec spec = ground.trained() == null ? read(members, ground) : readProgram(members, ground);
    members.refuseOthers();
    return spec;
  }

  private Spec readProgram(Members members, Ground ground) {
    double noise = members.number("noise", NOT_NEGATIVE, 0);
    return programs.read(members, ground, noise, tolerance(members));
  }

  private double tolerance(Members members) {
    return members.number("tolerance", NOT_NEGATIVE, USUAL_TOLERANCE);
  }

  private Spec read(Members members, Ground ground) {
    Members rule = Members.of(members.require("optimizer"), members.path("optimizer"), sentences);
    OptimizerKind optimizer = optimizer(rule);
    double learningRate = rule.number("learningRate", OptimizerKind.LEARNING_RATE);
    Map<String, Double> settings = Settings.read(rule, optimizer.settings());
    rule.refuseOthers();
    Settings.refuseMisfits(rule, optimizer, settings, sentences);
    ScheduleRead schedule = schedule(members);
    int steps =
        (int) members.whole("steps", 1, limits.steps(), Math.min(USUAL_STEPS, limits.steps()));
    Noise noise = noise(members);
    return new Spec(
        ground,
        start(members, ground),
        optimizer,
        learningRate,
        settings,
        schedule.kind,
        schedule.settings,
        BatchReader.read(members, ground, noise.seed(), sentences),
        noise,
        steps,
        tolerance(members),
        changes.read(members, optimizer, settings));
  }

  /** Reads a spec's objective alone. */
  Ground ground(JsonNode node, String path) {
    return ground(Members.of(node, path, sentences));
  }

  /** Reads which examples each update looks at, of a spec that is over data. */
  Batches batches(JsonNode node, String path) {
    Members members = Members.of(node, path, sentences);
    Ground ground = ground(members);
    if (ground.fit() == null) {
      throw sentences.invalid(members.path("objective"), "error.batches.no-data");
    }
    long seed = noise(members).seed();
    Batches batches = BatchReader.read(members, ground, seed, sentences);
    int examples = ground.objective().examples();
    return batches.isWhole() ? new Batches(examples, examples, seed) : batches;
  }

  private Ground ground(Members members) {
    return grounds.read(members.require("objective"), members.path("objective"));
  }

  private OptimizerKind optimizer(Members rule) {
    String name = rule.text("name");
    return OptimizerKind.named(name)
        .orElseThrow(
            () ->
                sentences.unknownName(
                    rule.path("name"),
                    name,
                    Arrays.stream(OptimizerKind.values()).map(OptimizerKind::key).toList()));
  }

  private record ScheduleRead(ScheduleKind kind, Map<String, Double> settings) {}

  private ScheduleRead schedule(Members members) {
    Optional<JsonNode> given = members.get("schedule");
    if (given.isEmpty()) {
      return new ScheduleRead(ScheduleKind.CONSTANT, Map.of());
    }
    Members schedule = Members.of(given.get(), members.path("schedule"), sentences);
    String name = schedule.text("name");
    ScheduleKind kind =
        ScheduleKind.named(name)
            .orElseThrow(
                () ->
                    sentences.unknownName(
                        schedule.path("name"),
                        name,
                        Arrays.stream(ScheduleKind.values()).map(ScheduleKind::key).toList()));
    Map<String, Double> settings = Settings.read(schedule, kind.settings());
    schedule.refuseOthers();
    return new ScheduleRead(kind, settings);
  }

  private Noise noise(Members members) {
    double deviation = members.number("noise", NOT_NEGATIVE, 0);
    return new Noise(deviation, members.whole("seed", 0, LARGEST_SEED, 1));
  }

  private double[] start(Members members, Ground ground) {
    Optional<JsonNode> given = members.get("start");
    String path = members.path("start");
    double[] start = given.isPresent() ? members.numbers(given.get(), path) : ground.start();
    int n = ground.objective().dimension();
    if (start.length != n) {
      throw sentences.invalid(path, "error.start.size", path, n, start.length);
    }
    if (!Grounds.isWalkable(ground.objective(), start)) {
      throw sentences.invalid(path, "error.start.not-finite", Sentences.list(start));
    }
    return start;
  }
}
