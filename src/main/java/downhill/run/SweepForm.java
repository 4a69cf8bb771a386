package downhill.run;

import downhill.descent.OptimizerKind;
import downhill.descent.Range;
import downhill.run.Sweep.Outcome;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A sweep as the contract asks for it and tells it. */
@Component
public final class SweepForm {

  private static final String RANDOM = ",random";
  private static final int MOST_STARTS = 512;
  private static final int MOST_RATES = 64;
  private static final Range PLACE = Range.closed(-1e12, 1e12);
  private static final Range SHARE = Range.above(0, 1);

  private final ShortForm shortForm;
  private final Sweeps sweeps;
  private final Sentences sentences;

  SweepForm(ShortForm shortForm, Sweeps sweeps, Sentences sentences) {
    this.shortForm = shortForm;
    this.sweeps = sweeps;
    this.sentences = sentences;
  }

  /**
   * Plays and writes the runs that a query asks for: beside the short form of a spec {@code starts}
   * and {@code rates}, each {@code least,greatest,number}, and {@code near}. With a fourth part,
   * {@code random}, the starts are drawn by the seed.
   *
   * @param json where they are written
   * @param query the query's members
   * @throws Refused naming the query's member, the value and what is allowed, or where the server
   *     is too busy
   */
  public void write(JsonGenerator json, Map<String, String> query) {
    write(json, play(query));
  }

  /**
   * Plays the same.
   *
   * @param query the query's members
   * @throws Refused as above
   */
  public Sweep play(Map<String, String> query) {
    Map<String, String> members = new HashMap<>(query);
    String starts = members.remove("starts");
    String rates = members.remove("rates");
    String near = members.remove("near");
    boolean random = starts != null && starts.endsWith(RANDOM);
    Side places =
        starts == null
            ? Side.NONE
            : side("starts", random ? cutOff(starts) : starts, PLACE, MOST_STARTS);
    Side paces =
        rates == null ? Side.NONE : side("rates", rates, OptimizerKind.LEARNING_RATE, MOST_RATES);
    if (rates != null) {
      members.putIfAbsent("learningRate", String.valueOf(paces.lo()));
    }
    double share = near == null ? Sweeps.NEAR : number("near", near, SHARE);
    if (members.containsKey("program")) {
      throw sentences.invalid("program", "error.program.no-sweep");
    }
    Spec spec = shortForm.read(members);
    return random
        ? sweeps.draw(spec, places.lo(), places.hi(), places.n(), paces.logarithmic(), share)
        : sweeps.play(spec, places.even(), paces.logarithmic(), share);
  }

  private static String cutOff(String starts) {
    return starts.substring(0, starts.length() - RANDOM.length());
  }

  /** A stretch that is swept, and in how many values. */
  private record Side(double lo, double hi, int n) {

    static final Side NONE = new Side(0, 0, 0);

    double[] even() {
      return values(i -> lo + (hi - lo) * i);
    }

    /** Three figures, as a reader would set them; but the ends as they were given. */
    double[] logarithmic() {
      return values(i -> i == 0 ? lo : i == 1 ? hi : threeFigures(lo * StrictMath.pow(hi / lo, i)));
    }

    private static double threeFigures(double value) {
      return new BigDecimal(value).round(new MathContext(3)).doubleValue();
    }

    private double[] values(DoubleUnaryOperator at) {
      return IntStream.range(0, n)
          .mapToDouble(i -> at.applyAsDouble(n == 1 ? 0 : (double) i / (n - 1)))
          .toArray();
    }
  }

  private Side side(String name, String text, Range range, int most) {
    String[] parts = text.split(",", -1);
    if (parts.length != 3) {
      throw sentences.invalid(name, "error.sweep.side", name, SpecJson.cut(text));
    }
    double lo = number(name, parts[0], range);
    double hi = number(name, parts[1], range);
    if (lo > hi) {
      throw sentences.invalid(name, "error.sweep.side", name, SpecJson.cut(text));
    }
    return new Side(lo, hi, (int) member(name, parts[2]).whole(name, 1, most));
  }

  private double number(String name, String text, Range range) {
    return member(name, text).number(name, range);
  }

  private Members member(String name, String text) {
    ObjectNode holder = JsonNodeFactory.instance.objectNode();
    QueryTree.number(holder, name, text);
    return Members.of(holder, "", sentences);
  }

  private static void write(JsonGenerator json, Sweep sweep) {
    json.writeStartObject();
    json.writeName("spec");
    SpecJson.write(json, sweep.spec());
    json.writeName("starts");
    SpecJson.numbers(json, sweep.starts());
    if (sweep.seeds().length > 0) {
      json.writeArrayPropertyStart("seeds");
      Arrays.stream(sweep.seeds()).forEach(json::writeNumber);
      json.writeEndArray();
    }
    json.writeName("rates");
    SpecJson.numbers(json, sweep.rates());
    json.writeNumberProperty("near", sweep.near());
    json.writeArrayPropertyStart("runs");
    for (List<@Nullable Outcome> row : sweep.runs()) {
      json.writeStartArray();
      row.forEach(outcome -> write(json, outcome));
      json.writeEndArray();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, @Nullable Outcome outcome) {
    if (outcome == null) {
      json.writeNull();
      return;
    }
    json.writeStartObject();
    json.writeStringProperty("verdict", outcome.verdict().key());
    json.writeNumberProperty("k", outcome.k());
    json.writeName("w");
    SpecJson.numbers(json, outcome.w());
    json.writeNumberProperty("loss", outcome.loss());
    write(json, "minimum", outcome.minimum());
    write(json, "reached", outcome.reached());
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, String name, @Nullable Integer value) {
    if (value == null) {
      json.writeNullProperty(name);
    } else {
      json.writeNumberProperty(name, value);
    }
  }
}
