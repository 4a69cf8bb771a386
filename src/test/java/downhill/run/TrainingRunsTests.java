package downhill.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import downhill.descent.Step;
import downhill.descent.Verdict;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import tools.jackson.databind.JsonNode;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.NONE)
class TrainingRunsTests {

  @Autowired Runs runs;
  @Autowired SpecReader reader;
  @Autowired ShortForm shortForm;
  @Autowired Studio studio;

  private Spec read(String program, String inObjective, String beside) {
    return reader.read(
        SpecJson.mapper().readTree(FirstProgram.spec(program, inObjective, beside)), "");
  }

  private Spec read(String program) {
    return read(program, "", "");
  }

  private static JsonNode json(Spec spec) {
    return SpecJson.mapper().readTree(SpecJson.text(out -> SpecJson.write(out, spec)));
  }

  private static JsonNode json(Spec spec, Step step) {
    return SpecJson.mapper().readTree(SpecJson.text(out -> SpecJson.write(out, spec, step)));
  }

  @Test
  void theFirstProgramSortsNineOfTenFruits() {
    Spec spec = read(FirstProgram.TEXT);
    Completed run = runs.complete(spec);
    assertThat(run.steps()).hasSize(31);
    JsonNode last = json(spec, run.steps().get(30));
    assertThat(last.path("accuracy").asDouble()).isBetween(0.9, 1.0);
    assertThat(last.propertyNames())
        .containsExactly("k", "loss", "gradientNorm", "learningRate", "accuracy");
    assertThat(run.ending().message()).contains("30 rounds").contains("of 200 right");
  }

  @Test
  void trainsToTheSameBitsEveryTime() {
    List<Step> first = runs.complete(read(FirstProgram.TEXT)).steps();
    List<Step> second = runs.complete(read(FirstProgram.TEXT)).steps();
    for (int k = 0; k <= 30; k++) {
      assertThat(second.get(k).w()).containsExactly(first.get(k).w());
      assertThat(second.get(k).loss()).isEqualTo(first.get(k).loss());
    }
  }

  @Test
  void aSpeedOfTenFails() {
    Spec spec = read(FirstProgram.trained("rounds: 30, speed: 10"));
    Completed run = runs.complete(spec);
    Step last = run.steps().get(run.steps().size() - 1);
    double accuracy =
        Objects.requireNonNull(
            Objects.requireNonNull(spec.ground().trained()).scores(last.w()).accuracy());
    assertThat(run.ending().verdict() == Verdict.DIVERGED || accuracy < 0.6).isTrue();
  }

  @Test
  void aSpeedThatIsRecommendedHasLearned() {
    String message =
        runs.complete(read(FirstProgram.trained("rounds: 30, speed: 10"))).ending().message();
    Matcher offered = Pattern.compile("At ([0-9.]+) it would have").matcher(message);
    assertThat(offered.find()).isTrue();
    List<Step> steps =
        runs.complete(read(FirstProgram.trained("rounds: 30, speed: " + offered.group(1)))).steps();
    assertThat(steps.get(30).loss()).isLessThan(steps.get(0).loss() / 2);
  }

  @Test
  void fillsItsSpecFromTheProgramAndTakesItBack() {
    Spec spec = read(FirstProgram.trained("rounds: 12, speed: 0.05, batch: 8, seed: 4"));
    JsonNode filled = json(spec);
    assertThat(filled.path("optimizer").toString())
        .isEqualTo("{\"name\":\"sgd\",\"learningRate\":0.05}");
    assertThat(filled.path("batch").asInt()).isEqualTo(8);
    assertThat(filled.path("seed").asInt()).isEqualTo(4);
    assertThat(filled.path("steps").asInt()).isEqualTo(12);
    assertThat(filled.has("start")).isFalse();
    assertThat(json(reader.read(filled, ""))).isEqualTo(filled);
  }

  @Test
  void ofFewParametersItTellsAllAndTakesThatBack() {
    Spec spec = read(FirstProgram.line("rounds: 5, speed: 0.1, batch: \"all\""));
    JsonNode filled = json(spec);
    assertThat(filled.path("start").size()).isEqualTo(2);
    assertThat(filled.path("batch").asString()).isEqualTo("all");
    assertThat(json(reader.read(filled, ""))).isEqualTo(filled);
    JsonNode step = json(spec, runs.complete(spec).steps().get(1));
    assertThat(step.propertyNames())
        .containsExactly("k", "w", "loss", "gradient", "learningRate", "state");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        ",\"steps\":31 | steps | is said by the program",
        ",\"optimizer\":{\"name\":\"adam\",\"learningRate\":0.1} | optimizer | said by the program",
        ",\"optimizer\":{\"name\":\"sgd\",\"momentum\":0.9} | optimizer | said by the program",
        ",\"seed\":2 | seed | is said by the program",
        ",\"batch\":\"all\" | batch | is said by the program",
        ",\"start\":[1,2] | start | is said by the program",
        ",\"schedule\":{\"name\":\"cosine\"} | schedule | is said by the program",
        ",\"colour\":1 | colour | not known here",
        ",\"noise\":-1 | noise | at least 0",
      })
  void refusesWhatContradictsTheProgram(String beside, String field, String words) {
    Refused refused =
        catchThrowableOfType(Refused.class, () -> read(FirstProgram.TEXT, "", beside));
    assertThat(refused.field()).isEqualTo(field);
    assertThat(refused.sentence()).contains(words);
  }

  @Test
  void heedsNoiseToleranceAndChangesBesideTheProgram() {
    Spec spec =
        read(
            FirstProgram.TEXT,
            "",
            ",\"noise\":0.01,\"tolerance\":0.3,\"changes\":[{\"at\":2,\"learningRate\":0.01}]");
    List<Step> steps = runs.complete(spec).steps();
    assertThat(steps.get(2).learningRate()).isEqualTo(0.1);
    assertThat(steps.get(steps.size() - 1).gradientNorm()).isLessThan(0.3);
    assertThat(steps).hasSizeLessThan(31);
  }

  @Test
  void refusesAProgramByItsFirstMistake() {
    Refused refused =
        catchThrowableOfType(
            Refused.class, () -> read(FirstProgram.TEXT.replace("kind relu", "kind rellu")));
    assertThat(refused.code()).isEqualTo(Refused.Code.INVALID);
    assertThat(refused.field()).isEqualTo("objective.program");
    assertThat(refused.sentence()).contains("5").contains("relu");
    assertThat(catchThrowableOfType(Refused.class, () -> read("show load\nshow lood\n")).sentence())
        .contains("more mistake");
    assertThat(catchThrowableOfType(Refused.class, () -> read("print 1\n")).sentence())
        .contains("trains no network");
  }

  @Test
  void tellsWhatIsWatched() {
    Spec spec = read(FirstProgram.TEXT, ",\"watch\":[\"weights\",\"output\"]", "");
    JsonNode step = json(spec, runs.complete(spec).steps().get(1));
    assertThat(step.path("weights").size()).isEqualTo(2);
    assertThat(step.path("weights").get(0).size()).isEqualTo(4 * 16 + 16);
    assertThat(step.has("output")).isFalse();
    assertThat(json(spec).path("objective").path("watch").size()).isEqualTo(2);
    Refused refused =
        catchThrowableOfType(
            Refused.class, () -> read(FirstProgram.TEXT, ",\"watch\":[\"wieghts\"]", ""));
    assertThat(refused.sentence()).contains("Did you mean “weights”");
  }

  @Test
  void drawsTheRegionsOfTwoFeatures() {
    String moons =
        FirstProgram.trained("rounds: 40, speed: 0.3")
            .replace("fruits", "moons")
            .replace("size 4 ", "size 2");
    Spec spec = read(moons, ",\"watch\":[\"output\"]", "");
    List<Step> steps = runs.complete(spec).steps();
    Step last = steps.get(steps.size() - 1);
    JsonNode output = json(spec, last).path("output");
    assertThat(output.path("kinds").asString()).matches("[01]{1024}").contains("0").contains("1");
    assertThat(output.path("sure").asString()).matches("[4-9]{1024}");
    Trained trained = Objects.requireNonNull(spec.ground().trained());
    OutputPicture picture = OutputPicture.of(trained.experiment()).orElseThrow();
    double[] x = picture.domain().get(0).spaced(32);
    double[] y = picture.domain().get(1).spaced(32);
    double[] answer = trained.experiment().answer(last.w(), new double[] {x[5], y[20]});
    assertThat(output.path("kinds").asString().charAt(20 * 32 + 5) - '0')
        .isEqualTo(trained.experiment().kind(answer));
  }

  @Test
  void drawsTheLineOfOneFeature() {
    Spec spec = read(FirstProgram.line("rounds: 40, speed: 0.1"), ",\"watch\":[\"output\"]", "");
    List<Step> steps = runs.complete(spec).steps();
    JsonNode output = json(spec, steps.get(steps.size() - 1)).path("output");
    assertThat(output.size()).isEqualTo(65);
    double rise = output.get(64).asDouble() - output.get(0).asDouble();
    double half = output.get(32).asDouble() - output.get(0).asDouble();
    assertThat(half / rise).isBetween(0.499, 0.501);
  }

  @Test
  void tellsWhatIsHeldOut() {
    Spec spec = read(FirstProgram.trained("rounds: 5, speed: 0.1, hold_out: 0.25"));
    Completed run = runs.complete(spec);
    JsonNode heldOut = json(spec, run.steps().get(5)).path("heldOut");
    assertThat(heldOut.path("loss").asDouble()).isPositive();
    assertThat(heldOut.path("accuracy").asDouble() * 50 % 1).isZero();
    assertThat(run.ending().message()).contains("of 150 right").contains("of 50 right");
  }

  @Test
  void answersNoTrainingWholeThatIsTooLong() {
    Spec spec = read(FirstProgram.digits(10_000));
    Refused refused = catchThrowableOfType(Refused.class, () -> runs.complete(spec));
    assertThat(refused.sentence()).contains("10000 rounds").contains("Stream it");
  }

  @Test
  void itsShortFormIsTheProgram() {
    Spec spec = read(FirstProgram.TEXT);
    assertThat(shortForm.members(spec)).containsOnlyKeys("program");
    assertThat(json(shortForm.read(shortForm.members(spec)))).isEqualTo(json(spec));
  }

  @Test
  void predictsAsOfTheRoundAskedFor() {
    Spec spec = read(FirstProgram.TEXT);
    List<Step> steps = runs.complete(spec).steps();
    Trained trained = Objects.requireNonNull(spec.ground().trained());
    double[] fruit = trained.table().row(17);
    for (int round : new int[] {0, 7, 30, 99}) {
      List<Studio.Prediction> predictions =
          studio.predict(trained.program(), round, List.of(fruit));
      double[] w = steps.get(Math.min(30, round)).w();
      double[] expected = trained.experiment().answer(w, fruit);
      assertThat(predictions.get(0).output()).containsExactly(expected);
      assertThat(predictions.get(0).kind())
          .isEqualTo(trained.table().kinds().get(trained.experiment().kind(expected)));
    }
  }

  @Test
  void aScheduleCountsRounds() {
    Spec spec = read(FirstProgram.trained("rounds: 6, speed: 0.1, schedule: \"cosine\""));
    List<Step> steps = runs.complete(spec).steps();
    double[] rates = steps.stream().skip(1).mapToDouble(Step::learningRate).toArray();
    double[] cosine =
        IntStream.range(0, 6)
            .mapToDouble(t -> 0.1 * (1 + StrictMath.cos(Math.PI * t / 6)) / 2)
            .toArray();
    assertThat(rates).usingComparatorWithPrecision(1e-15).containsExactly(cosine);
  }
}
