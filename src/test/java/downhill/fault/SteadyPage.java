package downhill.fault;

import downhill.run.SpecJson;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A page that plays a run to its end whatever befalls its line: when it asks, when it gives a
 * connection up and when it comes back is as {@code player.js}, {@code wire.js} and {@code feed.js}
 * have it. What it notices that no page should see is in {@link #wrongs}.
 */
public final class SteadyPage implements AutoCloseable {

  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final int MOST_AT_A_TIME = 1000;

  /** Never the name of a run, so that the answer comes at once and changes nothing. */
  private static final String NOBODY = "?";

  private final URI address;
  private final Manner manner;
  private final SplittableRandom chance;
  private final List<String> wrongs = new ArrayList<>();
  private List<String> steps = new ArrayList<>();
  private String spec = "";
  private @Nullable JsonNode ending;
  private @Nullable Ear ear;
  private CompletableFuture<?> saying = CompletableFuture.completedFuture(null);
  private boolean over = true;
  private int pending;
  private int generation;
  private int attempt;
  private int resumes;
  private boolean open;
  private boolean probed;
  private long heard;
  private long comeBack;
  private long shown;
  private double onScreen;

  /**
   * A page that has not begun.
   *
   * @param port of this machine, at which it reaches the service
   * @param chance of its waits
   */
  public SteadyPage(int port, Manner manner, SplittableRandom chance) {
    this.address = URI.create("ws://localhost:" + port + "/ws/runs");
    this.manner = manner;
    this.chance = chance;
  }

  /**
   * How long a page waits.
   *
   * @param pace steps a second on the screen
   * @param second the steps that it counts as a second's: once half of them are left it asks anew
   * @param patience after so long without an answer it asks whether anybody is there, and after as
   *     long again it gives the connection up
   * @param first the most that it waits before it comes back, the first time
   * @param longest the most that it ever waits
   */
  public record Manner(
      double pace, int second, Duration patience, Duration first, Duration longest) {

    /** As our pages are, at the pace of 30 steps a second. */
    public static final Manner OURS =
        new Manner(30, 31, Duration.ofSeconds(5), Duration.ofMillis(250), Duration.ofSeconds(15));

    /** For tests: in a hurry. */
    public static final Manner HASTY =
        new Manner(
            20_000, 12, Duration.ofMillis(250), Duration.ofMillis(10), Duration.ofMillis(100));
  }

  /** Begins a run from its start, under a name of its own; either quotes will do in its spec. */
  public synchronized void begin(String ofRun) {
    spec = ofRun.replace('\'', '"');
    if (open) {
      say("{\"type\":\"cancel\",\"run\":\"%s\"}".formatted(run()));
    }
    generation++;
    steps = new ArrayList<>();
    ending = null;
    over = false;
    pending = 0;
    onScreen = 0;
    shown = System.nanoTime();
    if (open) {
      resume();
    } else if (ear == null) {
      connect();
    }
  }

  /** Lets time pass; to be called now and then, with {@link System#nanoTime}. */
  public synchronized void tick(long now) {
    if (over) {
      return;
    }
    onScreen = Math.min(steps.size(), onScreen + (now - shown) / 1e9 * manner.pace);
    shown = now;
    if (ear == null) {
      if (now - comeBack > 0) {
        connect();
      }
    } else if (now - heard > 2 * manner.patience.toNanos()) {
      lost(ear);
    } else if (open && !probed && now - heard > manner.patience.toNanos()) {
      probed = true;
      say("{\"type\":\"cancel\",\"run\":\"%s\"}".formatted(NOBODY));
    } else if (open && steps.size() + pending - onScreen <= manner.second / 2) {
      int wanted = (int) Math.ceil(1.5 * manner.second - (steps.size() + pending - onScreen));
      ask(Math.min(wanted, MOST_AT_A_TIME - pending));
    }
  }

  private void ask(int n) {
    if (n > 0) {
      heard = pending == 0 ? System.nanoTime() : heard;
      pending += n;
      request(n);
    }
  }

  private void request(int n) {
    say("{\"type\":\"request\",\"run\":\"%s\",\"n\":%d}".formatted(run(), n));
  }

  private String run() {
    return "ball." + generation;
  }

  private void connect() {
    Ear next = new Ear();
    ear = next;
    heard = System.nanoTime();
    probed = false;
    HTTP.newWebSocketBuilder()
        .connectTimeout(manner.patience.multipliedBy(2))
        .buildAsync(address, next)
        .whenComplete((socket, refused) -> connected(next, socket, refused));
  }

  private synchronized void connected(Ear next, WebSocket socket, @Nullable Throwable refused) {
    if (refused != null) {
      lost(next);
    } else if (ear != next) {
      socket.abort();
    } else {
      next.socket = socket;
      open = true;
      resume();
    }
  }

  /** Takes up where the steps end. */
  private void resume() {
    resumes += steps.isEmpty() ? 0 : 1;
    heard = System.nanoTime();
    int from = Math.max(0, steps.size() - 1);
    say("{\"type\":\"start\",\"run\":\"%s\",\"spec\":%s,\"from\":%d}".formatted(run(), spec, from));
    if (pending > 0) {
      request(pending);
    }
  }

  private void say(String text) {
    WebSocket socket = ear == null ? null : ear.socket;
    if (socket != null) {
      saying = saying.handle((done, e) -> null).thenCompose(done -> socket.sendText(text, true));
    }
  }

  private synchronized void lost(Ear its) {
    if (ear != its) {
      return;
    }
    ear = null;
    open = false;
    if (its.socket != null) {
      its.socket.abort();
    }
    long most = manner.first.toNanos() << Math.min(attempt, 16);
    comeBack =
        System.nanoTime() + (long) (chance.nextDouble() * Math.min(manner.longest.toNanos(), most));
    attempt++;
  }

  private synchronized void received(Ear its, String text) {
    if (ear != its) {
      return;
    }
    heard = System.nanoTime();
    attempt = 0;
    probed = false;
    JsonNode message = SpecJson.mapper().readTree(text);
    if (!message.path("run").asString("").equals(run())) {
      return;
    }
    switch (message.path("type").asString()) {
      case "started" -> started(message.path("step"));
      case "steps" -> message.path("steps").forEach(this::step);
      case "ended" -> {
        ending = message;
        over = true;
        pending = 0;
      }
      default -> {
        wrongs.add(text);
        over = true;
      }
    }
  }

  private void started(JsonNode step) {
    if (steps.isEmpty()) {
      steps.add(step.toString());
    } else if (!step.toString().equals(steps.get(steps.size() - 1))) {
      wrongs.add("it went on from another step than " + (steps.size() - 1) + ": " + step);
    }
  }

  private void step(JsonNode step) {
    pending--;
    if (step.path("k").asInt() != steps.size()) {
      wrongs.add("after step " + (steps.size() - 1) + " came " + step.path("k"));
    }
    steps.add(step.toString());
  }

  /** The spec of its run, as JSON. */
  public synchronized String spec() {
    return spec;
  }

  /** Whether the run has ended, or was refused. */
  public synchronized boolean isOver() {
    return over;
  }

  /** The steps it has, as JSON. */
  public synchronized List<String> steps() {
    return List.copyOf(steps);
  }

  /** What was wrong with what it was sent. */
  public synchronized List<String> wrongs() {
    return List.copyOf(wrongs);
  }

  /** How often it went on with a run on another connection. */
  public synchronized int resumes() {
    return resumes;
  }

  /**
   * How its run differs from the whole one.
   *
   * @param whole the answer of {@code /api/runs} to its spec
   * @return a sentence for each difference; where it has not ended, the steps that it has count
   */
  public synchronized List<String> differences(JsonNode whole) {
    List<String> found = new ArrayList<>(wrongs);
    JsonNode all = whole.path("steps");
    for (int k = 0; k < Math.min(steps.size(), all.size()); k++) {
      if (!all.get(k).toString().equals(steps.get(k))) {
        found.add("step " + k + " is " + steps.get(k) + " and should be " + all.get(k));
      }
    }
    if (steps.size() > all.size() || ending != null && steps.size() < all.size()) {
      found.add("of " + all.size() + " steps it has " + steps.size());
    }
    if (ending != null) {
      tellApart("verdict", whole.path("verdict"), ending.path("verdict"), found);
      tellApart("message", whole.path("message"), ending.path("message"), found);
      tellApart("last step", all.get(all.size() - 1).path("k"), ending.path("k"), found);
    }
    return found;
  }

  private static void tellApart(String what, JsonNode whole, JsonNode own, List<String> found) {
    if (!whole.equals(own)) {
      found.add("its " + what + " is " + own + " and should be " + whole);
    }
  }

  @Override
  public synchronized void close() {
    over = true;
    if (ear != null) {
      lost(ear);
    }
  }

  /** Hears what one connection brings. */
  private final class Ear implements WebSocket.Listener {

    private final StringBuilder partial = new StringBuilder();
    private volatile @Nullable WebSocket socket;

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
      partial.append(data);
      if (last) {
        String text = partial.toString();
        partial.setLength(0);
        received(this, text);
      }
      from.request(1);
      return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
      lost(this);
      return null;
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
      lost(this);
    }
  }
}
