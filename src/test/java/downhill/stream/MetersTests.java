package downhill.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What Prometheus is told is what happened. */
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "management.prometheus.metrics.export.enabled=true",
      "downhill.limits.connections=1"
    })
class MetersTests {

  private static final String RUN =
      "{'objective':{'curve':'bumpy'},'optimizer':{'name':'adam','learningRate':0.1}}";

  @LocalServerPort int port;

  @Test
  void countsRunsStepsFramesAndRefusals() throws Exception {
    try (TestPage page = new TestPage(port)) {
      page.start("a", RUN, 0);
      page.next();
      page.request("a", 7);
      page.steps("a", 7);
      page.request("b", 1);
      page.next();
      assertThatThrownBy(() -> new TestPage(port)).hasMessageContaining("HandshakeException");

      assertThat(told("downhill_answer_seconds_count 3"))
          .contains("\ndownhill_runs_total 1.0\n")
          .contains("\ndownhill_steps_total 7.0\n")
          .contains("\ndownhill_frames_total 3.0\n")
          .contains("downhill_refused_total{code=\"unknown-run\"} 1.0\n")
          .contains("downhill_refused_total{code=\"too-busy\"} 1.0\n")
          .contains("downhill_hung_up_total{why=\"send-timeout\"} 0.0\n")
          .contains("\ndownhill_connections 1.0\n")
          .contains("downhill_answer_seconds_count 3")
          .contains("jvm_memory_used_bytes{area=\"heap\"");
    }
  }

  @Test
  void saysWhetherItLivesAndWhetherItTakesPages() throws Exception {
    for (String part : new String[] {"", "/liveness", "/readiness"}) {
      assertThat(get("/actuator/health" + part).body()).contains("\"status\":\"UP\"");
    }
    assertThat(get("/actuator/env").statusCode()).isEqualTo(404);
  }

  /** What is told once this is in it: a page may have its frame before that has been counted. */
  private String told(String last) throws Exception {
    String told = get("/actuator/prometheus").body();
    for (int i = 0; i < 200 && !told.contains(last); i++) {
      Thread.sleep(25);
      told = get("/actuator/prometheus").body();
    }
    return told;
  }

  private HttpResponse<String> get(String path) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build();
    return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
  }
}
