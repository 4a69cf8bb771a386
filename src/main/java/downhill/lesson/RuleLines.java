package downhill.lesson;

import downhill.descent.Step;
import downhill.run.Spec;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The first update written out, each number by its symbol, by the same measure as the script's
 * {@code update.js}.
 *
 * @param form how it can be written: {@code plain}, {@code momentum}, {@code adam}, or {@code
 *     other} where it cannot
 * @param uphill whether the sign is a plus
 * @param rule the optimizer
 * @param settings its own, for the form
 * @param numbers the numbers by their symbols, ready to be read
 */
record RuleLines(
    String form,
    boolean uphill,
    String rule,
    Map<String, String> settings,
    Map<String, String> numbers) {

  /** The rules that can be written out in full, simplest first. */
  private static final List<String> WRITTEN_OUT = List.of("sgd", "momentum", "adam");

  /** What stands for a number that is not known: the run took no step. */
  static final String UNKNOWN = "…";

  private static final Set<String> SMALL =
      Set.of(
          "v", "vHat", "G", "meanSquare", "meanSquareGradient", "meanSquareStep", "delta", "rate");

  private static final double FINE = 0.1;

  /**
   * Writes it out.
   *
   * @param spec the run
   * @param steps as they are shown
   * @param played as the engine took them: for a climb, on the ground turned upside down
   */
  static RuleLines of(Spec spec, List<Step> steps, List<Step> played, boolean uphill) {
    Step first = steps.get(0);
    Map<String, Double> found = new HashMap<>();
    found.put("w", first.w()[0]);
    found.put("gradient", first.gradient()[0]);
    String form = form(spec);
    Map<String, String> texts = new HashMap<>();
    if (steps.size() > 1) {
      found.put("next", steps.get(1).w()[0]);
      remembered(form, spec, played, uphill ? -1 : 1, found);
    }
    found.forEach((symbol, x) -> texts.put(symbol, written(symbol, x)));
    texts.put("alpha", Figures.rate(first.learningRate()));
    spec.settings().forEach((name, value) -> settings(texts, name, value));
    Map<String, String> settings = new LinkedHashMap<>();
    spec.settings().forEach((name, value) -> settings.put(name, Figures.field(value)));
    return new RuleLines(form, uphill, spec.optimizer().key(), settings, texts);
  }

  /** The rules to choose from, and the one that is shown. */
  public List<String> choices() {
    return Stream.concat(WRITTEN_OUT.stream(), Stream.of(rule)).distinct().toList();
  }

  /** A number by its symbol. */
  public String text(String symbol) {
    return numbers.getOrDefault(symbol, UNKNOWN);
  }

  /** The same where it stands behind a sign: a negative one in brackets. */
  public String behind(String symbol) {
    String text = text(symbol);
    return text.startsWith("−") ? "(" + text + ")" : text;
  }

  /** Noise is not in these lines: what it adds stands in Roll's. */
  static String form(Spec spec) {
    String name = spec.optimizer().key();
    if (spec.noise().deviation() > 0) {
      return "other";
    }
    if (name.equals("sgd") || Double.valueOf(0).equals(spec.settings().get("momentum"))) {
      return "plain";
    }
    return List.of("momentum", "adam").contains(name) ? name : "other";
  }

  /**
   * A number of an update as it is written; the script's {@code arithmetic-line.js} has the same. A
   * small average of squares is divided by as little as a thousandth: it keeps its digits.
   */
  static String written(String symbol, double x) {
    boolean fine = SMALL.contains(symbol.replace(Symbols.BEFORE, "")) && x < FINE;
    return fine || symbol.equals("alpha") ? Figures.rate(x) : Figures.tight(x);
  }

  private static void remembered(
      String form, Spec spec, List<Step> played, int turn, Map<String, Double> found) {
    Step before = played.get(0);
    Step after = played.get(1);
    if (form.equals("momentum")) {
      found.put("before", turn * remembered(before, "velocity"));
      found.put("velocity", turn * remembered(after, "velocity"));
    }
    if (form.equals("adam")) {
      double m = turn * remembered(after, "m");
      double v = remembered(after, "v");
      double share1 = 1 - setting(spec, "beta1");
      double share2 = 1 - setting(spec, "beta2");
      found.put("m-before", turn * remembered(before, "m"));
      found.put("m", m);
      found.put("m-hat", m / share1);
      found.put("v-before", remembered(before, "v"));
      found.put("v", v);
      found.put("v-hat", v / share2);
    }
  }

  private static void settings(Map<String, String> texts, String name, double value) {
    boolean tiny = name.equals("epsilon");
    texts.put(
        name.equals("momentum") ? "share" : name,
        tiny ? Figures.tight(value) : Figures.rate(value));
    if (name.startsWith("beta")) {
      texts.put(name.replace("beta", "rest"), Figures.rate(1 - value));
    }
  }

  private static double setting(Spec spec, String name) {
    return spec.settings().getOrDefault(name, 0.0);
  }

  /** Nothing is remembered before the first update. */
  private static double remembered(Step step, String name) {
    int place = step.state().names().indexOf(name);
    return place < 0 ? 0 : step.state().values(place)[0];
  }
}
