package downhill.run;

import downhill.data.Layer;
import downhill.descent.State;
import downhill.descent.Step;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/**
 * Writes a step of a run, straight to bytes, since most of what is sent is steps: all of it where
 * it is small, and of a training what is asked for.
 */
final class StepJson {

  static final int MOST_SHOWN_PARAMETERS = 8;

  /** So many digits of a weight a page is given to draw. */
  private static final int DIGITS = 3;

  /** A small step takes about so many bytes. */
  private static final int ROOM = 256;

  private static final byte[] K = ascii("{\"k\":");
  private static final byte[] W = ascii(",\"w\":");
  private static final byte[] LOSS = ascii(",\"loss\":");
  private static final byte[] GRADIENT = ascii(",\"gradient\":");
  private static final byte[] GRADIENT_NORM = ascii(",\"gradientNorm\":");
  private static final byte[] LEARNING_RATE = ascii(",\"learningRate\":");
  private static final byte[] STATE = ascii(",\"state\":{");

  private StepJson() {}

  private static byte[] ascii(String json) {
    return json.getBytes(StandardCharsets.US_ASCII);
  }

  static void write(JsonGenerator json, Ground ground, Step step) {
    JsonBytes text = new JsonBytes(ROOM);
    write(text, ground, step);
    json.writeRawValue(text.toString());
  }

  static void write(JsonBytes json, Ground ground, Step step) {
    boolean small = step.parameters() <= MOST_SHOWN_PARAMETERS;
    json.raw(K).whole(step.k());
    if (small) {
      json.raw(W).numbers(step.w());
    }
    json.raw(LOSS).number(step.loss());
    if (small) {
      json.raw(GRADIENT).numbers(step.gradient());
    } else {
      json.raw(GRADIENT_NORM).number(step.gradientNorm());
    }
    json.raw(LEARNING_RATE).numberAgain(step.learningRate());
    if (small) {
      state(json, step.state());
    }
    Trained trained = ground.trained();
    if (trained != null) {
      json.members(members -> training(members, trained, step.w()));
    }
    json.raw('}');
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

  private static void state(JsonBytes json, State state) {
    json.raw(STATE);
    for (int i = 0; i < state.names().size(); i++) {
      json.raw(i > 0 ? ",\"" : "\"").raw(state.names().get(i)).raw("\":").numbers(state.values(i));
    }
    json.raw('}');
  }
}
