package downhill.lesson;

import downhill.descent.Step;
import downhill.run.Spec;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/**
 * The update of an optimizer, quantity by quantity, for one parameter.
 *
 * @param memory what it remembers that points somewhere, as the slope does; empty for none
 * @param remembers what it remembers
 * @param begins what something remembered is at the start, where that is not nought
 * @param rate the line that is each parameter's own rate
 * @param lines in the order of the calculation
 */
record WrittenRule(
    String memory,
    List<String> remembers,
    Map<String, Term> begins,
    String rate,
    List<Line> lines) {

  /** Adds where the step leads. */
  WrittenRule {
    lines = Stream.concat(lines.stream(), Stream.of(LANDING)).toList();
  }

  /**
   * Every number of an update by its symbol: what is remembered as the engine has it, all else
   * worked out from that.
   *
   * @param spec the run
   * @param now the step that is left
   * @param after the step that it leads to; null where there is none, and then there is only what
   *     was there before
   * @param i the parameter
   */
  Map<String, Double> numbers(Spec spec, Step now, @Nullable Step after, int i) {
    Map<String, Double> known = new HashMap<>(Symbols.settings(spec));
    known.put("w", now.w()[i]);
    known.put("gradient", now.gradient()[i]);
    known.put("alpha", (after == null ? now : after).learningRate());
    known.put("t", now.k() + 1.0);
    remembers.forEach(symbol -> known.put(symbol + Symbols.BEFORE, begun(symbol, now, known, i)));
    if (after != null) {
      for (Line line : lines) {
        boolean kept = remembers.contains(line.symbol);
        known.put(line.symbol, kept ? remembered(after, line.symbol, i) : line.term.value(known));
      }
    }
    return known;
  }

  private double begun(String symbol, Step now, Map<String, Double> known, int i) {
    Term first = begins.get(symbol);
    return now.k() == 0 && first != null ? first.value(known) : remembered(now, symbol, i);
  }

  /** Writes it for the script, with its settings. */
  void json(JsonGenerator json, Spec spec) {
    json.writeStartObject();
    json.writeStringProperty("memory", memory);
    json.writeStringProperty("rate", rate);
    json.writeObjectPropertyStart("settings");
    Symbols.settings(spec)
        .forEach((symbol, value) -> json.writeNumberProperty(symbol, (double) value));
    json.writeEndObject();
    json.writeObjectPropertyStart("begins");
    begins.forEach(
        (symbol, term) -> {
          json.writeName(symbol);
          term.json(json);
        });
    json.writeEndObject();
    json.writeArrayPropertyStart("remembers");
    remembers.forEach(json::writeString);
    json.writeEndArray();
    json.writeArrayPropertyStart("lines");
    for (Line line : lines) {
      json.writeStartArray();
      json.writeString(line.symbol);
      line.term.json(json);
      json.writeEndArray();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static double remembered(Step step, String symbol, int i) {
    return step.state().values(step.state().names().indexOf(symbol))[i];
  }

  private static final Line LANDING = new Line("landing", Term.plus(Term.of("w"), Term.of("step")));

  /**
   * A quantity of an update.
   *
   * @param symbol names it
   * @param term what it comes to
   */
  record Line(String symbol, Term term) {}
}
