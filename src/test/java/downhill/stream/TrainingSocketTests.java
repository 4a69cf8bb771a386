package downhill.stream;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.run.Completed;
import downhill.run.FirstProgram;
import downhill.run.Runs;
import downhill.run.SpecJson;
import downhill.run.SpecReader;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Programs over the run contract. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class TrainingSocketTests {

  private static final String FIRST = FirstProgram.spec(FirstProgram.TEXT, "", "");

  @LocalServerPort int port;
  @Autowired Runs runs;
  @Autowired SpecReader reader;
  private TestPage page;

  @BeforeEach
  void connect() {
    page = new TestPage(port);
  }

  @AfterEach
  void hangUp() {
    page.close();
  }

  private static void start(TestPage page, String run, String spec, int from) {
    page.say(
        "{\"type\":\"start\",\"run\":\"%s\",\"spec\":%s,\"from\":%d}".formatted(run, spec, from));
  }

  private static void request(TestPage page, String run, int n) {
    page.say("{\"type\":\"request\",\"run\":\"%s\",\"n\":%d}".formatted(run, n));
  }

  /** The steps of one run, whatever else arrives between them. */
  private static List<JsonNode> steps(TestPage page, String run, int n)
      throws InterruptedException {
    List<JsonNode> steps = new ArrayList<>();
    while (steps.size() < n) {
      JsonNode frame = page.next();
      if (frame.path("run").asString().equals(run)) {
        assertThat(frame.path("type").asString()).isEqualTo("steps");
        frame.path("steps").forEach(steps::add);
      }
    }
    return steps;
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 13, 30})
  void givesTheSameBitsFromAnyRoundOn(int from) throws InterruptedException {
    Completed whole = runs.complete(reader.read(SpecJson.mapper().readTree(FIRST), ""));
    start(page, "a", FIRST, from);
    JsonNode started = page.next();
    assertThat(started.path("type").asString()).isEqualTo("started");
    request(page, "a", 1000);
    List<JsonNode> steps = new ArrayList<>(List.of(started.path("step")));
    if (from < 30) {
      steps.addAll(steps(page, "a", 30 - from));
    }
    for (int i = 0; i < steps.size(); i++) {
      int k = from + i;
      String expected =
          SpecJson.text(out -> SpecJson.write(out, whole.spec(), whole.steps().get(k)));
      assertThat(steps.get(i).toString())
          .isEqualTo(SpecJson.mapper().readTree(expected).toString());
    }
    JsonNode ended = page.next();
    assertThat(ended.path("type").asString()).isEqualTo("ended");
    assertThat(ended.path("message").asString()).isEqualTo(whole.ending().message());
  }

  @Test
  void sendsExactlyTheRoundsAskedFor() throws InterruptedException {
    start(page, "a", FIRST, 0);
    page.next();
    assertThat(page.isQuiet()).isTrue();
    request(page, "a", 7);
    assertThat(steps(page, "a", 7)).hasSize(7);
    assertThat(page.isQuiet()).isTrue();
    request(page, "a", 1);
    assertThat(steps(page, "a", 1).get(0).path("k").asInt()).isEqualTo(8);
    assertThat(page.isQuiet()).isTrue();
  }

  @Test
  void aBallIsNotKeptWaitingByTrainings() throws InterruptedException {
    String heavy = FirstProgram.spec(FirstProgram.digits(10_000), "", "");
    try (TestPage other = new TestPage(port)) {
      for (int i = 0; i < 10; i++) {
        start(other, "t" + i, heavy, 0);
        request(other, "t" + i, 1000);
      }
      String ball =
          "{\"objective\":{\"curve\":\"valley\"},\"optimizer\":{\"name\":\"sgd\","
              + "\"learningRate\":0.001},\"steps\":500}";
      start(page, "ball", ball, 0);
      page.next();
      request(page, "ball", 500);
      assertThat(steps(page, "ball", 500)).hasSize(500);
      start(other, "ball", ball, 0);
      request(other, "ball", 500);
      boolean ended = false;
      while (!ended) {
        JsonNode frame = other.next();
        boolean training = !frame.path("run").asString().equals("ball");
        assertThat(training && frame.path("type").asString().equals("ended")).isFalse();
        ended = frame.path("type").asString().equals("ended");
      }
    }
  }

  @Test
  void goesNoFurtherOnceCancelledOrReplaced() throws InterruptedException {
    String heavy = FirstProgram.spec(FirstProgram.digits(10_000), "", "");
    start(page, "a", heavy, 0);
    page.next();
    request(page, "a", 1000);
    page.next();
    page.say("{\"type\":\"cancel\",\"run\":\"a\"}");
    start(page, "b", FIRST, 0);
    JsonNode frame = page.next();
    while (!frame.path("run").asString().equals("b")) {
      frame = page.next();
    }
    assertThat(page.isQuiet()).isTrue();
  }

  @Test
  void tellsWhatIsWrongWithAProgramAndGoesOn() throws InterruptedException {
    start(page, "a", FIRST, 0);
    page.next();
    String wrong = FirstProgram.spec(FirstProgram.TEXT.replace("softmax", "softmix"), "", "");
    start(page, "b", wrong, 0);
    JsonNode error = page.next();
    assertThat(error.path("type").asString()).isEqualTo("error");
    assertThat(error.path("code").asString()).isEqualTo("invalid");
    assertThat(error.path("field").asString()).isEqualTo("spec.objective.program");
    assertThat(error.path("message").asString()).contains("softmax");
    start(page, "c", FIRST, 31);
    assertThat(page.next().path("field").asString()).isEqualTo("from");
    request(page, "a", 1);
    assertThat(steps(page, "a", 1)).hasSize(1);
  }
}
