package downhill.run;

import downhill.data.Layer;
import downhill.descent.State;
import downhill.descent.Step;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** Writes a step of a run: all of it where it is small, and of a training what is asked for. */
final class StepJson {

  static final int MOST_SHOWN_PARAMETERS = 8;

  /** So many digits of a weight a page is given to draw. */
  private static final int DIGITS = 3;

  private StepJson() {}

  static void write(JsonGenerator json, Ground ground, Step step) {
    double[] w = step.w();
    boolean small = w.length <= MOST_SHOWN_PARAMETERS;
    json.writeStartObject();
    json.writeNumberProperty("k", step.k());
    if (small) {
      json.writeName("w");
      SpecJson.numbers(json, w);
    }
    json.writeNumberProperty("loss", step.loss());
    if (small) {
      json.writeName("gradient");
      SpecJson.numbers(json, step.gradient());
    } else {
      json.writeNumberProperty("gradientNorm", step.gradientNorm());
    }
    json.writeNumberProperty("learningRate", step.learningRate());
    if (small) {
      state(json, step.state());
    }
    if (ground.trained() != null) {
      training(json, ground.trained(), w);
    }
    json.writeEndObject();
  }

  private static void training(JsonGenerator json, Trained trained, double[] w) {
    Trained.Scores scores = trained.scores(w);
    accuracy(json, scores.accuracy());
    if (scores.heldOutLoss() != null) {
      json.writeObjectPropertyStart("heldOut");
      json.writeName("loss");
      SpecJson.finite(json, scores.heldOutLoss());
      accuracy(json, scores.heldOutAccuracy());
      json.writeEndObject();
    }
    if (trained.weights() && w.length <= Trained.MOST_WEIGHTS) {
      weights(json, trained, w);
    }
    if (trained.output()) {
      OutputPicture.of(trained.experiment())
          .ifPresent(
              picture -> {
                json.writeName("output");
                picture.write(json, w);
              });
    }
  }

  private static void accuracy(JsonGenerator json, @Nullable Double accuracy) {
    if (accuracy != null) {
      json.writeNumberProperty("accuracy", accuracy);
    }
  }

  private static void weights(JsonGenerator json, Trained trained, double[] w) {
    json.writeArrayPropertyStart("weights");
    int next = 0;
    for (Layer layer : trained.experiment().network().layers()) {
      json.writeStartArray();
      for (int end = next + layer.parameters(); next < end; next++) {
        json.writeNumber(SpecJson.rounded(w[next], DIGITS));
      }
      json.writeEndArray();
    }
    json.writeEndArray();
  }

  private static void state(JsonGenerator json, State state) {
    json.writeObjectPropertyStart("state");
    for (int i = 0; i < state.names().size(); i++) {
      json.writeName(state.names().get(i));
      SpecJson.numbers(json, state.values(i));
    }
    json.writeEndObject();
  }
}
