package downhill.hosting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import downhill.fault.PlayedRun;
import downhill.fault.SteadyPage;
import downhill.fault.WholeRun;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * A class on two instances that know nothing of each other, behind nginx. One of them is a process
 * of its own, which is killed.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class TwoInstancesTests {

  private static final int CLASS = 40;
  private static final int STEPS = 500;
  private static final int TOGETHER = 50;

  /** More than anybody has who stopped where all are together. */
  private static final int UNDER_WAY = 75;

  private static final int TICK_MS = 5;
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  /** A few steps at a time, a breath before it comes back, and patience until all are there. */
  private static final SteadyPage.Manner STUDENT =
      new SteadyPage.Manner(100, 6, PATIENCE, Duration.ofMillis(300), Duration.ofMillis(300));

  @LocalServerPort int port;
  private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();

  @AfterEach
  void stopTheClock() {
    clock.shutdownNow();
  }

  @Test
  void aKilledInstanceCostsNobodyAStep() throws Exception {
    try (Instance other = new Instance();
        Nginx nginx = new Nginx(port, other.port())) {
      List<SteadyPage> students = studentsInTheMiddle(nginx);
      other.kill();
      List<SteadyPage> movedOn = awaitEnds(students, nginx);
      assertThat(movedOn)
          .allSatisfy(each -> assertThat(each.goodbyes()).containsExactly(SteadyPage.VANISHED));
      assertThat(movedOn).hasSizeBetween(CLASS / 3, 2 * CLASS / 3);
    }
  }

  @Test
  void aStoppedInstanceSaysThatItRestartsAndNobodyIsTurnedAway() throws Exception {
    try (Instance other = new Instance();
        Nginx nginx = new Nginx(port, other.port())) {
      List<SteadyPage> students = studentsInTheMiddle(nginx);
      other.stop();
      List<SteadyPage> movedOn = awaitEnds(students, nginx);
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
        closed.complete(SteadyPage.VANISHED);
      }
    };
  }

  /** All of them stopped at about one step, and then on their way again. */
  private List<SteadyPage> studentsInTheMiddle(Nginx nginx) {
    HttpClient http = client(nginx);
    List<SteadyPage> students =
        IntStream.range(0, CLASS)
            .mapToObj(
                i -> new SteadyPage(http, socket(nginx), STUDENT, new SplittableRandom(i), spec(i)))
            .toList();
    AtomicBoolean signal = new AtomicBoolean();
    Predicate<SteadyPage> goesOn = each -> signal.get() || each.run().size() <= TOGETHER;
    clock.scheduleWithFixedDelay(
        () -> students.stream().filter(goesOn).forEach(each -> each.tick(System.nanoTime())),
        0,
        TICK_MS,
        TimeUnit.MILLISECONDS);
    await().atMost(PATIENCE).until(() -> students.stream().noneMatch(goesOn));
    signal.set(true);
    await()
        .atMost(PATIENCE)
        .until(() -> students.stream().allMatch(each -> each.run().size() > UNDER_WAY));
    assertThat(students).noneMatch(each -> each.run().isOver());
    assertThat(students).allSatisfy(each -> assertThat(each.goodbyes()).isEmpty());
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

  /** Waits for all, compares their runs with the service's, and gives those that moved. */
  private static List<SteadyPage> awaitEnds(List<SteadyPage> students, Nginx nginx)
      throws Exception {
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(students)
                    .filteredOn(each -> !each.run().isOver())
                    .extracting(SteadyPage::goodbyes)
                    .isEmpty());
    HttpClient http = client(nginx);
    URI service = URI.create("https://localhost:" + nginx.port());
    for (SteadyPage student : students) {
      student.close();
      PlayedRun run = student.run();
      assertThat(run.differences(WholeRun.of(http, service, run.spec()))).isEmpty();
      assertThat(run.steps()).hasSize(STEPS + 1);
    }
    return students.stream().filter(each -> !each.goodbyes().isEmpty()).toList();
  }
}
