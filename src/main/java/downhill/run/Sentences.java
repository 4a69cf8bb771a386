package downhill.run;

import downhill.descent.Range;
import downhill.formula.FormulaException;
import downhill.formula.NearMiss;
import downhill.studio.Mistake;
import downhill.studio.Problem;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;

/** Speaks the contract's sentences, kept in {@code messages.properties}. */
@Component
public final class Sentences {

  private static final String DID_YOU_MEAN = "error.did-you-mean";

  /** The problems for which it is known what to write, so that nobody has to be asked. */
  private static final Set<Problem> MENDED =
      EnumSet.of(
          Problem.UNKNOWN_CHARACTER,
          Problem.DECIMAL_COMMA,
          Problem.MISSING_COLON,
          Problem.MISSING_QUOTES,
          Problem.OUTPUT_FOR_KINDS);

  private final MessageSource messages;

  Sentences(MessageSource messages) {
    this.messages = messages;
  }

  /**
   * The sentence of a key. The contract speaks English, or the language that the address names:
   * answers that are kept by their address stay true.
   *
   * @param key its key in the messages
   * @param values what is filled in
   * @return the sentence
   */
  public String say(String key, Object... values) {
    return messages.getMessage(key, Tongue.values(values), Tongue.spoken());
  }

  /**
   * A refusal of a value.
   *
   * @param field the member's path
   * @param key the sentence's key in the messages
   * @param values what is filled in
   * @return the refusal
   */
  public Refused invalid(String field, String key, Object... values) {
    return new Refused(Refused.Code.INVALID, field, say(key, values));
  }

  /**
   * A refusal of a text that is not JSON.
   *
   * @param e what the JSON reader found
   * @return the refusal, saying the line and the column
   */
  public Refused malformed(JacksonException e) {
    TokenStreamLocation place = e.getLocation();
    String sentence =
        place == null
            ? say("error.malformed")
            : say("error.malformed.at", number(place.getLineNr()), number(place.getColumnNr()));
    return new Refused(Refused.Code.MALFORMED, null, sentence);
  }

  /**
   * A refusal of a name, with the names there are and, for a near miss, the one meant.
   *
   * @param field the member's path
   * @param name what was sent
   * @param known the names there are
   * @return the refusal
   */
  public Refused unknownName(String field, String name, List<String> known) {
    String meant = NearMiss.of(name, known).map(near -> say(DID_YOU_MEAN, near)).orElse("");
    return invalid(
        field, "error.unknown-name", field, SpecJson.cut(name), meant, String.join(", ", known));
  }

  /** A refusal of a formula, saying where and what. */
  Refused formula(String field, FormulaException e) {
    boolean name = e.problem() == FormulaException.Problem.UNKNOWN_NAME;
    String offer = name ? DID_YOU_MEAN : "error.formula.write";
    String meant = e.suggestion().map(near -> say(offer, near)).orElse("");
    String found = e.found().isEmpty() ? say("error.formula.end") : "“" + e.found() + "”";
    String key = "error.formula." + e.problem().name().toLowerCase(Locale.ROOT).replace('_', '-');
    Refused.Mistake mistake =
        new Refused.Mistake(e.position(), SpecJson.cut(e.found()), e.suggestion().orElse(null));
    return new Refused(
        Refused.Code.INVALID, field, say(key, number(e.position() + 1), found, meant), mistake);
  }

  /**
   * A mistake in a program of the Studio, in a sentence that begins with its line.
   *
   * @param mistake what is wrong, and where
   * @return the sentence
   */
  public String mistake(Mistake mistake) {
    String key = "error.studio." + mistake.key();
    Object[] values = Tongue.values(mistake.values().toArray());
    String found = mistake.values().get(0);
    values[0] = found.isEmpty() ? say("error.studio.end") : quoted(found);
    return say(
        "error.studio.line",
        Integer.toString(mistake.line()),
        say(key, values),
        offer(mistake, key + ".else", values));
  }

  /** What to write instead, or else what there is to choose from. */
  private String offer(Mistake mistake, String otherwise, Object[] values) {
    String meant = mistake.suggestion();
    if (meant == null) {
      return Objects.requireNonNull(
          messages.getMessage(otherwise, values, "", Tongue.spoken()), otherwise);
    }
    return MENDED.contains(mistake.problem())
        ? say("error.studio.write", quoted(meant))
        : say(DID_YOU_MEAN, meant.replace("\"", ""));
  }

  /** A text of a program brings its own quotes. */
  private static String quoted(String piece) {
    return piece.startsWith("\"") ? piece : "“" + piece + "”";
  }

  /** Numbers in a row. */
  static String list(double[] numbers) {
    return Tongue.listed(Arrays.stream(numbers).mapToObj(Sentences::number));
  }

  /** What a range allows, in words. */
  String allowed(Range range) {
    String lo = range.loIn() ? "error.range.at-least" : "error.range.above";
    String hi = range.hiIn() ? "error.range.at-most" : "error.range.below";
    return say("error.range", say(lo, number(range.lo())), say(hi, number(range.hi())));
  }

  /** A number as people write it: no exponent where it can do without, a true minus sign. */
  static String number(double x) {
    if (!Double.isFinite(x)) {
      return Double.isNaN(x) ? "NaN" : x > 0 ? "∞" : "−∞";
    }
    double size = Math.abs(x);
    String text =
        size != 0 && (size < 1e-4 || size >= 1e16)
            ? SpecJson.shortest(x).replace("E", "e").replace(".0e", "e")
            : new BigDecimal(SpecJson.shortest(x)).stripTrailingZeros().toPlainString();
    return Tongue.number(text.replace('-', '−'));
  }

  /** A number to three figures, for a sentence that need not be exact. */
  static String about(double x) {
    return number(new BigDecimal(x).round(new MathContext(3)).doubleValue());
  }
}
