package downhill.program;

import downhill.data.Fit;
import downhill.data.Scaling;
import downhill.descent.Setting;
import downhill.formula.Formula;
import downhill.formula.Notation;
import downhill.run.Ground;
import downhill.run.Spec;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Puts one program together: which pieces a run needs, and what is filled into them. */
final class Composition {

  private static final int WIDTH = 88;

  private final Spec spec;
  private final Ground ground;
  private final Language language;
  private final Template template;
  private final Course course;
  private final boolean scheduled;
  private final boolean batched;
  private final boolean noisy;
  private final Map<String, String> values = new HashMap<>();
  private final List<String> constants = new ArrayList<>();
  private final List<String> functions = new ArrayList<>();

  Composition(Spec spec, Language language) {
    this.spec = spec;
    this.ground = spec.ground();
    this.language = language;
    this.template = language.template();
    this.course = Course.of(spec);
    this.scheduled = !spec.scheduleSettings().isEmpty();
    this.batched = !spec.batches().isWhole();
    this.noisy = spec.noise().deviation() > 0;
  }

  String text() {
    guess();
    switch (ground.source().kind()) {
      case "heights" -> heights();
      case "data", "points" -> data(Optional.ofNullable(ground.fit()).orElseThrow());
      default -> formula();
    }
    batches();
    noise();
    chance();
    schedule();
    optimizer();
    return language.tidied(whole());
  }

  /** Twice, since only the program shows what it uses of a library, and which helpers. */
  private String whole() {
    values.put("imports", "");
    values.put("constants", String.join("", constants));
    values.put("functions", String.join("\n\n", functions));
    String body = template.fill("program", values);
    for (String helper : template.namesAfter("helper")) {
      if (Pattern.compile("(?<![.\\w])" + helper + "\\(").matcher(body).find()) {
        functions.add(template.fill("helper " + helper, values));
      }
    }
    values.put("functions", String.join("\n\n", functions));
    values.put(
        "imports",
        template.namesAfter("import").stream()
            .filter(name -> body.contains(name + "."))
            .map(name -> template.fill("import " + name, values))
            .collect(Collectors.joining()));
    return template.fill("program", values);
  }

  private void guess() {
    List<String> names = ground.parameters();
    values.put("title", title());
    values.put("names", String.join(", ", names));
    values.put(
        "parameters", joined(names, name -> language == Language.JAVA ? "double " + name : name));
    int n = names.size();
    values.put("n", String.valueOf(n));
    values.put("start", numbers(spec.start()));
    values.put("at w", joined(indices(n), i -> "w[" + i + "]"));
    values.put(
        "printed w",
        indices(n).stream().map(i -> "w[" + i + "]").collect(Collectors.joining(" + \" \" + ")));
    values.put("steps", String.valueOf(spec.steps()));
    values.put("tolerance", Notation.decimal(spec.tolerance()));
    if (template.has("norm of " + n)) {
      values.put("norm", fill("norm of " + n));
    }
    values.put("arrived", spec.tolerance() > 0 ? fill("arrived") : "");
    if (!batched) {
      List.of("rows", "of rows", "all rows").forEach(piece -> values.put(piece, ""));
    } else if (template.has("each row of some")) {
      values.put("each row", fill("each row of some"));
      values.put("rows counted", fill("some rows counted"));
    }
  }

  private String title() {
    String name = ground.source().name();
    String where =
        switch (ground.source().kind()) {
          case "formula" -> formulaOf(ground).in(Notation.FORMULA);
          case "heights" -> "a curve drawn by hand";
          case "data" -> "the line that fits " + name;
          case "points" -> "the line that fits your points";
          default -> name + ", " + formulaOf(ground).in(Notation.FORMULA);
        };
    return "Gradient descent by " + spec.optimizer().key() + ": " + where + ".";
  }

  private static Formula formulaOf(Ground ground) {
    return Formula.parse(ground.formula());
  }

  private void formula() {
    Formula formula = formulaOf(ground);
    String loss = formula.in(language.notation());
    // PyTorch differentiates only what the parameters enter.
    values.put("loss", formula.isConstant() ? "0 * w + " + loss : loss);
    if (language != Language.PYTORCH) {
      List<String> slopes = formula.derivatives(language.notation()).orElseThrow(TooLong::new);
      values.put("gradient", String.join(", ", slopes));
    }
    functions.add(fill("ground formula"));
  }

  private void heights() {
    values.put("lo", Notation.decimal(ground.domain().get(0).lo()));
    values.put("hi", Notation.decimal(ground.domain().get(0).hi()));
    values.put("heights", numbers(ground.source().heights()));
    constants.add(fill("heights"));
    functions.add(fill("ground heights"));
  }

  private void data(Fit fit) {
    values.put("x", numbers(fit.data().x()));
    values.put("y", numbers(fit.data().y()));
    constants.add(fill("data"));
    Scaling scaling = fit.scaling();
    if (scaling != null) {
      values.put("mean", Notation.decimal(scaling.mean()));
      values.put("deviation", Notation.decimal(scaling.deviation()));
      constants.add(fill("scaled"));
    }
    functions.add(fill("ground data"));
  }

  private void batches() {
    values.put("batch", batched ? fill("feel a batch") : "");
    if (batched) {
      values.put("size", String.valueOf(spec.batches().size()));
      constants.add(fill("size of a batch"));
    }
  }

  private void noise() {
    values.put("noise", "");
    if (noisy) {
      values.put("noise deviation", Notation.decimal(spec.noise().deviation()));
      values.put("noise", fill("feel noise"));
    }
  }

  private void chance() {
    if (batched || noisy) {
      values.put("seed", String.valueOf(spec.noise().seed()));
      constants.add(fill("seed"));
      functions.add(fill("chance"));
    }
    if (batched) {
      functions.add(fill("batches"));
    }
    if (noisy) {
      functions.add(fill("noise"));
    }
  }

  private void schedule() {
    values.put("scheduled", scheduled ? fill("scheduled") : "");
    if (scheduled) {
      for (Setting setting : spec.schedule().settings()) {
        double value = spec.scheduleSettings().getOrDefault(setting.name(), Double.NaN);
        Map<String, String> own = new HashMap<>();
        own.put("NAME", setting.name().replaceAll("[A-Z]", "_$0").toUpperCase(Locale.ROOT));
        own.put("value", setting.whole() ? String.valueOf((long) value) : Notation.decimal(value));
        constants.add(template.fill("constant of a schedule", own));
      }
      functions.add(fill("schedule " + spec.schedule().key()));
    }
  }

  private void optimizer() {
    Rule rule = new Rule(spec.optimizer().key(), course, language, scheduled);
    values.putAll(rule.values(values));
  }

  private String fill(String piece) {
    return template.fill(piece, values);
  }

  private static List<Integer> indices(int n) {
    return IntStream.range(0, n).boxed().toList();
  }

  private static <T> String joined(List<T> all, Function<T, String> text) {
    return all.stream().map(text).collect(Collectors.joining(", "));
  }

  /** Numbers parted by commas, in as many lines as they need. */
  private static String numbers(double[] numbers) {
    StringBuilder text = new StringBuilder();
    int begun = 0;
    for (double number : numbers) {
      String next = Notation.decimal(number);
      if (text.length() - begun + next.length() > WIDTH) {
        text.append("\n");
        begun = text.length();
      } else if (text.length() > 0) {
        text.append(" ");
      }
      text.append(next).append(",");
    }
    return text.deleteCharAt(text.length() - 1).toString();
  }
}
