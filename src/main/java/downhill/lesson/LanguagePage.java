package downhill.lesson;

import downhill.data.Activation;
import downhill.data.Table;
import downhill.data.Tables;
import downhill.descent.OptimizerKind;
import downhill.descent.ScheduleKind;
import downhill.run.Limits;
import downhill.run.Studio;
import downhill.studio.Examples;
import downhill.studio.Examples.Example;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The page of the Studio's language: each statement with an example, and what it may ask for. */
@Controller
class LanguagePage {

  /** Its address. */
  static final String PATH = "/studio/language";

  /** Mistakes to show how one is told of; each has more than one. */
  static final String WRONG =
      """
      data = load "friuts"

      net = make_network
        layer input  from data
        layer hidden size 16 kind rellu
        layer output size 4  kind softmax
      end

      train_network net, on: data, rounds: 30, speed: 0
      """;

  private final Limits limits;
  private final Studio studio;
  private final Phrases phrases;

  LanguagePage(Limits limits, Studio studio, Phrases phrases) {
    this.limits = limits;
    this.studio = studio;
    this.phrases = phrases;
  }

  /**
   * A statement.
   *
   * @param id its name in the messages
   * @param form how it is written, a line each
   * @param example a program in which it stands
   */
  record Told(String id, List<String> form, Example example) {}

  /**
   * A table.
   *
   * @param name its name in the language
   * @param rows how many rows it has, and what is known of each
   * @param tells what is to be told of a row
   */
  record Laid(String name, String rows, String tells) {}

  /**
   * An option of a training, or a setting of what was chosen there.
   *
   * @param name how it is written
   * @param usual what holds where it is left out
   * @param allowed what it may be
   */
  record Chosen(String name, String usual, String allowed) {}

  /**
   * An optimizer or a schedule with its settings.
   *
   * @param name how it is written
   * @param about the key of its sentence
   * @param settings what it can be told
   */
  record Choice(String name, String about, List<Chosen> settings) {}

  @GetMapping(PATH)
  String language(Model model) {
    model.addAttribute("reference", "studio/language");
    model.addAttribute("statements", LanguageWords.STATEMENTS);
    model.addAttribute("first", Examples.all().get(0).program());
    model.addAttribute("kinds", Activation.keys());
    model.addAttribute("tables", Tables.all().stream().map(this::laid).toList());
    model.addAttribute("options", LanguageWords.options(phrases, limits));
    model.addAttribute("optimizers", optimizers());
    model.addAttribute("schedules", schedules());
    model.addAttribute(
        "most",
        phrases.page(
            "grammar.limits.words",
            limits.programBytes(),
            limits.layers(),
            limits.units(),
            limits.parameters(),
            limits.steps()));
    model.addAttribute("wrong", WRONG);
    model.addAttribute(
        "mistakes", studio.read(WRONG).mistakes().stream().map(Studio.Mistaken::message).toList());
    return "reference/language";
  }

  private Laid laid(Table table) {
    Stream<String> features =
        table.width() <= 4
            ? table.features().stream().map(LanguagePage::written)
            : Stream.of(
                written(table.features().get(0)),
                "…",
                written(table.features().get(table.width() - 1)));
    String tells =
        table.sorts()
            ? phrases.page(
                "grammar.tables.kinds", table.kinds().size(), String.join(", ", table.kinds()))
            : phrases.page("grammar.tables.number", table.target());
    String rows =
        phrases.page(
            "grammar.tables.rows", table.rows(), features.collect(Collectors.joining(", ")));
    return new Laid(table.name(), rows, tells);
  }

  private static String written(Table.Feature feature) {
    return feature.unit().isEmpty() ? feature.name() : feature.name() + " (" + feature.unit() + ")";
  }

  private List<Choice> optimizers() {
    return Arrays.stream(OptimizerKind.values())
        .map(
            kind ->
                new Choice(
                    kind.key(),
                    "optimizer." + kind.key(),
                    LanguageWords.settings(phrases, "", kind.settings())))
        .toList();
  }

  private List<Choice> schedules() {
    return Arrays.stream(ScheduleKind.values())
        .map(
            kind ->
                new Choice(
                    kind.key(),
                    "schedule." + kind.key(),
                    LanguageWords.settings(phrases, "schedule_", kind.settings())))
        .toList();
  }
}
