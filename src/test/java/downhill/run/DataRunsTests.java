package downhill.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import downhill.data.DataSets;
import downhill.data.Fit;
import downhill.descent.Step;
import downhill.descent.Verdict;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import tools.jackson.databind.JsonNode;

/** Runs over data: a line fitted to the lemonade stand's days, or to a reader's points. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.NONE)
class DataRunsTests {

  private static final String RULE = "{'name':'sgd','learningRate':0.1}";
  private static final String SGD = "&optimizer=sgd&learningRate=";

  @Autowired Runs runs;
  @Autowired ShortForm shortForm;
  @Autowired SpecReader reader;
  @Autowired Landscapes landscapes;
  @Autowired BatchLists batches;

  static Stream<String> hostile() {
    String[] numbers = {"0", "-0.0", "1e-320", "1e12", "-1e12", "1e12", "3", "1e-12", "0.1"};
    SplittableRandom chance = new SplittableRandom(8);
    return IntStream.range(0, 200)
        .mapToObj(
            i ->
                IntStream.range(0, 2 + i % 7)
                    .mapToObj(
                        j ->
                            numbers[chance.nextInt(numbers.length)]
                                + ","
                                + numbers[chance.nextInt(numbers.length)])
                    .collect(Collectors.joining(";")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "data=lemonade&scale=true&optimizer=sgd&learningRate=0.1 | CONVERGED | no other line fits",
        "data=lemonade&optimizer=sgd&learningRate=0.0001 | UNFINISHED | % of the way",
        "data=lemonade&scale=true&steps=40&optimizer=sgd&learningRate=0.1 | UNFINISHED"
            + " | All but there: .* slope and intercept are \\(13",
        "data=lemonade&optimizer=sgd&learningRate=0.01 | DIVERGED | away from the points .* At 0.001",
        "data=lemonade&scale=true&optimizer=sgd&learningRate=1 | OSCILLATING | swinging to and fro",
        "data=lemonade&scale=true&batch=1&seed=3&steps=1000&optimizer=sgd&learningRate=0.1"
            + " | OSCILLATING | each batch pulls",
        "data=lemonade&scale=true&batch=1&steps=20&optimizer=sgd&learningRate=0.02"
            + " | UNFINISHED | each batch still pulls",
        "data=lemonade&scale=true&batch=8&optimizer=sgd&learningRate=2 | DIVERGED | away from",
        "data=lemonade&scale=true&noise=9&steps=1000&optimizer=sgd&learningRate=0.2"
            + " | OSCILLATING | swinging to and fro",
        "data=lemonade&tolerance=1e9&optimizer=sgd&learningRate=0.1 | CONVERGED | another line fits",
        "points=1,1;1,3&optimizer=sgd&learningRate=0.1 | CONVERGED | no other line fits",
        "points=1e12,1;2,3&optimizer=sgd&learningRate=1 | DIVERGED | flew off",
      })
  void endsWithItsVerdictInWordsForALine(String query, Verdict verdict, String words) {
    Completed run = runs.complete(shortForm.read(RunsTests.query(query)));
    assertThat(run.ending().verdict()).isEqualTo(verdict);
    assertThat(run.ending().message()).containsPattern(words).doesNotContain("ball", "valley");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'data':'lemonad'} | objective.data | Did you mean “lemonade”",
        "{'data':7} | objective.data | must be text",
        "{'data':'lemonade','model':'curve'} | objective.model | must be “line”; this one is “curve”",
        "{'data':'lemonade','scale':1} | objective.scale | must be true or false; this one is 1",
        "{'data':'lemonade','domain':[0,1]} | objective.domain | not known here",
        "{'data':'lemonade','points':[[1,2],[3,4]]} | objective | must name one of",
        "{'curve':'valley','model':'line'} | objective.model | not known here",
        "{'curve':'valley','scale':true} | objective.scale | not known here",
        "{'points':5} | objective.points | must be a list of points",
        "{'points':[]} | objective.points | must be 2 to 500 points; these are 0",
        "{'points':[[1,2]]} | objective.points | these are 1",
        "{'points':[[1,2],[1]]} | objective.points[1] | two numbers between −1e12 and 1e12; .*\\[1\\]",
        "{'points':[[1,2],[1,2,3]]} | objective.points[1] | two numbers",
        "{'points':[[1,2],7]} | objective.points[1] | this one is 7",
        "{'points':[[1,2],[1,1e13]]} | objective.points[1] | two numbers",
        "{'points':[[1,2],[3,4],[1e999,1]]} | objective.points[2] | two numbers",
        "{'points':[[1,2],['NaN',1]]} | objective.points[1] | two numbers",
        "{'points':[[1,2],[null,1]]} | objective.points[1] | two numbers",
        "{'points':[[3,2],[3,1]],'scale':true} | objective.scale | same in all rows, here 3",
      })
  void refusesAnObjectiveNamingTheFieldTheValueAndWhatIsAllowed(
      String objective, String field, String words) {
    refuses("{'objective':" + objective + ",'optimizer':" + RULE + "}", field, words);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "61 | “all” or a whole number from 1 to 60, the number of rows; this one is 61",
        "0 | this one is 0",
        "-1 | this one is −1",
        "2.5 | this one is 2.5",
        "1e999 | whole number",
        "'\"some\"' | this one is \"some\"",
        "null | this one is null",
        "[8] | whole number",
      })
  void refusesABatchThatCannotBe(String batch, String words) {
    String data = "{'objective':{'data':'lemonade'},'optimizer':" + RULE + ",'batch':";
    refuses(data + batch + "}", "batch", words);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "60", "\"half\""})
  void takesABatchOnlyWithData(String batch) {
    String curve = "{'objective':{'curve':'valley'},'optimizer':" + RULE + ",'batch':";
    refuses(curve + batch + "}", "batch", "only with data; .* “all”, and this one is " + batch);
  }

  @Test
  void takesNoMorePointsThanTheLimit() {
    String points = "[1,2],".repeat(500) + "[3,4]";
    String spec = "{'objective':{'points':[" + points + "]},'optimizer':" + RULE + "}";
    refuses(spec, "objective.points", "2 to 500 points; these are 501");
    assertThat(read(spec.replaceFirst("\\[1,2],", "")).ground().objective().examples())
        .isEqualTo(500);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "data=lemonade&start=0,0&optimizer=sgd&learningRate=0.001",
        "data=lemonade&scale=true&start=1,-2.5&optimizer=adam&learningRate=0.1&batch=8&seed=7",
        "points=1,2;3.5,-4;1E-7,0&scale=true&start=0,0&optimizer=sgd&learningRate=0.1&batch=2",
        "points=1,2;1,3&start=0,0&optimizer=sgd&learningRate=0.1&batch=2&noise=0.5",
      })
  void readsBothFormsAsTheSameSpec(String query) {
    Spec spec = shortForm.read(RunsTests.query(query));
    String json = SpecJson.text(out -> SpecJson.write(out, spec));
    assertThat(shortForm.write(read(json))).isEqualTo(query);
    assertThat(SpecJson.text(out -> SpecJson.write(out, read(json)))).isEqualTo(json);
  }

  @Test
  void fillsInTheModelTheScaleAndTheBatch() {
    Spec spec = shortForm.read(RunsTests.query("points=1,2;3,4" + SGD + "0.1"));
    JsonNode json = SpecJson.mapper().readTree(SpecJson.text(out -> SpecJson.write(out, spec)));
    assertThat(json.path("objective").toString())
        .isEqualTo("{\"points\":[[1.0,2.0],[3.0,4.0]],\"model\":\"line\",\"scale\":false}");
    assertThat(json.path("batch").asString()).isEqualTo("all");
    assertThat(json.path("start").toString()).isEqualTo("[0.0,0.0]");
  }

  @Test
  void forgivesALinkToDataAndSaysWhatItUsedInstead() {
    Spec usual = shortForm.read(RunsTests.query("data=lemonade&scale=true&batch=8" + SGD + "0.1"));
    ShortForm.Forgiven forgiven =
        shortForm.readForgiving(RunsTests.query("batch=99&scale=perhaps"), usual);
    assertThat(shortForm.write(forgiven.spec())).isEqualTo(shortForm.write(usual));
    assertThat(forgiven.notices()).hasSize(2);
    ShortForm.Forgiven other =
        shortForm.readForgiving(RunsTests.query("points=1,2;3,4;5,5"), usual);
    assertThat(other.notices()).isEmpty();
    assertThat(shortForm.write(other.spec())).doesNotContain("batch", "scale", "lemonade");
    ShortForm.Forgiven broken = shortForm.readForgiving(RunsTests.query("points=1,2;3,"), usual);
    assertThat(broken.notices()).singleElement().asString().contains("points", "1,2;3,");
    assertThat(shortForm.write(broken.spec())).isEqualTo(shortForm.write(usual));
    Spec curve = shortForm.read(RunsTests.query("curve=bumpy" + SGD + "0.1"));
    ShortForm.Forgiven batchOfACurve = shortForm.readForgiving(RunsTests.query("batch=8"), curve);
    assertThat(batchOfACurve.notices()).singleElement().asString().contains("only with data");
  }

  @Test
  void tellsTheRowsThatTheRunUsed() {
    String query = "data=lemonade&scale=true&batch=8&seed=3";
    Spec spec = shortForm.read(RunsTests.query(query + SGD + "0.05"));
    List<Step> steps = runs.complete(spec).steps();
    JsonNode told = batches(query + "&from=5&n=30");
    assertThat(told.path("examples").asInt()).isEqualTo(60);
    assertThat(told.path("batch").asInt()).isEqualTo(8);
    assertThat(told.path("updatesInPass").asInt()).isEqualTo(8);
    assertThat(told.path("batches").size()).isEqualTo(30);
    for (JsonNode batch : told.path("batches")) {
      int k = batch.path("k").asInt();
      int[] rows = batch.path("rows").valueStream().mapToInt(JsonNode::asInt).toArray();
      assertThat(rows).hasSize(k % 8 == 0 ? 4 : 8);
      assertThat(batch.path("pass").asInt()).isEqualTo((k - 1) / 8 + 1);
      double[] felt = new double[2];
      double[] w = steps.get(k - 1).w();
      spec.ground().objective().gradient(w, rows, 0, rows.length, felt);
      assertThat(steps.get(k).w()).containsExactly(w[0] - 0.05 * felt[0], w[1] - 0.05 * felt[1]);
    }
    assertThat(told.at("/batches/0/k").asInt()).isEqualTo(6);
  }

  @Test
  void tellsOfABatchOfAllThatItIsAll() {
    JsonNode told = batches("points=1,2;3,4;5,5&n=2");
    assertThat(told.path("batch").asInt()).isEqualTo(3);
    assertThat(told.at("/batches/1/pass").asInt()).isEqualTo(2);
    assertThat(told.at("/batches/1/rows").valueStream().mapToInt(JsonNode::asInt))
        .containsExactlyInAnyOrder(0, 1, 2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "curve=bumpy | objective | only with data",
        "seed=1 | objective | missing",
        "data=lemonade&n=0 | n | whole number from 1 to 1,?000; this one is 0",
        "data=lemonade&n=1001 | n | this one is 1,?001",
        "data=lemonade&n=many | n | finite number",
        "data=lemonade&from=-1 | from | whole number from 0",
        "data=lemonade&batch=0 | batch | from 1 to 60",
        "data=lemonade&batch=8&seed=-1 | seed | whole number",
        "data=lemonade&colour=red | colour | not known here",
      })
  void refusesToTellOfBatchesThatThereAreNot(String query, String field, String words) {
    Refused refused = catchThrowableOfType(Refused.class, () -> batches(query));
    assertThat(refused.field()).isEqualTo(field);
    assertThat(refused.sentence()).containsPattern(words);
  }

  @Test
  void drawsTheLossesWithTheMinimumThePointsAndTheStart() {
    JsonNode picture = landscape("data=lemonade&scale=true");
    Fit fit = new Fit(DataSets.all().get(0), true);
    int j = 37;
    int i = 93;
    double[] w = {picture.at("/x/" + i).asDouble(), picture.at("/y/" + j).asDouble()};
    assertThat(picture.at("/loss/" + j + "/" + i).asDouble()).isEqualTo(fit.line().value(w));
    assertThat(picture.at("/minima/0/w/0").asDouble()).isEqualTo(fit.minima().get(0).w()[0]);
    assertThat(picture.at("/data/points/7/0").asDouble()).isEqualTo(fit.data().x()[7]);
    assertThat(picture.at("/data/scale/deviation").asDouble()).isEqualTo(fit.scaling().deviation());
    assertThat(picture.at("/data/columns/0").toString())
        .isEqualTo("{\"name\":\"temperature\",\"unit\":\"°C\"}");
    JsonNode own = landscape("points=1,2;1,3");
    assertThat(own.at("/data/oneColumn").asBoolean()).isTrue();
    assertThat(own.at("/data/scale").isNull()).isTrue();
    assertThat(own.at("/data/columns/1/name").asString()).isEqualTo("y");
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void sendsNothingThatIsNotFiniteWhateverThePoints(String points) {
    for (String way : List.of("", "&scale=true", "&batch=1", "&batch=2&noise=1e12")) {
      for (String rate : List.of("1e-9", "1", "1000")) {
        play("points=" + points + way + "&steps=20" + SGD + rate, way.contains("scale"));
      }
    }
    assertIsFinite(landscape("points=" + points));
  }

  /** Refused with a field or played to its end. */
  private void play(String query, boolean scaled) {
    try {
      Completed run = runs.complete(shortForm.read(RunsTests.query(query)));
      run.steps().forEach(step -> assertThat(Arrays.stream(step.w()).sum()).isFinite());
      run.steps().forEach(step -> assertThat(step.loss()).isFinite());
      assertThat(run.ending().message()).isNotBlank();
    } catch (Refused refused) {
      assertThat(scaled).isTrue();
      assertThat(refused.field()).isEqualTo("scale");
    }
  }

  private static void assertIsFinite(JsonNode picture) {
    assertThat(picture.toString()).doesNotContain("NaN", "Infinity");
    picture.path("loss").forEach(row -> row.forEach(loss -> assertThat(loss.isNumber()).isTrue()));
  }

  private void refuses(String spec, String field, String words) {
    Refused refused = catchThrowableOfType(Refused.class, () -> read(spec));
    assertThat(refused.field()).isEqualTo(field);
    assertThat(refused.sentence()).containsPattern(words);
  }

  private Spec read(String spec) {
    return reader.read(SpecJson.mapper().readTree(spec.replace('\'', '"')), "");
  }

  private JsonNode landscape(String query) {
    String text = SpecJson.text(json -> landscapes.write(json, RunsTests.query(query)));
    return SpecJson.mapper().readTree(text);
  }

  private JsonNode batches(String query) {
    String text = SpecJson.text(json -> batches.write(json, RunsTests.query(query)));
    return SpecJson.mapper().readTree(text);
  }
}
