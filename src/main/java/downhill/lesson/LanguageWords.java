package downhill.lesson;

import downhill.descent.OptimizerKind;
import downhill.descent.Range;
import downhill.descent.Setting;
import downhill.lesson.LanguagePage.Chosen;
import downhill.lesson.LanguagePage.Told;
import downhill.run.Limits;
import downhill.studio.Examples;
import downhill.studio.Examples.Example;
import downhill.studio.Training;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;

/**
 * What the page of the language is made of: statements with examples, options with what they may.
 */
final class LanguageWords {

  private static final String MOONS =
      """
      data = load "moons"

      net = make_network
        layer input  from data
        layer hidden size 8 kind tanh
        layer output size 2 kind softmax
      end

      """;

  /** Every statement, in the order in which it is best met. */
  static final List<Told> STATEMENTS =
      List.of(
          told("load", "data = load \"fruits\"\nshow data\n", "NAME = load \"DATASET\""),
          told(
              "make",
              MOONS + "show net\n",
              "NAME = make_network",
              "  layer input from DATA",
              "  layer hidden size N kind KIND",
              "  layer output size N kind KIND",
              "end"),
          told(
              "train",
              MOONS
                  + "train_network net, on: data, rounds: 100, speed: 0.05, batch: 8, "
                  + "optimizer: \"momentum\", momentum: 0.8, schedule: \"cosine\", hold_out: 0.2\n"
                  + "plot_training net\n",
              "train_network NET, on: DATA, rounds: N, speed: α"),
          new Told("plot", List.of("plot_training NET"), Examples.named("first").orElseThrow()),
          new Told(
              "boundary", List.of("plot_boundary NET"), Examples.named("boundary").orElseThrow()),
          told("show", MOONS + "show data\nshow net\n", "show DATA", "show NET"),
          told(
              "predict",
              MOONS
                  + "predict net, row: 1\n"
                  + "train_network net, on: data, rounds: 100, speed: 0.1\n"
                  + "predict net, row: 1\n"
                  + "predict net, x: 0.5, y: -0.25\n",
              "predict NET, FEATURE: NUMBER, …",
              "predict NET, row: N"),
          told(
              "print",
              "print \"a quarter of\", 2 ^ 10, \"is \" + 2 ^ 10 / 4\n",
              "print EXPRESSION, …"),
          told(
              "set",
              "units = 4 * 4\nwho = \"you\"\nprint \"hello \" + who + \": \" + units\n",
              "NAME = EXPRESSION"),
          told("comment", "# This line is for people.\nprint 1 + 1  # and so is this\n", "# …"));

  private LanguageWords() {}

  private static Told told(String id, String program, String... form) {
    return new Told(id, List.of(form), new Example(id, program));
  }

  /** What a training can be told, each with what holds where it is left out. */
  static List<Chosen> options(Phrases phrases, Limits limits) {
    String must = phrases.page("grammar.needed");
    return List.of(
        new Chosen("on", must, phrases.page("grammar.option.on")),
        new Chosen("rounds", must, whole(phrases, 1, limits.steps())),
        new Chosen("speed", must, allowed(phrases, OptimizerKind.LEARNING_RATE)),
        new Chosen(
            "batch", Integer.toString(Training.USUAL_BATCH), phrases.page("grammar.option.batch")),
        new Chosen("optimizer", "\"sgd\"", phrases.page("grammar.option.optimizer")),
        new Chosen("schedule", "\"constant\"", phrases.page("grammar.option.schedule")),
        new Chosen(
            "seed", Long.toString(Training.USUAL_SEED), whole(phrases, 0, Training.GREATEST_SEED)),
        new Chosen("hold_out", "0", allowed(phrases, Training.HOLD_OUT)));
  }

  /** The settings of an optimizer or a schedule. */
  static List<Chosen> settings(Phrases phrases, String prefix, List<Setting> settings) {
    return settings.stream()
        .map(
            setting ->
                new Chosen(
                    prefix + Training.written(setting.name()),
                    usual(phrases, setting),
                    setting.whole()
                        ? whole(phrases, (long) setting.range().lo(), (long) setting.range().hi())
                        : allowed(phrases, setting.range())))
        .toList();
  }

  private static String usual(Phrases phrases, Setting setting) {
    if (!setting.isRequired()) {
      return written(setting.defaultValue());
    }
    return phrases.page(
        Training.lastsAllRounds(setting.name()) ? "grammar.all-rounds" : "grammar.needed");
  }

  private static String whole(Phrases phrases, long least, long most) {
    return phrases.page("grammar.whole", Long.toString(least), Long.toString(most));
  }

  private static String allowed(Phrases phrases, Range range) {
    String ends = (range.loIn() ? "from" : "above") + (range.hiIn() ? "-to" : "-below");
    return phrases.page("grammar." + ends, written(range.lo()), written(range.hi()));
  }

  /** A number as a program writes it. */
  private static String written(double x) {
    return x != 0 && (Math.abs(x) < 1e-4 || Math.abs(x) >= 1e7)
        ? Double.toString(x).toLowerCase(Locale.ROOT).replace(".0e", "e")
        : new BigDecimal(Double.toString(x)).stripTrailingZeros().toPlainString();
  }
}
