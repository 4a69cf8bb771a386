package downhill.stream;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.run.SpecJson;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;

/** A page's end of the socket, for tests. */
public final class TestPage implements WebSocket.Listener, AutoCloseable {

  private static final HttpClient HTTP = HttpClient.newHttpClient();

  final BlockingQueue<JsonNode> frames = new LinkedBlockingQueue<>();
  public final CompletableFuture<Integer> closed = new CompletableFuture<>();
  private final StringBuilder partial = new StringBuilder();
  private final WebSocket socket;

  TestPage(int port) {
    this(port, "");
  }

  /** A page behind proxies. */
  public TestPage(int port, String forwardedFor) {
    URI address = URI.create("ws://127.0.0.1:" + port + "/ws/runs");
    socket =
        HTTP.newWebSocketBuilder()
            .header("X-Forwarded-For", forwardedFor)
            .header("X-Forwarded-Proto", "wss")
            .header("Origin", "https://school.example.org")
            .buildAsync(address, this)
            .join();
  }

  @Override
  public CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
    partial.append(data);
    if (last) {
      frames.add(SpecJson.mapper().readTree(partial.toString()));
      partial.setLength(0);
    }
    webSocket.request(1);
    return CompletableFuture.completedStage(null);
  }

  @Override
  public CompletionStage<?> onClose(WebSocket webSocket, int statusCode, String reason) {
    closed.complete(statusCode);
    return CompletableFuture.completedStage(null);
  }

  @Override
  public void onError(WebSocket webSocket, Throwable error) {
    closed.completeExceptionally(error);
  }

  public void say(String frame) {
    socket.sendText(frame.replace('\'', '"'), true).join();
  }

  void start(String run, String spec, int from) {
    say("{'type':'start','run':'%s','spec':%s,'from':%d}".formatted(run, spec, from));
  }

  void request(String run, int n) {
    say("{'type':'request','run':'%s','n':%d}".formatted(run, n));
  }

  /** The next steps of a run, whatever else of other runs arrives between them. */
  List<JsonNode> steps(String run, int n) throws InterruptedException {
    List<JsonNode> steps = new ArrayList<>();
    while (steps.size() < n) {
      JsonNode frame = next();
      if (frame.path("run").asString().equals(run)) {
        assertThat(frame.path("type").asString()).isEqualTo("steps");
        frame.path("steps").forEach(steps::add);
      }
    }
    return steps;
  }

  void sayInParts(String first, String second) {
    socket.sendText(first.replace('\'', '"'), false).join();
    socket.sendText(second.replace('\'', '"'), true).join();
  }

  void sayInBytes(byte[] bytes) {
    socket.sendBinary(ByteBuffer.wrap(bytes), true).join();
  }

  public JsonNode next() throws InterruptedException {
    JsonNode frame = frames.poll(10, TimeUnit.SECONDS);
    if (frame == null) {
      throw new AssertionError("no frame came in 10 s");
    }
    return frame;
  }

  /**
   * Waits until all that was said before has been answered, and tells whether nothing else came.
   */
  boolean isQuiet() throws InterruptedException {
    say("{'type':'cancel','run':'nobody'}");
    JsonNode frame = next();
    return frame.path("code").asString("").equals("unknown-run") && frames.isEmpty();
  }

  @Override
  public void close() {
    socket.abort();
  }
}
