package downhill.run;

import downhill.data.DataSet;
import downhill.data.DataSets;
import downhill.data.Fit;
import downhill.data.Scaling;
import org.springframework.stereotype.Component;
import tools.jackson.core.JsonGenerator;

/**
 * What a picture needs of data beside the losses: the points, what they are, how they are scaled.
 */
@Component
final class DataPictures {

  private final Sentences sentences;

  DataPictures(Sentences sentences) {
    this.sentences = sentences;
  }

  /** Writes the data behind an objective, as an object. */
  void write(JsonGenerator json, Fit fit) {
    DataSet data = fit.data();
    json.writeStartObject();
    json.writeStringProperty("name", data.name());
    rows(json, data);
    json.writeBooleanProperty("oneColumn", fit.line().isOneColumn());
    ways(json, fit);
    json.writeEndObject();
  }

  /** Writes the catalogue's data sets, each with both ways to fit a line to it. */
  void catalogue(JsonGenerator json) {
    json.writeArrayPropertyStart("data");
    for (DataSet data : DataSets.all()) {
      json.writeStartObject();
      json.writeStringProperty("name", data.name());
      json.writeStringProperty("title", words(data, "title"));
      json.writeStringProperty("description", words(data, "teaches"));
      rows(json, data);
      fit(json, "asMeasured", new Fit(data, false));
      fit(json, "scaled", new Fit(data, true));
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void fit(JsonGenerator json, String member, Fit fit) {
    json.writeObjectPropertyStart(member);
    json.writeName("domain");
    SpecJson.domain(json, fit.domain());
    Landscapes.minima(json, fit.minima());
    ways(json, fit);
    json.writeEndObject();
  }

  private void rows(JsonGenerator json, DataSet data) {
    json.writeArrayPropertyStart("columns");
    column(json, data, "x");
    column(json, data, "y");
    json.writeEndArray();
    json.writeName("points");
    GroundJson.points(json, data);
  }

  private void column(JsonGenerator json, DataSet data, String column) {
    json.writeStartObject();
    json.writeStringProperty("name", words(data, column));
    json.writeStringProperty("unit", words(data, column + ".unit"));
    json.writeEndObject();
  }

  private String words(DataSet data, String about) {
    return sentences.say("data." + (data.name().isEmpty() ? "own" : data.name()) + "." + about);
  }

  private static void ways(JsonGenerator json, Fit fit) {
    Scaling scaling = fit.scaling();
    if (scaling == null) {
      json.writeNullProperty("scale");
    } else {
      json.writeObjectPropertyStart("scale");
      json.writeNumberProperty("mean", scaling.mean());
      json.writeNumberProperty("deviation", scaling.deviation());
      json.writeEndObject();
    }
    json.writeName("start");
    SpecJson.numbers(json, fit.start());
    json.writeNumberProperty("learningRate", fit.learningRate());
    json.writeName("curvature");
    SpecJson.numbers(json, fit.line().curvature());
  }
}
