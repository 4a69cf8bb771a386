package downhill.lesson;

import downhill.descent.Interval;
import downhill.descent.Step;
import downhill.run.Ground;
import downhill.run.Landscapes;
import downhill.run.Spec;
import downhill.run.SpecJson;
import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.core.JsonGenerator;

/** What a sim's script begins with, as JSON that may stand inside a script element. */
@Component
class SimState {

  private final Phrases phrases;
  private final Landscapes landscapes;

  SimState(Phrases phrases, Landscapes landscapes) {
    this.phrases = phrases;
    this.landscapes = landscapes;
  }

  /**
   * Writes it.
   *
   * @param sim which
   * @param specs one for each run
   * @param scene what they go over
   * @param runs the steps of each run, as the engine took them
   * @param uphill whether that was on the ground turned upside down
   */
  String json(Sim sim, List<Spec> specs, Scene scene, List<List<Step>> runs, boolean uphill) {
    String text =
        SpecJson.text(
            json -> {
              json.writeStartObject();
              json.writeStringProperty("path", sim.path());
              json.writeArrayPropertyStart("always");
              sim.usualMembers().keySet().forEach(json::writeString);
              json.writeEndArray();
              json.writeArrayPropertyStart("specs");
              specs.forEach(spec -> SpecJson.write(json, spec));
              json.writeEndArray();
              if (uphill) {
                turned(json, specs.get(0).ground());
              }
              json.writeName("landscape");
              scene.write(json);
              if (sim.looksInside()) {
                json.writeName("rule");
                RuleBook.of(specs.get(0)).json(json, specs.get(0));
              }
              landscapes.writeData(json, specs.get(0).ground());
              json.writeArrayPropertyStart("steps");
              runs.forEach(steps -> SpecJson.write(json, specs.get(0), steps.get(0)));
              json.writeEndArray();
              json.writeArrayPropertyStart("coming");
              runs.forEach(steps -> coming(json, specs.get(0), steps));
              json.writeEndArray();
              json.writeObjectPropertyStart("messages");
              phrases.ofScript().forEach(json::writeStringProperty);
              json.writeEndObject();
              json.writeEndObject();
            });
    // Nothing inside may end the element or begin a comment.
    return text.replace("<", "\\u003c");
  }

  /** What the engine walks down while the ball climbs. */
  private static void turned(JsonGenerator json, Ground ground) {
    Interval domain = ground.domain().get(0);
    json.writeObjectPropertyStart("uphill");
    json.writeStringProperty("formula", Sign.formula(ground));
    json.writeArrayPropertyStart("domain");
    json.writeNumber(domain.lo());
    json.writeNumber(domain.hi());
    json.writeEndArray();
    json.writeEndObject();
  }

  /** Where a run's first arrow points; null where there is no step to take. */
  private static void coming(JsonGenerator json, Spec spec, List<Step> steps) {
    if (steps.size() > 1) {
      SpecJson.write(json, spec, steps.get(1));
    } else {
      json.writeNull();
    }
  }
}
