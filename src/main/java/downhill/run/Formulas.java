package downhill.run;

import downhill.formula.Formula;
import downhill.formula.FormulaException;
import downhill.formula.Notation;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.core.JsonGenerator;

/** Reads the formulas that people write, and tells how what they wrote was understood. */
@Component
public final class Formulas {

  private static final String MEMBER = "formula";

  private final Sentences sentences;
  private final Limits limits;

  Formulas(Sentences sentences, Limits limits) {
    this.sentences = sentences;
    this.limits = limits;
  }

  /**
   * Writes a query's formula, its variables and its derivative by each of them; null in place of
   * the derivatives where one is too long to be shown. Of a formula that does not read it writes
   * the mistake: whoever types is asked at every key, and is right to be in the middle of it.
   *
   * @param json where they are written
   * @param query the query's members; {@code formula} and no other
   * @throws Refused naming the query's member and what is wrong, if that is not the formula
   */
  public void write(JsonGenerator json, Map<String, String> query) {
    for (String name : query.keySet()) {
      if (!name.equals(MEMBER)) {
        String shown = SpecJson.cut(name);
        throw sentences.invalid(shown, "error.unknown-member", shown, MEMBER);
      }
    }
    String text = query.get(MEMBER);
    if (text == null) {
      throw sentences.invalid(MEMBER, "error.formula.missing");
    }
    json.writeStartObject();
    json.writeStringProperty(MEMBER, text);
    try {
      understood(json, read(text, MEMBER));
    } catch (Refused refused) {
      mistaken(json, refused);
    }
    json.writeEndObject();
  }

  private static void understood(JsonGenerator json, Formula formula) {
    Optional<List<String>> derivatives = formula.derivatives(Notation.FORMULA);
    json.writeName("variables");
    texts(json, formula.variables());
    json.writeName("derivatives");
    derivatives.ifPresentOrElse(all -> texts(json, all), json::writeNull);
  }

  private static void mistaken(JsonGenerator json, Refused refused) {
    Refused.Mistake mistake = refused.mistake();
    if (mistake == null) {
      throw refused;
    }
    json.writeObjectPropertyStart("mistake");
    json.writeStringProperty("message", refused.sentence());
    json.writeNumberProperty("position", mistake.position());
    json.writeStringProperty("found", mistake.found());
    if (mistake.suggestion() != null) {
      json.writeStringProperty("suggestion", mistake.suggestion());
    }
    json.writeEndObject();
  }

  /** Reads a formula; {@code where} is the path of the member that it stands in. */
  Formula read(String text, String where) {
    if (text.length() > limits.formulaLength()) {
      throw sentences.invalid(
          where, "error.formula.too-long", limits.formulaLength(), text.length());
    }
    try {
      return Formula.parse(text);
    } catch (FormulaException e) {
      throw sentences.formula(where, e);
    }
  }

  private static void texts(JsonGenerator json, List<String> texts) {
    json.writeStartArray();
    texts.forEach(json::writeString);
    json.writeEndArray();
  }
}
