package downhill.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.data.Tables;
import downhill.descent.OptimizerKind;
import downhill.descent.ScheduleKind;
import downhill.descent.Setting;
import downhill.lesson.LanguagePage.Choice;
import downhill.lesson.LanguagePage.Chosen;
import downhill.lesson.LanguagePage.Told;
import downhill.run.Completed;
import downhill.run.Runs;
import downhill.run.Studio;
import downhill.studio.Program;
import downhill.studio.Training;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.ui.ConcurrentModel;

/** What the page of the language says is so. */
@SpringBootTest
class LanguagePageTests {

  @Autowired LanguagePage page;
  @Autowired Studio studio;
  @Autowired Runs runs;

  static List<Told> statements() {
    return LanguageWords.STATEMENTS;
  }

  @ParameterizedTest
  @MethodSource("statements")
  void everyExampleReadsAndTrainsAndHasItsStatement(Told told) {
    Studio.Read read = studio.read(told.example().program());
    assertThat(read.mistakes()).isEmpty();
    String word = told.form().get(0).replaceAll("NAME = |[^a-z_#=].*", "");
    assertThat(told.example().program()).contains(word);
    Program program = Objects.requireNonNull(read.program());
    if (program.training().isPresent()) {
      Completed run = runs.complete(studio.spec(program));
      double last = run.steps().get(run.steps().size() - 1).loss();
      assertThat(last).isLessThan(run.steps().get(0).loss());
    }
  }

  /** What a program trains with, a setting may be told as the page names it, at its usual value. */
  static Stream<String> trainings() {
    return Stream.concat(
        Arrays.stream(OptimizerKind.values())
            .map(kind -> "optimizer: \"" + kind.key() + "\"" + told("", kind.settings())),
        Arrays.stream(ScheduleKind.values())
            .map(kind -> "schedule: \"" + kind.key() + "\"" + told("schedule_", kind.settings())));
  }

  private static String told(String prefix, List<Setting> settings) {
    StringBuilder told = new StringBuilder();
    for (Setting setting : settings) {
      double value = setting.isRequired() ? 1 : setting.defaultValue();
      told.append(", ").append(prefix).append(Training.written(setting.name()));
      told.append(": ").append(value);
    }
    return told.toString();
  }

  @ParameterizedTest
  @MethodSource("trainings")
  void everySettingIsAnOption(String options) {
    String program =
        """
        data = load "moons"
        net = make_network
          layer input from data
          layer output size 2 kind softmax
        end
        """;
    assertThat(
            studio
                .read(program + "train_network net, on: data, rounds: 5, speed: 0.1, " + options)
                .mistakes())
        .isEmpty();
  }

  @Test
  void everyTableOptimizerAndScheduleIsThere() {
    ConcurrentModel model = new ConcurrentModel();
    page.language(model);
    assertThat(list(model, "tables")).hasSameSizeAs(Tables.names());
    assertThat(list(model, "optimizers")).hasSize(OptimizerKind.values().length);
    assertThat(list(model, "schedules"))
        .hasSize(ScheduleKind.values().length)
        .contains(
            new Choice(
                "cosine",
                "schedule.cosine",
                List.of(
                    new Chosen("schedule_over", "all rounds", "a whole number from 1 to 1000000"),
                    new Chosen("schedule_floor", "0", "at least 0 and at most 1000"))));
    assertThat(list(model, "options"))
        .contains(
            new Chosen("rounds", "needed", "a whole number from 1 to 10000"),
            new Chosen("hold_out", "0", "at least 0 and at most 0.9"));
    assertThat(model.getAttribute("most").toString()).contains("16384", "8", "256", "10000");
  }

  @Test
  void theWrongProgramHasTheThreeMistakesThatItIsSaidToHave() {
    assertThat(studio.read(LanguagePage.WRONG).mistakes())
        .extracting(Studio.Mistaken::message)
        .containsExactly(
            "Line 1: there is no data set called \"friuts\". Did you mean “fruits”?",
            "Line 5: “rellu” is not a kind of layer. Did you mean “relu”?",
            "Line 9: “speed” must be above 0 and at most 1000, not “0”.");
  }

  private static List<Object> list(ConcurrentModel model, String name) {
    return List.copyOf((List<?>) Objects.requireNonNull(model.getAttribute(name)));
  }
}
