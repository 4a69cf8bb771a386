package downhill.run;

import downhill.descent.Batches;
import downhill.descent.Interval;
import downhill.descent.Step;
import java.io.OutputStream;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.io.NumberOutput;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The contract's JSON. Numbers are written in the fewest digits that read back as the same double,
 * by one algorithm on every Java.
 */
public final class SpecJson {

  private static final int LONGEST_SHOWN = 40;
  private static final int REPLACEMENT = 0xFFFD;

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build();

  private static final JsonMapper MAPPER = JsonMapper.builder(FACTORY).build();

  private SpecJson() {}

  /** Reads and writes the contract's JSON; a member named twice is an error. */
  public static JsonMapper mapper() {
    return MAPPER;
  }

  /**
   * Writes one JSON text.
   *
   * @param body writes one value
   * @return the text
   */
  public static String text(Consumer<JsonGenerator> body) {
    StringWriter text = new StringWriter(256);
    try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), text)) {
      body.accept(json);
    }
    return text.toString();
  }

  /** Writes one JSON text in UTF-8. */
  static void write(OutputStream to, Consumer<JsonGenerator> body) {
    try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), to)) {
      body.accept(json);
    }
  }

  /** Writes a spec, filled in. */
  public static void write(JsonGenerator json, Spec spec) {
    json.writeStartObject();
    json.writeName("objective");
    GroundJson.write(json, spec.ground());
    if (spec.ground().trained() == null || spec.start().length <= StepJson.MOST_SHOWN_PARAMETERS) {
      json.writeName("start");
      numbers(json, spec.start());
    }
    json.writeObjectPropertyStart("optimizer");
    json.writeStringProperty("name", spec.optimizer().key());
    json.writeNumberProperty("learningRate", spec.learningRate());
    settings(json, spec.settings());
    json.writeEndObject();
    json.writeObjectPropertyStart("schedule");
    json.writeStringProperty("name", spec.schedule().key());
    settings(json, spec.scheduleSettings());
    json.writeEndObject();
    if (spec.batches().equals(Batches.ALL)) {
      json.writeStringProperty("batch", "all");
    } else {
      json.writeNumberProperty("batch", spec.batches().size());
    }
    json.writeNumberProperty("noise", spec.noise().deviation());
    json.writeNumberProperty("seed", spec.noise().seed());
    json.writeNumberProperty("steps", spec.steps());
    json.writeNumberProperty("tolerance", spec.tolerance());
    json.writeArrayPropertyStart("changes");
    spec.changes().forEach(change -> change(json, change));
    json.writeEndArray();
    json.writeEndObject();
  }

  /**
   * Writes a step.
   *
   * @param json where it is written
   * @param spec of which run
   * @param step the step
   */
  public static void write(JsonGenerator json, Spec spec, Step step) {
    StepJson.write(json, spec.ground(), step);
  }

  /**
   * Writes a step, as {@link #write(JsonGenerator, Spec, Step)} does.
   *
   * @param json where it is written
   * @param spec of which run
   * @param step the step
   */
  public static void write(JsonBytes json, Spec spec, Step step) {
    StepJson.write(json, spec.ground(), step);
  }

  /** Writes numbers as an array. */
  public static void numbers(JsonGenerator json, double[] numbers) {
    json.writeStartArray();
    for (double number : numbers) {
      json.writeNumber(number);
    }
    json.writeEndArray();
  }

  /** Writes a number; null where it is not finite, since nothing else may go out. */
  static void finite(JsonGenerator json, double number) {
    if (Double.isFinite(number)) {
      json.writeNumber(number);
    } else {
      json.writeNull();
    }
  }

  /** A number to so many digits, where it is finite. */
  static double rounded(double number, int digits) {
    return Double.isFinite(number)
        ? new BigDecimal(number).round(new MathContext(digits)).doubleValue()
        : number;
  }

  /**
   * A number as the double nearest to it, however many digits it has.
   *
   * @param node what was sent
   * @return the number; NaN where it is none, infinite where it is beyond the doubles
   */
  public static double number(JsonNode node) {
    return node.isNumber() ? Double.parseDouble(node.asString()) : Double.NaN;
  }

  /**
   * A number in the fewest digits that read back as the same double, on every Java alike; before 19
   * {@link Double#toString} sometimes wrote more.
   *
   * @param x the number
   * @return its digits
   */
  public static String shortest(double x) {
    return NumberOutput.toString(x, true);
  }

  /**
   * A piece of JSON for a sentence about it.
   *
   * @param node what was sent
   * @return its text, cut short
   */
  public static String shown(JsonNode node) {
    return cut(node.toString());
  }

  /**
   * A text for a sentence about it; half a character, which no frame can carry, is replaced.
   *
   * @param text what was sent
   * @return the text, cut short
   */
  public static String cut(String text) {
    StringBuilder shown = new StringBuilder();
    text.codePoints()
        .limit(LONGEST_SHOWN)
        .map(point -> Character.getType(point) == Character.SURROGATE ? REPLACEMENT : point)
        .forEach(shown::appendCodePoint);
    return text.codePointCount(0, text.length()) <= LONGEST_SHOWN ? shown.toString() : shown + "…";
  }

  /** Writes a domain: the two ends, or a pair of ends for each parameter. */
  static void domain(JsonGenerator json, List<Interval> domain) {
    if (domain.size() == 1) {
      numbers(json, new double[] {domain.get(0).lo(), domain.get(0).hi()});
      return;
    }
    json.writeStartArray();
    domain.forEach(side -> numbers(json, new double[] {side.lo(), side.hi()}));
    json.writeEndArray();
  }

  private static void settings(JsonGenerator json, Map<String, Double> settings) {
    settings.forEach(json::writeNumberProperty);
  }

  private static void change(JsonGenerator json, Spec.Change change) {
    json.writeStartObject();
    json.writeNumberProperty("at", change.at());
    if (change.learningRate() != null) {
      json.writeNumberProperty("learningRate", change.learningRate());
    }
    settings(json, change.settings());
    json.writeEndObject();
  }
}
