package downhill.hosting;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** The service in a process of its own, which can be killed as a machine's failure kills it. */
final class Instance implements AutoCloseable {

  private static final long LONGEST_START = TimeUnit.SECONDS.toNanos(90);

  private final int port;
  private final Path log;
  private final Process process;

  /**
   * Starts it and waits until it is ready.
   *
   * @param options settings, such as {@code --downhill.limits.steps=10}
   */
  Instance(String... options) throws IOException, InterruptedException {
    this(Map.of(), options);
  }

  /** The same in an environment of these variables too. */
  Instance(Map<String, String> environment, String... options)
      throws IOException, InterruptedException {
    port = freePort();
    log = Files.createTempFile("instance", ".log");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx256m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    command.addAll(List.of("-classpath", withoutTests(), "downhill.DownhillApplication"));
    command.addAll(List.of("--server.address=127.0.0.1", "--server.port=" + port));
    command.addAll(List.of(options));
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
    builder.environment().putAll(environment);
    process = builder.start();
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    awaitReady();
  }

  /** A port of the loopback that nobody uses. */
  static int freePort() throws IOException {
    try (ServerSocket any = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return any.getLocalPort();
    }
  }

  private static String withoutTests() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(entry -> !Path.of(entry).endsWith("test-classes"))
        .collect(Collectors.joining(File.pathSeparator));
  }

  private void awaitReady() throws IOException, InterruptedException {
    URI readiness = URI.create("http://127.0.0.1:" + port + "/actuator/health/readiness");
    long begun = System.nanoTime();
    while (!answers(readiness)) {
      if (!process.isAlive() || System.nanoTime() - begun > LONGEST_START) {
        kill();
        throw new IllegalStateException("It did not start: " + Files.readString(log));
      }
      Thread.sleep(100);
    }
  }

  private static boolean answers(URI address) throws InterruptedException {
    try {
      HttpRequest request = HttpRequest.newBuilder(address).build();
      return HttpClient.newHttpClient()
              .send(request, HttpResponse.BodyHandlers.discarding())
              .statusCode()
          == 200;
    } catch (IOException notYet) {
      return false;
    }
  }

  int port() {
    return port;
  }

  /** What it has logged. */
  String log() throws IOException {
    return Files.readString(log);
  }

  /** As when its machine fails: SIGKILL, so that nothing is said to anybody. */
  void kill() throws InterruptedException {
    process.destroyForcibly();
    process.waitFor();
  }

  /** As when it is updated: SIGTERM, and it may say goodbye. */
  void stop() throws InterruptedException {
    process.destroy();
    process.waitFor();
  }

  @Override
  public void close() throws IOException, InterruptedException {
    kill();
    Files.deleteIfExists(log);
  }
}
