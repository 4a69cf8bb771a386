package downhill.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import downhill.DownhillApplication;
import downhill.fault.WholeRun;
import downhill.run.FirstProgram;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/** The service in a process of its own is told to end, in the middle of everything. */
class ShutdownTests {

  private static final Logger log = LoggerFactory.getLogger(ShutdownTests.class);
  private static final Pattern STARTED = Pattern.compile("Tomcat started on port (\\d+)");
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int BY_SIGTERM = 143;
  private static final int RUNS = 16;
  private static final int MANY = 60;

  private static final String BALL =
      "{'objective':{'curve':'bumpy'},'optimizer':{'name':'adam','learningRate':0.0001},"
          + "'tolerance':0,'steps':10000}";

  /** Rounds of a training that takes about a second. */
  private static final int SOME = 20;

  /** As many as may be asked for in one answer. */
  private static final int MOST = 46;

  @TempDir Path folder;
  private Path said;
  private Process service;
  private int port;

  private void begin(String... words) throws Exception {
    said = folder.resolve("said.txt");
    List<String> command =
        new ArrayList<>(
            List.of(
                System.getProperty("java.home") + "/bin/java",
                "-classpath",
                System.getProperty("java.class.path"),
                DownhillApplication.class.getName(),
                "--server.port=0"));
    command.addAll(List.of(words));
    service =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile()).start();
    port = Integer.parseInt(await(() -> Files.readString(said), STARTED).group(1));
  }

  @AfterEach
  void end() {
    service.destroyForcibly();
  }

  /** However slow the machine: a test's drain may take long. */
  @Test
  void saysGoodbyeToAllAnswersWhatWasAskedAndIsGone() throws Exception {
    begin("--spring.lifecycle.timeout-per-shutdown-phase=60s");
    List<TestPage> pages = IntStream.range(0, 5).mapToObj(i -> new TestPage(port)).toList();
    for (TestPage page : pages) {
      page.start("a", BALL, 0);
      page.request("a", 1000);
      page.next();
    }
    CompletableFuture<JsonNode> answer = CompletableFuture.supplyAsync(() -> train(SOME));
    awaitBusy(1);
    long told = tellToEnd();
    for (TestPage page : pages) {
      assertThat(page.closed.get(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isEqualTo(1012);
    }
    assertThatThrownBy(() -> new TestPage(port)).isInstanceOf(RuntimeException.class);
    assertThat(answer.get(PATIENCE.toSeconds(), TimeUnit.SECONDS).path("steps")).hasSize(SOME + 1);
    awaitEnd(told);
    assertThat(Files.readString(said)).doesNotContain("ERROR", "WARN");
  }

  /** One that does not read is among them, and all trainings together would take minutes. */
  @Test
  void isGoneThoughMoreWasAskedThanCanBeAnswered() throws Exception {
    begin();
    ExecutorService readers = Executors.newFixedThreadPool(MANY);
    try (Socket deaf = deafPage()) {
      IntStream.range(0, MANY).forEach(i -> readers.execute(() -> train(MOST)));
      awaitBusy(MANY);
      awaitEnd(tellToEnd());
    } finally {
      readers.shutdownNow();
    }
  }

  private long tellToEnd() {
    long now = System.nanoTime();
    service.destroy();
    return now;
  }

  private void awaitEnd(long told) throws InterruptedException {
    assertThat(service.waitFor(30, TimeUnit.SECONDS)).isTrue();
    log.info("it was gone after {} ms", (System.nanoTime() - told) / 1_000_000);
    assertThat(service.exitValue()).isEqualTo(BY_SIGTERM);
  }

  /** Asks for much and never reads, so that something is always on its way to it. */
  private Socket deafPage() throws IOException {
    Socket socket = new Socket();
    socket.setReceiveBufferSize(4096);
    socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    socket.getOutputStream().write(Frames.handshake());
    for (int i = 0; i < RUNS; i++) {
      String run = "\"run\":\"%d\"".formatted(i);
      String spec = BALL.replace('\'', '"');
      say(socket, "{\"type\":\"start\",%s,\"spec\":%s}".formatted(run, spec));
      for (int n = 0; n < 10; n++) {
        say(socket, "{\"type\":\"request\",%s,\"n\":1000}".formatted(run));
      }
    }
    return socket;
  }

  private static void say(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(Frames.text(text, 1));
  }

  private JsonNode train(int rounds) {
    try {
      return WholeRun.of(port, FirstProgram.spec(FirstProgram.digits(rounds), "", ""));
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Until so many trainings are under way. */
  private void awaitBusy(int trainings) throws Exception {
    HttpRequest meters =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/actuator/prometheus"))
            .build();
    HttpClient http = HttpClient.newHttpClient();
    Pattern busy =
        Pattern.compile(
            "http_server_requests_active_seconds_count\\{.*method=\"POST\".*} " + trainings);
    await(() -> http.send(meters, HttpResponse.BodyHandlers.ofString()).body(), busy);
  }

  private static Matcher await(Callable<String> told, Pattern what) throws Exception {
    long begun = System.nanoTime();
    while (true) {
      String all = told.call();
      Matcher found = what.matcher(all);
      if (found.find()) {
        return found;
      }
      assertThat(System.nanoTime() - begun).as(all).isLessThan(PATIENCE.toNanos());
      TimeUnit.MILLISECONDS.sleep(20);
    }
  }
}
