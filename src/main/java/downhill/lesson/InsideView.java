package downhill.lesson;

import downhill.descent.Step;
import downhill.run.Spec;
import downhill.run.SurfacePicture;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The first update of a run with two parameters, with all that goes into it.
 *
 * @param quantities a row each
 * @param parameters the lines of each parameter, with its numbers
 * @param arrows at the start, on the map
 * @param memory what it remembers that points somewhere, by the engine's name; empty for none
 * @param charted what the rule remembers first of all, by the engine's name; null for nothing
 */
record InsideView(
    List<Quantity> quantities,
    List<List<Line>> parameters,
    List<Arrow> arrows,
    String memory,
    @Nullable String charted) {

  /**
   * A quantity.
   *
   * @param symbol names it
   * @param key of its name among the messages
   * @param before whether it is what was remembered before the update
   * @param formula how it comes about, as MathML
   * @param values for each parameter, ready to be read
   * @param bars where the parameters are compared, the length of a bar for each; else empty
   */
  record Quantity(
      String symbol,
      String key,
      boolean before,
      String formula,
      List<String> values,
      List<String> bars) {}

  /**
   * A quantity's formula with numbers in it.
   *
   * @param symbol names it
   * @param math as MathML, in pieces between which the line may break
   */
  record Line(String symbol, String math) {}

  /** An arrow on the map. */
  record Arrow(String symbol, Place from, Place to) {}

  private static final double LEAST = 0.05;
  private static final double MOST = 0.5;

  /** The first update. */
  static InsideView of(Spec spec, List<Step> steps, SurfacePicture picture) {
    WrittenRule rule = RuleBook.of(spec);
    Step now = steps.get(0);
    @Nullable Step after = steps.size() > 1 ? steps.get(1) : null;
    List<Map<String, Double>> known =
        IntStream.range(0, 2).mapToObj(i -> rule.numbers(spec, now, after, i)).toList();
    return new InsideView(
        quantities(rule, known),
        known.stream().map(numbers -> lines(rule, numbers)).toList(),
        arrows(now, after, picture),
        rule.memory(),
        rule.remembers().isEmpty() ? null : rule.remembers().get(0));
  }

  private static List<Quantity> quantities(WrittenRule rule, List<Map<String, Double>> known) {
    Stream<String> before =
        Stream.of(rule.memory() + Symbols.BEFORE).filter(symbol -> !rule.memory().isEmpty());
    Stream<Quantity> given =
        Stream.concat(Stream.of("gradient"), before)
            .map(symbol -> quantity(rule, symbol, letters(symbol), known));
    Stream<Quantity> made =
        rule.lines().stream()
            .map(line -> quantity(rule, line.symbol(), formula(rule, line), known));
    return Stream.concat(given, made).toList();
  }

  private static Quantity quantity(
      WrittenRule rule, String symbol, String formula, List<Map<String, Double>> known) {
    List<@Nullable Double> values = new ArrayList<>();
    known.forEach(numbers -> values.add(numbers.get(symbol)));
    String key = symbol.replace(Symbols.BEFORE, "");
    return new Quantity(
        symbol,
        key,
        symbol.endsWith(Symbols.BEFORE),
        "<math>" + formula + "</math>",
        values.stream().map(value -> text(symbol, value)).toList(),
        symbol.equals(rule.rate()) ? bars(values) : List.of());
  }

  private static List<String> bars(List<@Nullable Double> values) {
    double most = values.stream().filter(Objects::nonNull).mapToDouble(x -> x).max().orElse(0);
    return values.stream()
        .map(value -> value == null || most == 0 ? "0%" : Place.percent(100 * value / most))
        .toList();
  }

  private static String text(String symbol, @Nullable Double value) {
    return value == null ? RuleLines.UNKNOWN : RuleLines.written(symbol, value);
  }

  private static String letters(String symbol) {
    return "<mi data-symbol=\"" + symbol + "\">" + Symbols.letters(symbol) + "</mi>";
  }

  /** What is remembered becomes another; all else is worked out anew. */
  private static String formula(WrittenRule rule, WrittenRule.Line line) {
    boolean becomes = rule.remembers().contains(line.symbol()) || line.symbol().equals("landing");
    StringBuilder out = new StringBuilder(letters(line.symbol()));
    out.append(becomes ? "<mo>←</mo>" : "<mo>=</mo>");
    line.term().write(out, new Letters(), 0);
    return out.toString();
  }

  private static List<Line> lines(WrittenRule rule, Map<String, Double> known) {
    return rule.lines().stream()
        .filter(line -> !(line.term() instanceof Term.Symbol))
        .map(line -> new Line(line.symbol(), math(line, new Numbers(known))))
        .toList();
  }

  /** A line may break before each sign of its sum, and before what it comes to. */
  private static String math(WrittenRule.Line line, Numbers pen) {
    StringBuilder out = new StringBuilder("<math>");
    out.append(letters(line.symbol())).append("<mo>=</mo>");
    if (line.term() instanceof Term.Operation sum && sum.isSum()) {
      sum.terms().get(0).write(out, pen, 0);
      out.append("</math><math>").append(sum.infix());
      sum.terms().get(1).write(out, pen, sum.behind());
    } else {
      line.term().write(out, pen, 0);
    }
    out.append("</math><math><mo form=\"infix\">=</mo>").append(pen.result(line.symbol()));
    return out.append("</math>").toString();
  }

  private record Letters() implements Term.Pen {

    @Override
    public String symbol(String symbol) {
      return letters(symbol);
    }

    @Override
    public @Nullable Map<String, Double> known() {
      return null;
    }
  }

  /** Settings stay as they are: the script has no need to find them. */
  private record Numbers(Map<String, Double> known) implements Term.Pen {

    @Override
    public String symbol(String symbol) {
      if (symbol.equals("t")) {
        return "<mn data-part=\"arithmetic-power\">1</mn>";
      }
      if (Symbols.isSetting(symbol)) {
        double value = known.getOrDefault(symbol, 0.0);
        return "<mn>" + (value < 1e-4 ? Figures.tight(value) : Figures.rate(value)) + "</mn>";
      }
      String text = text(symbol, known.get(symbol));
      return number(symbol, text.startsWith("−") ? "(" + text + ")" : text, " data-behind");
    }

    String result(String symbol) {
      return number(symbol, text(symbol, known.get(symbol)), "");
    }

    private static String number(String symbol, String text, String more) {
      return "<mn data-symbol=\"" + symbol + "\"" + more + ">" + text + "</mn>";
    }
  }

  /** The same as the script's {@code model/arrows.js}; nothing is remembered at the start. */
  private static List<Arrow> arrows(Step now, @Nullable Step after, SurfacePicture picture) {
    double[] w = now.w();
    double[] slope = now.gradient();
    double rate = after == null ? now.learningRate() : after.learningRate();
    double share =
        Math.hypot(
            rate * slope[0] / picture.domain().get(0).width(),
            rate * slope[1] / picture.domain().get(1).width());
    boolean fits = share == 0 || (share >= LEAST && share <= MOST);
    double scale = fits ? rate : rate * roundBelow(MOST / share);
    double[] downhill = {w[0] - scale * slope[0], w[1] - scale * slope[1]};
    Place from = MapDrawing.place(picture, w);
    List<Arrow> arrows = new ArrayList<>();
    arrows.add(new Arrow("gradient", from, MapDrawing.place(picture, downhill)));
    if (after != null) {
      arrows.add(new Arrow("step", from, MapDrawing.place(picture, after.w())));
    }
    return arrows;
  }

  private static double roundBelow(double x) {
    double unit = Math.pow(10, Math.floor(Math.log10(x)));
    return unit * (5 * unit <= x ? 5 : 2 * unit <= x ? 2 : 1);
  }
}
