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

  private static final String BALL =
      "{\"objective\":{\"curve\":\"valley\"},\"optimizer\":{\"name\":\"sgd\","
          + "\"learningRate\":0.001},\"steps\":500}";

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

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 13, 30})
  void givesTheSameBitsFromAnyRoundOn(int from) throws InterruptedException {
    Completed whole = runs.complete(reader.read(SpecJson.mapper().readTree(FIRST), ""));
    page.start("a", FIRST, from);
    JsonNode started = page.next();
    assertThat(started.path("type").asString()).isEqualTo("started");
    page.request("a", 1000);
    List<JsonNode> steps = new ArrayList<>(List.of(started.path("step")));
    if (from < 30) {
      steps.addAll(page.steps("a", 30 - from));
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
    page.start("a", FIRST, 0);
    page.next();
    assertThat(page.isQuiet()).isTrue();
    page.request("a", 7);
    assertThat(page.steps("a", 7)).hasSize(7);
    assertThat(page.isQuiet()).isTrue();
    page.request("a", 1);
    assertThat(page.steps("a", 1).get(0).path("k").asInt()).isEqualTo(8);
    assertThat(page.isQuiet()).isTrue();
  }

  @Test
  void aBallIsNotKeptWaitingByTrainings() throws InterruptedException {
    String heavy = FirstProgram.spec(FirstProgram.digits(10_000), "", "");
    try (TestPage other = new TestPage(port)) {
      for (int i = 0; i < 10; i++) {
        other.start("t" + i, heavy, 0);
        other.request("t" + i, 1000);
      }
      page.start("ball", BALL, 0);
      page.next();
      page.request("ball", 500);
      assertThat(page.steps("ball", 500)).hasSize(500);
      other.start("ball", BALL, 0);
      other.request("ball", 500);
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
    page.start("a", heavy, 0);
    page.next();
    page.request("a", 1000);
    page.next();
    page.say("{\"type\":\"cancel\",\"run\":\"a\"}");
    page.start("b", FIRST, 0);
    JsonNode frame = page.next();
    while (!frame.path("run").asString().equals("b")) {
      frame = page.next();
    }
    assertThat(page.isQuiet()).isTrue();
  }

  @Test
  void tellsWhatIsWrongWithAProgramAndGoesOn() throws InterruptedException {
    page.start("a", FIRST, 0);
    page.next();
    String wrong = FirstProgram.spec(FirstProgram.TEXT.replace("softmax", "softmix"), "", "");
    page.start("b", wrong, 0);
    JsonNode error = page.next();
    assertThat(error.path("type").asString()).isEqualTo("error");
    assertThat(error.path("code").asString()).isEqualTo("invalid");
    assertThat(error.path("field").asString()).isEqualTo("spec.objective.program");
    assertThat(error.path("message").asString()).contains("softmax");
    page.start("c", FIRST, 31);
    assertThat(page.next().path("field").asString()).isEqualTo("from");
    page.request("a", 1);
    assertThat(page.steps("a", 1)).hasSize(1);
  }

  /** As one of a ball does: the run that had the name before goes on where it was. */
  @ParameterizedTest
  @ValueSource(strings = {"training", "ball"})
  void aStartThatFailsLeavesTheRunBeforeIt(String kind) throws InterruptedException {
    page.start("a", kind.equals("ball") ? BALL : FIRST, 0);
    page.next();
    page.request("a", 3);
    page.steps("a", 3);
    for (int i = 0; i < 2; i++) {
      page.start("a", FIRST, 31);
      assertThat(page.next().path("field").asString()).isEqualTo("from");
    }
    page.request("a", 2);
    assertThat(page.steps("a", 2).get(1).path("k").asInt()).isEqualTo(5);
    page.start("a", FIRST, 30);
    assertThat(page.next().path("step").path("k").asInt()).isEqualTo(30);
    assertThat(page.next().path("type").asString()).isEqualTo("ended");
    page.start("a", FIRST, 31);
    assertThat(page.next().path("field").asString()).isEqualTo("from");
    page.say("{'type':'cancel','run':'a'}");
    assertThat(page.isQuiet()).isTrue();
  }
}
