package downhill.hosting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import downhill.run.SpecJson;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/**
 * A class on two instances that know nothing of each other, behind nginx. One of them is a process
 * of its own, which is killed.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class TwoInstancesTests {

  private static final int CLASS = 40;
  private static final int STEPS = 500;
  private static final int TOGETHER = 50;
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @LocalServerPort int port;

  @Test
  void aKilledInstanceCostsNobodyAStep() throws Exception {
    try (Instance other = new Instance();
        Nginx nginx = new Nginx(port, other.port())) {
      List<Student> students = studentsInTheMiddle(nginx);
      other.kill();
      List<Student> movedOn = awaitEnds(students, nginx);
      assertThat(movedOn).allSatisfy(each -> assertThat(each.goodbyes()).hasSize(1));
      assertThat(movedOn).hasSizeBetween(CLASS / 3, 2 * CLASS / 3);
    }
  }

  @Test
  void aStoppedInstanceSaysThatItRestartsAndNobodyIsTurnedAway() throws Exception {
    try (Instance other = new Instance();
        Nginx nginx = new Nginx(port, other.port())) {
      List<Student> students = studentsInTheMiddle(nginx);
      other.stop();
      List<Student> movedOn = awaitEnds(students, nginx);
      assertThat(movedOn).hasSizeBetween(CLASS / 3, 2 * CLASS / 3);
      assertThat(movedOn).allSatisfy(each -> assertThat(each.goodbyes()).containsExactly(1012));
      assertThat(other.log()).doesNotContain(" ERROR ", " WARN ");
    }
  }

  /** As after a minute where nginx waits for one, and the service's heartbeat is 25 s. */
  @Test
  void aReadersPauseIsLongerThanTheProxysPatience() throws Exception {
    try (Instance only = new Instance("--downhill.stream.heartbeat=300ms");
        Nginx nginx = new Nginx(only.port(), only.port(), "proxy_read_timeout 1s;")) {
      CompletableFuture<Integer> closed = new CompletableFuture<>();
      WebSocket silent =
          client(nginx).newWebSocketBuilder().buildAsync(socket(nginx), telling(closed)).join();
      assertThat(closed.completeOnTimeout(0, 3, TimeUnit.SECONDS).join()).isZero();
      silent.abort();
    }
  }

  private static WebSocket.Listener telling(CompletableFuture<Integer> closed) {
    return new WebSocket.Listener() {
      @Override
      public CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
        closed.complete(code);
        return CompletableFuture.completedStage(null);
      }

      @Override
      public void onError(WebSocket socket, Throwable error) {
        closed.complete(Student.VANISHED);
      }
    };
  }

  /** All of them at one step, and then on their way again. */
  private static List<Student> studentsInTheMiddle(Nginx nginx) throws Exception {
    HttpClient http = client(nginx);
    CompletableFuture<Void> signal = new CompletableFuture<>();
    List<Student> students =
        IntStream.range(0, CLASS)
            .mapToObj(i -> new Student(http, socket(nginx), spec(i), TOGETHER, signal))
            .toList();
    await().atMost(PATIENCE).until(() -> students.stream().allMatch(Student::isTogether));
    signal.complete(null);
    await().atMost(PATIENCE).until(() -> students.stream().noneMatch(Student::isTogether));
    assertThat(students).noneMatch(each -> each.ended().isDone());
    return students;
  }

  /** No two alike, and none that ends early. */
  private static String spec(int i) {
    return """
        {"objective": {"curve": "bumpy"}, "start": [%s], "seed": %d, "noise": 0.2, "tolerance": 0,
         "optimizer": {"name": "%s", "learningRate": 0.03}, "steps": %d}"""
        .formatted(-4 + i / 5.0, i, List.of("sgd", "momentum", "adam").get(i % 3), STEPS);
  }

  private static HttpClient client(Nginx nginx) {
    return HttpClient.newBuilder().sslContext(nginx.certificate().trust()).build();
  }

  private static URI socket(Nginx nginx) {
    return URI.create("wss://localhost:" + nginx.port() + "/ws/runs");
  }

  /** Waits for all, compares their steps with the service's, and gives those that moved. */
  private static List<Student> awaitEnds(List<Student> students, Nginx nginx) throws Exception {
    HttpClient http = client(nginx);
    for (Student student : students) {
      JsonNode ended = student.ended().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
      assertThat(ended.path("k").intValue()).isEqualTo(STEPS);
      assertThat(student.steps()).isEqualTo(wholeRun(http, nginx, student.spec()));
      student.close();
    }
    return students.stream().filter(each -> !each.goodbyes().isEmpty()).toList();
  }

  private static List<JsonNode> wholeRun(HttpClient http, Nginx nginx, String spec)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("https://localhost:" + nginx.port() + "/api/runs"))
            .POST(HttpRequest.BodyPublishers.ofString(spec))
            .build();
    HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
    JsonNode steps = SpecJson.mapper().readTree(answer.body()).path("steps");
    return IntStream.range(0, steps.size()).mapToObj(steps::get).toList();
  }
}
