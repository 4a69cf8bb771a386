package downhill.run;

import downhill.data.Table;
import downhill.data.Tables;
import downhill.descent.Gallery;
import downhill.descent.Landscape;
import downhill.descent.OptimizerKind;
import downhill.descent.Range;
import downhill.descent.ScheduleKind;
import downhill.descent.Setting;
import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.core.JsonGenerator;

/** All that a spec may name, each with what it is for. */
@Component
public final class Catalogue {

  private final DataPictures data;
  private final Sentences sentences;

  Catalogue(DataPictures data, Sentences sentences) {
    this.data = data;
    this.sentences = sentences;
  }

  /** The names of the gallery's curves, in its order. */
  public static List<String> curveNames() {
    return Gallery.curves().stream().map(Landscape::name).toList();
  }

  /** The names of the gallery's surfaces, in its order. */
  public static List<String> surfaceNames() {
    return Gallery.surfaces().stream().map(Landscape::name).toList();
  }

  /** Writes the catalogue. */
  public void write(JsonGenerator json) {
    json.writeStartObject();
    landscapes(json, "curves", "curve.", Gallery.curves());
    landscapes(json, "surfaces", "surface.", Gallery.surfaces());
    data.catalogue(json);
    tables(json);
    json.writeArrayPropertyStart("optimizers");
    for (OptimizerKind kind : OptimizerKind.values()) {
      json.writeStartObject();
      json.writeStringProperty("name", kind.key());
      json.writeStringProperty("description", sentences.say("optimizer." + kind.key()));
      json.writeObjectPropertyStart("learningRate");
      range(json, OptimizerKind.LEARNING_RATE);
      json.writeEndObject();
      settings(json, kind.settings());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayPropertyStart("schedules");
    for (ScheduleKind kind : ScheduleKind.values()) {
      json.writeStartObject();
      json.writeStringProperty("name", kind.key());
      json.writeStringProperty("description", sentences.say("schedule." + kind.key()));
      settings(json, kind.settings());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void landscapes(
      JsonGenerator json, String member, String prefix, List<Landscape> landscapes) {
    json.writeArrayPropertyStart(member);
    for (Landscape landscape : landscapes) {
      json.writeStartObject();
      json.writeStringProperty("name", landscape.name());
      json.writeStringProperty("title", sentences.say(prefix + landscape.name() + ".title"));
      json.writeStringProperty(
          "description", sentences.say(prefix + landscape.name() + ".teaches"));
      json.writeStringProperty("formula", landscape.formula());
      json.writeName("domain");
      SpecJson.domain(json, landscape.domain());
      json.writeName("start");
      SpecJson.numbers(json, landscape.start());
      Landscapes.minima(json, landscape.minima());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void tables(JsonGenerator json) {
    json.writeArrayPropertyStart("tables");
    for (Table table : Tables.all()) {
      json.writeStartObject();
      json.writeStringProperty("name", table.name());
      for (String about : List.of("title", "description", "source", "licence")) {
        json.writeStringProperty(about, sentences.say("table." + table.name() + "." + about));
      }
      json.writeNumberProperty("rows", table.rows());
      json.writeArrayPropertyStart("features");
      for (Table.Feature feature : table.features()) {
        json.writeStartObject();
        json.writeStringProperty("name", feature.name());
        json.writeStringProperty("unit", feature.unit());
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeStringProperty("target", table.target());
      json.writeArrayPropertyStart("kinds");
      table.kinds().forEach(json::writeString);
      json.writeEndArray();
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void settings(JsonGenerator json, List<Setting> settings) {
    json.writeArrayPropertyStart("settings");
    for (Setting setting : settings) {
      json.writeStartObject();
      json.writeStringProperty("name", setting.name());
      json.writeStringProperty("description", sentences.say("setting." + setting.name()));
      json.writeStringProperty("type", setting.whole() ? "integer" : "number");
      if (!setting.isRequired()) {
        json.writeNumberProperty("default", setting.defaultValue());
      }
      json.writeBooleanProperty("required", setting.isRequired());
      range(json, setting.range());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  /** A range by JSON Schema's words. */
  private static void range(JsonGenerator json, Range range) {
    json.writeNumberProperty(range.loIn() ? "minimum" : "exclusiveMinimum", range.lo());
    json.writeNumberProperty(range.hiIn() ? "maximum" : "exclusiveMaximum", range.hi());
  }
}
