package downhill.stream;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.run.Completed;
import downhill.run.Runs;
import downhill.run.SpecJson;
import downhill.run.SpecReader;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class RunSocketTests {

  private static final String BUMPY =
      "{'objective':{'curve':'bumpy'},'start':[3.5],"
          + "'optimizer':{'name':'adam','learningRate':0.1},'noise':0.2,'seed':9,'steps':150}";

  private static final String LEMONADE =
      "{'objective':{'data':'lemonade','model':'line','scale':true},'batch':7,"
          + "'optimizer':{'name':'momentum','learningRate':0.05},'noise':0.2,'seed':9,'steps':150}";

  @LocalServerPort int port;
  @Autowired Runs runs;
  @Autowired SpecReader reader;
  @Autowired MeterRegistry registry;
  private TestPage page;

  @BeforeEach
  void connect() {
    page = new TestPage(port);
  }

  @AfterEach
  void hangUp() {
    page.close();
  }

  @Test
  void sendsExactlyTheStepsAskedForAndThenTheEnding() throws InterruptedException {
    page.start("a", BUMPY, 0);
    JsonNode started = page.next();
    assertThat(started.path("type").asString()).isEqualTo("started");
    assertThat(started.path("spec").path("tolerance").asDouble()).isEqualTo(1e-6);
    assertThat(started.path("step").path("k").asInt()).isZero();
    assertThat(page.isQuiet()).isTrue();

    page.request("a", 7);
    assertThat(page.steps("a", 7).size()).isEqualTo(7);
    assertThat(page.isQuiet()).isTrue();

    page.request("a", 100);
    page.request("a", 1000);
    assertThat(page.steps("a", 143).size()).isEqualTo(143);
    JsonNode ended = page.next();
    assertThat(ended.path("type").asString()).isEqualTo("ended");
    assertThat(ended.path("k").asInt()).isEqualTo(150);
    page.request("a", 1);
    page.request("a", 1);
    assertThat(page.next()).isEqualTo(ended);
    assertThat(page.next()).isEqualTo(ended);
    assertThat(page.isQuiet()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 64, 149, 150})
  void givesTheSameBitsFromAnyStepOn(int from) throws InterruptedException {
    givesTheSameBits(BUMPY, from);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 8, 9, 10, 77, 150})
  void givesTheSameBitsFromAnyBatchOn(int from) throws InterruptedException {
    givesTheSameBits(LEMONADE, from);
  }

  private void givesTheSameBits(String spec, int from) throws InterruptedException {
    Completed whole = runs.complete(reader.read(json(spec), ""));
    page.start("a", spec, from);
    JsonNode first = page.next().path("step");
    page.request("a", 1000);
    List<JsonNode> steps = new ArrayList<>(List.of(first));
    steps.addAll(page.steps("a", 150 - from));
    for (int i = 0; i < steps.size(); i++) {
      int k = from + i;
      String expected =
          SpecJson.text(out -> SpecJson.write(out, whole.spec(), whole.steps().get(k)));
      assertThat(steps.get(i).toString())
          .isEqualTo(SpecJson.mapper().readTree(expected).toString());
    }
    assertThat(page.next().path("message").asString()).isEqualTo(whole.ending().message());
  }

  @Test
  void keepsThePastAndChangesTheFutureWhenARateIsDragged() throws InterruptedException {
    String spec =
        "{'objective':{'curve':'valley'},'optimizer':{'name':'momentum','learningRate':0.05}";
    page.start("a", spec + "}", 0);
    page.next();
    page.request("a", 10);
    List<JsonNode> before = page.steps("a", 10);
    page.start("a", spec + ",'changes':[{'at':10,'learningRate':0.01,'momentum':0.5}]}", 10);
    assertThat(page.next().path("step")).isEqualTo(before.get(9));
    page.request("a", 1);
    JsonNode after = page.steps("a", 1).get(0);
    double v =
        0.5 * before.get(9).at("/state/velocity/0").asDouble()
            + before.get(9).at("/gradient/0").asDouble();
    assertThat(after.at("/state/velocity/0").asDouble()).isEqualTo(v);
    assertThat(after.path("learningRate").asDouble()).isEqualTo(0.01);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "not json | malformed | ''",
        "[1,2] | malformed | ''",
        "{'type':'fly','run':'a'} | malformed | type",
        "{'run':'a'} | malformed | type",
        "{'type':'request','run':'b','n':1} | unknown-run | run",
        "{'type':'request','run':'a','n':0} | invalid | n",
        "{'type':'request','run':'a','n':1001} | invalid | n",
        "{'type':'request','run':'a','n':1.5} | invalid | n",
        "{'type':'request','run':'a','n':'3'} | malformed | n",
        "{'type':'request','run':'a'} | malformed | n",
        "{'type':'request','run':'a','n':1,'m':2} | malformed | m",
        "{'type':'cancel','run':'\\ud83d'} | invalid | run",
        "{'type':'\\ud83d','run':'a'} | malformed | type",
        "{'type':'request','run':'a','n':1"
            + "000000000000000000000000000000000000000000000000000000000000000000000000000000000"
            + "000000000000000000000000000000000000000000000000000000000000000000000000000000000"
            + "000000000000000000000000000000000000000000000000000000000000000000000000000000000"
            + "000000000000000000000000000000000000000000000000000000000000000000000000000000000"
            + "} | invalid | n",
        "{'type':'start','run':'c'} | malformed | spec",
        "{'type':'start','run':'','spec':{}} | invalid | run",
        "{'type':'start','run':7,'spec':{}} | malformed | run",
        "{'type':'start','run':'c','spec':{'objective':5,'optimizer':{}}} | invalid | spec.objective",
        "{'type':'start','run':'c','spec':{}} | invalid | spec.objective",
        "{'type':'start','run':'c','spec':{'objective':{'curve':'valley'},'optimizer':{'name':'sgd','learningRate':-1}}} | invalid | spec.optimizer.learningRate",
        "{'type':'start','run':'c','spec':{'objective':{'curve':'valley'},'optimizer':{'name':'sgd','learningRate':'NaN'}}} | invalid | spec.optimizer.learningRate",
        "{'type':'start','run':'c','spec':{'objective':{'curve':'valley'},'optimizer':{'name':'sgd','learningRate':1e999}}} | invalid | spec.optimizer.learningRate",
        "{'type':'start','run':'c','spec':{'objective':{'formula':'ln(w'},'optimizer':{'name':'sgd','learningRate':1}}} | invalid | spec.objective.formula",
        "{'type':'start','run':'c','spec':{'objective':{'formula':'ln(w)'},'start':[-1],'optimizer':{'name':'sgd','learningRate':1}}} | invalid | spec.start",
        "{'type':'start','run':'c','spec':{'objective':{'curve':'valley'},'optimizer':{'name':'sgd','learningRate':0.5},'steps':5},'from':6} | invalid | from",
        "{'type':'start','run':'c','spec':{'objective':{'program':'x'},'optimizer':{'name':'sgd','learningRate':0.5}}} | invalid | spec.objective.program",
      })
  void namesTheFieldAndLeavesTheOtherRunAsItWas(String frame, String code, String field)
      throws InterruptedException {
    page.start("a", BUMPY, 0);
    page.next();
    page.request("a", 5);
    page.steps("a", 5);
    page.say(frame);
    JsonNode error = page.next();
    assertThat(error.path("type").asString()).isEqualTo("error");
    assertThat(error.path("code").asString()).isEqualTo(code);
    assertThat(error.path("field").asString("")).isEqualTo(field);
    assertThat(error.path("message").asString())
        .isNotBlank()
        .doesNotContain("Exception", "downhill");
    page.request("a", 1);
    assertThat(page.steps("a", 1).get(0).path("k").asInt()).isEqualTo(6);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "é", "\uD83C\uDFD4"})
  void aNameHasAtMost64Characters(String character) throws InterruptedException {
    page.start(character.repeat(64), BUMPY, 0);
    assertThat(page.next().path("run").asString()).isEqualTo(character.repeat(64));
    page.request(character.repeat(64), 1);
    assertThat(page.steps(character.repeat(64), 1)).hasSize(1);
    page.request(character.repeat(65), 1);
    JsonNode error = page.next();
    assertThat(error.path("code").asString()).isEqualTo("invalid");
    assertThat(error.path("field").asString()).isEqualTo("run");
  }

  @Test
  void carriesSixteenRunsAndNoMore() throws InterruptedException {
    for (int i = 0; i < 16; i++) {
      page.start("run " + i, BUMPY, 0);
      page.next();
    }
    page.start("one more", BUMPY, 0);
    assertThat(page.next().path("code").asString()).isEqualTo("too-many-runs");
    page.start("run 3", BUMPY, 4);
    assertThat(page.next().at("/step/k").asInt()).isEqualTo(4);
    page.say("{'type':'cancel','run':'run 3'}");
    page.start("one more", BUMPY, 0);
    assertThat(page.next().path("type").asString()).isEqualTo("started");
  }

  @Test
  void putsMessagesTogetherFromTheirPartsAndRefusesBytes() throws InterruptedException {
    page.sayInParts("{'type':'start','run':'a',", "'spec':" + BUMPY + "}");
    assertThat(page.next().path("type").asString()).isEqualTo("started");
    page.sayInBytes(new byte[] {1, 2, 3});
    assertThat(page.next().path("code").asString()).isEqualTo("malformed");
    String longFormula = "w^2" + " ".repeat(60_000);
    page.start("b", BUMPY.replace("'curve':'bumpy'", "'formula':'" + longFormula + "'"), 0);
    assertThat(page.next().path("field").asString()).isEqualTo("spec.objective.formula");
  }

  @Test
  void closesWithTooBigPastTheFrameLimit() throws Exception {
    page.say("{'type':'start','run':'" + "x".repeat(70_000) + "'}");
    assertThat(page.closed.get(10, TimeUnit.SECONDS)).isEqualTo(1009);
  }

  @Test
  void closesWithTooBigOnBytesToo() throws Exception {
    page.sayInBytes(new byte[70_000]);
    assertThat(page.closed.get(10, TimeUnit.SECONDS)).isEqualTo(1009);
  }

  @Test
  void closesOnAPageThatBreaksTheProtocolAgainAndAgain() throws Exception {
    Counter hungUp = registry.get("downhill.hung.up").tag("why", "rules").counter();
    double before = hungUp.count();
    for (int i = 0; i < 21; i++) {
      page.say("nonsense");
      assertThat(page.next().path("code").asString()).isEqualTo("malformed");
    }
    assertThat(page.closed.get(10, TimeUnit.SECONDS)).isEqualTo(1008);
    for (int i = 0; i < 1000 && hungUp.count() == before; i++) {
      TimeUnit.MILLISECONDS.sleep(10);
    }
    assertThat(hungUp.count()).isEqualTo(before + 1);
  }

  @Test
  void tellsTheEndingOfARunThatHasNoStepToTake() throws InterruptedException {
    page.start(
        "a",
        "{'objective':{'curve':'valley'},'start':[0],'optimizer':{'name':'sgd','learningRate':1}}",
        0);
    assertThat(page.next().path("type").asString()).isEqualTo("started");
    assertThat(page.next().path("verdict").asString()).isEqualTo("converged");
  }

  private static JsonNode json(String text) {
    return SpecJson.mapper().readTree(text.replace('\'', '"'));
  }
}
