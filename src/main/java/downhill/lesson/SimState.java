package downhill.lesson;

import downhill.descent.Step;
import downhill.run.CurvePicture;
import downhill.run.Landscapes;
import downhill.run.Spec;
import downhill.run.SpecJson;
import java.util.List;
import org.springframework.stereotype.Component;

/** What a sim's script begins with, as JSON that may stand inside a script element. */
@Component
class SimState {

  /** The start, and where the first arrow points. */
  private static final int FIRST_STEPS = 2;

  private final Phrases phrases;

  SimState(Phrases phrases) {
    this.phrases = phrases;
  }

  String json(String sim, List<Spec> specs, CurvePicture picture, List<Step> steps) {
    String text =
        SpecJson.text(
            json -> {
              json.writeStartObject();
              json.writeStringProperty("sim", sim);
              json.writeName("spec");
              SpecJson.write(json, specs.get(0));
              json.writeName("rates");
              SpecJson.numbers(json, specs.stream().mapToDouble(Spec::learningRate).toArray());
              json.writeName("landscape");
              Landscapes.write(json, picture);
              json.writeArrayPropertyStart("steps");
              steps.stream().limit(FIRST_STEPS).forEach(step -> SpecJson.write(json, step));
              json.writeEndArray();
              json.writeObjectPropertyStart("messages");
              phrases.ofScript().forEach(json::writeStringProperty);
              json.writeEndObject();
              json.writeEndObject();
            });
    // Nothing inside may end the element or begin a comment.
    return text.replace("<", "\\u003c");
  }
}
