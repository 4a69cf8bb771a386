package downhill.run;

import downhill.descent.Batches;
import downhill.descent.Noise;
import downhill.studio.Training;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Makes the spec of a program, which says itself how it is trained. What a spec says beside it must
 * agree, so that a spec that was filled in can be sent again.
 */
@Component
final class ProgramSpecs {

  private static final List<String> OWN =
      List.of("start", "optimizer", "schedule", "batch", "seed", "steps");

  private final Sentences sentences;
  private final ChangeReader changes;

  ProgramSpecs(Sentences sentences, ChangeReader changes) {
    this.sentences = sentences;
    this.changes = changes;
  }

  Spec read(Members members, Ground ground, double noise, double tolerance) {
    Training training = Objects.requireNonNull(ground.trained()).training();
    int examples = ground.objective().examples();
    Spec spec =
        new Spec(
            ground,
            ground.start(),
            training.optimizer(),
            training.speed(),
            training.settings(),
            training.schedule(),
            training.scheduleSettings(),
            training.batch() >= examples
                ? Batches.ALL
                : new Batches(examples, training.batch(), training.seed()),
            new Noise(noise, training.seed()),
            training.rounds(),
            tolerance,
            changes.read(members, training.optimizer(), training.settings()));
    refuseContradictions(members, spec);
    return spec;
  }

  private void refuseContradictions(Members members, Spec spec) {
    JsonNode filled = SpecJson.mapper().readTree(SpecJson.text(json -> SpecJson.write(json, spec)));
    for (String name : OWN) {
      JsonNode given = members.get(name).orElse(null);
      if (given != null && !agrees(given, filled.path(name))) {
        String path = members.path(name);
        throw sentences.invalid(path, "error.program.member", path, SpecJson.shown(given));
      }
    }
  }

  /** Whether what is given says nothing else; it may say less. */
  private static boolean agrees(JsonNode given, JsonNode own) {
    if (given.isObject()) {
      return given.propertyStream().allMatch(member -> agrees(member, own));
    }
    if (given.isNumber() && own.isNumber()) {
      return SpecJson.number(given) == SpecJson.number(own);
    }
    return given.isArray() ? agreesInOrder(given, own) : given.equals(own);
  }

  private static boolean agrees(Map.Entry<String, JsonNode> member, JsonNode own) {
    return agrees(member.getValue(), own.path(member.getKey()));
  }

  private static boolean agreesInOrder(JsonNode given, JsonNode own) {
    boolean agrees = own.isArray() && given.size() == own.size();
    for (int i = 0; agrees && i < given.size(); i++) {
      agrees = agrees(given.get(i), own.get(i));
    }
    return agrees;
  }
}
