package downhill.run;

import downhill.data.DataSet;
import downhill.data.Fit;
import tools.jackson.core.JsonGenerator;

/** Writes what a spec is about: its {@code objective}, filled in. */
final class GroundJson {

  private GroundJson() {}

  static void write(JsonGenerator json, Ground ground) {
    Ground.Source source = ground.source();
    Fit fit = ground.fit();
    json.writeStartObject();
    if (source.kind().equals("heights")) {
      json.writeName("heights");
      SpecJson.numbers(json, source.heights());
    } else if (fit != null && source.kind().equals("points")) {
      json.writeName("points");
      points(json, fit.data());
    } else {
      json.writeStringProperty(source.kind(), source.name());
    }
    if (source.kind().equals("heights") || source.kind().equals("formula")) {
      json.writeName("domain");
      SpecJson.domain(json, ground.domain());
    }
    if (ground.trained() != null) {
      watched(json, ground.trained());
    }
    if (fit != null) {
      json.writeStringProperty("model", "line");
      json.writeBooleanProperty("scale", fit.scaling() != null);
    }
    json.writeEndObject();
  }

  private static void watched(JsonGenerator json, Trained trained) {
    if (trained.weights() || trained.output()) {
      json.writeArrayPropertyStart(ProgramGrounds.WATCH);
      if (trained.weights()) {
        json.writeString(ProgramGrounds.WEIGHTS);
      }
      if (trained.output()) {
        json.writeString(ProgramGrounds.OUTPUT);
      }
      json.writeEndArray();
    }
  }

  /** Writes rows as pairs. */
  static void points(JsonGenerator json, DataSet data) {
    double[] x = data.x();
    double[] y = data.y();
    json.writeStartArray();
    for (int i = 0; i < x.length; i++) {
      SpecJson.numbers(json, new double[] {x[i], y[i]});
    }
    json.writeEndArray();
  }
}
