package downhill.hosting;

import downhill.run.SpecJson;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A page of a class, as ours behaves: it pulls a few steps at a time, and when its connection is
 * gone it comes back after a random while and starts after the last step it has.
 */
final class Student implements WebSocket.Listener, AutoCloseable {

  private static final int AT_A_TIME = 5;
  private static final int SOON_MS = 10;
  private static final int LONGEST_BREATH_MS = 300;

  /** The JDK's words for an end without a goodbye. */
  static final int VANISHED = 1006;

  private final HttpClient http;
  private final URI address;
  private final String spec;
  private final int together;
  private final CompletableFuture<Void> signal;
  private final List<JsonNode> steps = new ArrayList<>();
  private final List<Integer> goodbyes = new CopyOnWriteArrayList<>();
  private final CompletableFuture<JsonNode> ended = new CompletableFuture<>();
  private final StringBuilder partial = new StringBuilder();
  private volatile @Nullable WebSocket socket;
  private volatile boolean left;
  private CompletableFuture<WebSocket> said = new CompletableFuture<>();
  private int owed;

  /**
   * Begins a run.
   *
   * @param http with which it asks
   * @param address of the socket
   * @param spec of its run
   * @param together the step at which it waits for the signal
   * @param signal given when all are there
   */
  Student(HttpClient http, URI address, String spec, int together, CompletableFuture<Void> signal) {
    this.http = http;
    this.address = address;
    this.spec = spec;
    this.together = together;
    this.signal = signal;
    connect().join();
  }

  private CompletableFuture<WebSocket> connect() {
    return http.newWebSocketBuilder().buildAsync(address, this);
  }

  @Override
  public void onOpen(WebSocket opened) {
    JsonNode start =
        SpecJson.mapper()
            .valueToTree(
                Map.of(
                    "type",
                    "start",
                    "run",
                    "own",
                    "spec",
                    SpecJson.mapper().readTree(spec),
                    "from",
                    last()));
    socket = opened;
    owed = 0;
    said = CompletableFuture.completedFuture(opened);
    say(start.toString());
    opened.request(Long.MAX_VALUE);
  }

  /** After what was said before: a socket of the JDK takes one message at a time. */
  private synchronized void say(String text) {
    said = said.thenCompose(to -> to.sendText(text, true));
  }

  @Override
  public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
    partial.append(data);
    if (last) {
      JsonNode frame = SpecJson.mapper().readTree(partial.toString());
      partial.setLength(0);
      heard(frame);
    }
    return CompletableFuture.completedStage(null);
  }

  private void heard(JsonNode frame) {
    switch (frame.path("type").asString()) {
      case "started" -> {
        keep(frame.path("step"));
        ask();
      }
      case "steps" -> {
        frame.path("steps").forEach(this::keep);
        owed -= frame.path("steps").size();
        if (owed == 0) {
          soon(this::goOn, SOON_MS);
        }
      }
      case "ended" -> ended.complete(frame);
      default -> ended.completeExceptionally(new AssertionError(frame.toString()));
    }
  }

  /** The step at which it started anew is one that it has. */
  private synchronized void keep(JsonNode step) {
    int k = step.path("k").intValue();
    if (k == steps.size()) {
      steps.add(step);
    } else if (k != steps.size() - 1 || !step.equals(steps.get(k))) {
      ended.completeExceptionally(new AssertionError("after " + (steps.size() - 1) + ": " + step));
    }
  }

  private void goOn() {
    if (last() < together) {
      ask();
    } else {
      signal.thenRun(this::ask);
    }
  }

  private void ask() {
    owed = AT_A_TIME;
    say("{\"type\":\"request\",\"run\":\"own\",\"n\":" + AT_A_TIME + "}");
  }

  private static void soon(Runnable task, int ms) {
    Executor later = CompletableFuture.delayedExecutor(ms, TimeUnit.MILLISECONDS);
    later.execute(task);
  }

  @Override
  public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
    comeBack(code);
    return CompletableFuture.completedStage(null);
  }

  @Override
  public void onError(WebSocket from, Throwable error) {
    comeBack(VANISHED);
  }

  private void comeBack(int code) {
    if (left || ended.isDone()) {
      return;
    }
    goodbyes.add(code);
    partial.setLength(0);
    soon(
        () -> connect().exceptionally(this::refused),
        ThreadLocalRandom.current().nextInt(LONGEST_BREATH_MS));
  }

  private @Nullable WebSocket refused(Throwable refusal) {
    ended.completeExceptionally(refusal);
    return socket;
  }

  /** The last step it has; 0 before it has any. */
  synchronized int last() {
    return Math.max(0, steps.size() - 1);
  }

  /** Whether it waits for the others. */
  boolean isTogether() {
    return last() == together;
  }

  /** The steps it has. */
  synchronized List<JsonNode> steps() {
    return List.copyOf(steps);
  }

  /** The spec of its run. */
  String spec() {
    return spec;
  }

  /** With which codes its connections were closed, {@link #VANISHED} where none was said. */
  List<Integer> goodbyes() {
    return goodbyes;
  }

  /** How its run ended. */
  CompletableFuture<JsonNode> ended() {
    return ended;
  }

  @Override
  public void close() {
    left = true;
    if (socket != null) {
      socket.abort();
    }
  }
}
