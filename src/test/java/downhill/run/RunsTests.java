package downhill.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import downhill.descent.Verdict;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import tools.jackson.databind.JsonNode;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.NONE)
class RunsTests {

  @Autowired Runs runs;
  @Autowired Workshop workshop;
  @Autowired ShortForm shortForm;
  @Autowired SpecReader reader;
  @Autowired EndingWords words;
  @Autowired Sentences sentences;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "curve=valley&optimizer=sgd&learningRate=0.1 | CONVERGED | Settled. The ground",
        "curve=bumpy&start=2&optimizer=adam&learningRate=0.1&steps=2000 | STUCK | deepest valley is at −0.748",
        "curve=steep-valley&optimizer=sgd&learningRate=0.9 | DIVERGED | At 0.45 it would have stayed.",
        "curve=steep-valley&optimizer=sgd&learningRate=0.6 | DIVERGED | At 0.3 it would have stayed.",
        "formula=w^2&start=1&optimizer=sgd&learningRate=1e-5 | UNFINISHED | 200 steps",
        "curve=steep-valley&optimizer=sgd&learningRate=0.5 | OSCILLATING | from side to side",
        "curve=gentle-valley&optimizer=sgd&learningRate=0.01 | UNFINISHED | after 200 steps",
        "formula=ln(w)&start=1&optimizer=sgd&learningRate=2 | DIVERGED | After step 0",
        "curve=valley&start=4&optimizer=sgd&learningRate=0.02 | UNFINISHED | come 99.971% of the way to the bottom at 0.",
        "curve=bumpy&start=3&optimizer=sgd&learningRate=0.01 | UNFINISHED | bottom at 2.24. It is not the lowest",
        "curve=valley&start=4&optimizer=sgd&learningRate=0.01 | UNFINISHED | come 99.969% of the drop",
        "curve=flat-bottomed&optimizer=sgd&learningRate=0.1 | UNFINISHED | come 99.99% of the drop",
        "curve=valley&start=4&optimizer=momentum&momentum=0.999&learningRate=0.01&steps=55"
            + " | UNFINISHED | Still on its way",
        "surface=bowl&optimizer=sgd&learningRate=0.03 | UNFINISHED | to the bottom at (",
        "surface=rosenbrock&optimizer=sgd&learningRate=0.01 | DIVERGED | it would have stayed",
        "formula=-w^2&start=0&optimizer=sgd&learningRate=0.1 | CONVERGED | lower ground",
        "formula=w^2&start=0&optimizer=sgd&learningRate=0.1 | CONVERGED | nothing in this picture",
        "formula=ln(w)&start=1&optimizer=rprop&learningRate=1e-323&minStep=0&maxStep=9&etaPlus=100"
            + "&steps=900 | DIVERGED | left the ground",
        "surface=saddle&start=1,0&optimizer=sgd&learningRate=0.1&steps=900 | STUCK | deepest valley",
      })
  void endsWithItsVerdictInWords(String query, Verdict verdict, String words) {
    Completed run = runs.complete(shortForm.read(query(query)));
    assertThat(run.ending().verdict()).isEqualTo(verdict);
    assertThat(run.ending().message()).containsIgnoringCase(words);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "curve=valley&optimizer=sgd&learningRate=-1 | learningRate | above 0 and at most 1,?000; this one is −1",
        "curve=valley&optimizer=sgd&learningRate=NaN | learningRate | must be a finite number",
        "curve=valley&optimizer=sgd&learningRate=1e999 | learningRate | must be a finite number",
        "curve=valley&optimizer=adagrd&learningRate=1 | optimizer | Did you mean “adagrad”",
        "curve=valey&optimizer=sgd&learningRate=1 | curve | Did you mean “valley”",
        "curve=valley&optimizer=sgd&learningRate=1&beta1=0.9 | beta1 | not known here",
        "curve=valley&learningRate=1 | optimizer | missing",
        "optimizer=sgd&learningRate=1 | objective | missing",
        "curve=valley&formula=w&optimizer=sgd&learningRate=1 | objective | one of",
        "formula=2*sn(w)&optimizer=sgd&learningRate=1 | formula | Character 3: .* Did you mean “sin”",
        "formula=ln(w)&start=-1&optimizer=sgd&learningRate=1 | start | at −1 the loss",
        "curve=valley&start=1,2&optimizer=sgd&learningRate=1 | start | must be 1 number",
        "curve=valley&optimizer=sgd&learningRate=1&steps=0 | steps | whole number from 1 to 10",
        "curve=valley&optimizer=sgd&learningRate=1&steps=1.5 | steps | this one is 1.5",
        "curve=valley&optimizer=sgd&learningRate=1&schedule=step | schedule.every | missing",
        "curve=valley&optimizer=sgd&learningRate=1&batch=3 | batch | only with data",
        "curve=valley&optimizer=sgd&learningRate=1&colour=red | colour | not known here",
        "curve=valley&optimizer=sgd&learningRate="
            + "1000000000000000000000000000000000000000000000000 | learningRate | at most 1",
        "curve=valley&optimizer=sgd&learningRate=0x1p-3 | learningRate | must be a finite number",
        "curve=valley&optimizer=sgd&learningRate=1d | learningRate | must be a finite number",
        "curve=valley&optimizer=sgd&learningRate=1&schedule=one-cycle&schedule.over=9"
            + "&schedule.divide=1e-310 | schedule.divide | at least 0.001",
        "curve=valley&optimizer=sgd&learningRate=1&objective=x | objective | not known here",
        "curve=valley&optimizer=sgd&learningRate=1&schedule.name=step | schedule.name | not known",
        "formula=w^2&domain=-8e307,8e307&optimizer=sgd&learningRate=1 | domain | domain must be two",
        "formula=x*y&domain=0,1,3,a&optimizer=sgd&learningRate=1 | domain | domain must be a finite",
        "curve=valley&optimizer=rprop&learningRate=1&minStep=2&maxStep=1 | minStep | at most maxStep",
      })
  void refusesNamingTheFieldTheValueAndWhatIsAllowed(String query, String field, String words) {
    Refused refused = catchThrowableOfType(Refused.class, () -> shortForm.read(query(query)));
    assertThat(refused.field()).isEqualTo(field);
    assertThat(refused.sentence()).containsPattern(words);
  }

  @Test
  void playsToItsEndThoughOthersFillTheServer() {
    Limits one = new Limits(1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1);
    Work full = new Work(one, sentences);
    Runs busy = new Runs(words, full, workshop, one, sentences);
    Spec flying = shortForm.read(query("curve=steep-valley&optimizer=sgd&learningRate=0.9"));
    Run run = busy.begin(flying, 0);
    run.forEachRemaining(step -> {});
    Optional<Ending> ending = full.during(() -> CompletableFuture.supplyAsync(run::ending).join());
    assertThat(ending.orElseThrow().verdict()).isEqualTo(Verdict.DIVERGED);
    Refused refused =
        full.during(
            () ->
                CompletableFuture.supplyAsync(
                        () -> catchThrowableOfType(Refused.class, () -> busy.complete(flying)))
                    .join());
    assertThat(refused.code()).isEqualTo(Refused.Code.TOO_BUSY);
  }

  @Test
  void checksChangesInTheOrderInWhichTheyHold() {
    String changes = "[{'at':50,'maxStep':100},{'at':10,'minStep':80}]";
    String spec =
        "{'objective':{'curve':'valley'},'optimizer':{'name':'rprop','learningRate':1},"
            + "'changes':"
            + changes
            + "}";
    Refused refused =
        catchThrowableOfType(
            Refused.class,
            () -> reader.read(SpecJson.mapper().readTree(spec.replace('\'', '"')), ""));
    assertThat(refused.field()).isEqualTo("changes[1].minStep");
  }

  @Test
  void readsBothFormsAsTheSameSpec() {
    String query =
        "surface=ravine&start=1,-2&optimizer=adam&learningRate=0.05&beta1=0.8&schedule=cosine"
            + "&schedule.over=100&noise=0.1&seed=7&steps=300&tolerance=0";
    Spec spec = shortForm.read(query(query));
    String json = SpecJson.text(out -> SpecJson.write(out, spec));
    Spec again = reader.read(SpecJson.mapper().readTree(json), "");
    assertThat(SpecJson.text(out -> SpecJson.write(out, again))).isEqualTo(json);
    assertThat(shortForm.write(again)).isEqualTo(query);
  }

  /** The scripts write short forms too: {@code model.test.js} reads the same cases. */
  @Test
  void writesTheShortFormsThatTheScriptsWrite() {
    JsonNode cases =
        SpecJson.mapper().readTree(getClass().getResourceAsStream("/shared/short-forms.json"));
    assertThat(cases).hasSizeGreaterThan(4);
    for (JsonNode each : cases) {
      Spec spec = shortForm.read(query(decoded(each.get("query").stringValue())));
      assertThat(shortForm.write(spec)).isEqualTo(each.get("query").stringValue());
      String json = SpecJson.text(out -> SpecJson.write(out, spec));
      assertThat(SpecJson.mapper().readTree(json)).isEqualTo(each.get("spec"));
    }
  }

  @Test
  void forgivesALinkAndSaysWhatItUsedInstead() {
    Spec usual = shortForm.read(query("curve=bumpy&optimizer=sgd&learningRate=0.06"));
    ShortForm.Forgiven forgiven =
        shortForm.readForgiving(
            query("curve=valley&learningRate=-3&steps=ten&utm_source=x"), usual);
    assertThat(forgiven.spec().ground().source().name()).isEqualTo("valley");
    assertThat(forgiven.spec().learningRate()).isEqualTo(0.06);
    assertThat(forgiven.spec().steps()).isEqualTo(200);
    assertThat(forgiven.notices())
        .hasSize(2)
        .anySatisfy(notice -> assertThat(notice).contains("learningRate", "-3", "0.06"))
        .anySatisfy(notice -> assertThat(notice).contains("steps", "ten"));
  }

  private static String decoded(String query) {
    return URLDecoder.decode(query, StandardCharsets.UTF_8);
  }

  static Map<String, String> query(String text) {
    Map<String, String> query = new LinkedHashMap<>();
    for (String member : text.split("&")) {
      query.put(
          member.substring(0, member.indexOf('=')), member.substring(member.indexOf('=') + 1));
    }
    return query;
  }
}
