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
 * A page that plays its run to the end whatever befalls its line. It asks, gives a connection up
 * and comes back by rules like those of {@code player.js}, {@code vigil.js} and {@code wire.js},
 * but asks when half of a second's steps are left, where a page waits for a third, and gives up
 * after what its {@link Manner} says.
 */
public final class SteadyPage implements AutoCloseable {

  /** A browser's word for a connection that ended, or never began, without a goodbye. */
  public static final int VANISHED = 1006;

  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final int MOST_AT_A_TIME = 1000;

  /** Never the name of a run, so that the answer comes at once and changes nothing. */
  private static final String NOBODY = "?";

  private final HttpClient http;
  private final URI address;
  private final Manner manner;
  private final SplittableRandom chance;
  private final List<Integer> goodbyes = new ArrayList<>();
  private PlayedRun run;
  private @Nullable Ear ear;
  private CompletableFuture<?> saying = CompletableFuture.completedFuture(null);
  private boolean left;
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
   * Begins a run.
   *
   * @param port of this machine, at which it reaches the service
   * @param chance of its waits
   * @param spec of the run; either quotes will do
   */
  public SteadyPage(int port, Manner manner, SplittableRandom chance, String spec) {
    this(HTTP, URI.create("ws://localhost:" + port + "/ws/runs"), manner, chance, spec);
  }

  /** The same with a client of its own, at the address of any socket of runs. */
  public SteadyPage(
      HttpClient http, URI address, Manner manner, SplittableRandom chance, String spec) {
    this.http = http;
    this.address = address;
    this.manner = manner;
    this.chance = chance;
    this.run = new PlayedRun("ball", spec);
    this.shown = System.nanoTime();
    connect();
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

    /** Much as our pages are, at the pace of 30 steps a second. */
    public static final Manner OURS =
        new Manner(30, 31, Duration.ofSeconds(5), Duration.ofMillis(250), Duration.ofSeconds(15));

    /** For tests: in a hurry. */
    public static final Manner HASTY =
        new Manner(
            20_000, 12, Duration.ofMillis(250), Duration.ofMillis(10), Duration.ofMillis(100));
  }

  /** Begins another run from its start, under a name of its own. */
  public synchronized void begin(String spec) {
    if (open) {
      cancel(run.name());
    }
    run = new PlayedRun("ball." + ++generation, spec);
    onScreen = 0;
    shown = System.nanoTime();
    if (open) {
      resume();
    }
  }

  /**
   * Lets time pass; to be called now and then, with {@link System#nanoTime}. A page that is not
   * called hears and does not ask, as one that is paused.
   */
  public synchronized void tick(long now) {
    if (left || run.isOver()) {
      return;
    }
    onScreen = Math.min(run.size(), onScreen + (now - shown) / 1e9 * manner.pace);
    shown = now;
    double ahead = run.size() + run.pending() - onScreen;
    if (ear == null) {
      if (now - comeBack > 0) {
        connect();
      }
    } else if (now - heard > 2 * manner.patience.toNanos()) {
      lost(ear, VANISHED);
    } else if (open && !probed && now - heard > manner.patience.toNanos()) {
      probed = true;
      cancel(NOBODY);
    } else if (open && ahead <= manner.second / 2) {
      int wanted = (int) Math.ceil(1.5 * manner.second - ahead);
      ask(Math.min(wanted, MOST_AT_A_TIME - run.pending()));
    }
  }

  private void ask(int n) {
    if (n > 0) {
      heard = run.pending() == 0 ? System.nanoTime() : heard;
      run.expect(n);
      request(n);
    }
  }

  private void request(int n) {
    say("{\"type\":\"request\",\"run\":\"%s\",\"n\":%d}".formatted(run.name(), n));
  }

  private void cancel(String name) {
    say("{\"type\":\"cancel\",\"run\":\"%s\"}".formatted(name));
  }

  private void connect() {
    Ear next = new Ear();
    ear = next;
    heard = System.nanoTime();
    probed = false;
    http.newWebSocketBuilder()
        .connectTimeout(manner.patience.multipliedBy(2))
        .buildAsync(address, next)
        .whenComplete((socket, refused) -> connected(next, socket, refused));
  }

  private synchronized void connected(Ear next, WebSocket socket, @Nullable Throwable refused) {
    if (refused != null) {
      lost(next, VANISHED);
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
    resumes += run.size() == 0 ? 0 : 1;
    heard = System.nanoTime();
    say(
        "{\"type\":\"start\",\"run\":\"%s\",\"spec\":%s,\"from\":%d}"
            .formatted(run.name(), run.spec(), Math.max(0, run.size() - 1)));
    if (run.pending() > 0) {
      request(run.pending());
    }
  }

  private void say(String text) {
    WebSocket socket = ear == null ? null : ear.socket;
    if (socket != null) {
      saying = saying.handle((done, e) -> null).thenCompose(done -> socket.sendText(text, true));
    }
  }

  private synchronized void lost(Ear its, int goodbye) {
    if (ear != its) {
      return;
    }
    drop(its);
    goodbyes.add(goodbye);
    long most = manner.first.toNanos() << Math.min(attempt, 16);
    comeBack =
        System.nanoTime() + (long) (chance.nextDouble() * Math.min(manner.longest.toNanos(), most));
    attempt++;
  }

  private void drop(Ear its) {
    ear = null;
    open = false;
    if (its.socket != null) {
      its.socket.abort();
    }
  }

  private synchronized void received(Ear its, String text) {
    if (ear != its) {
      return;
    }
    heard = System.nanoTime();
    attempt = 0;
    probed = false;
    JsonNode message = SpecJson.mapper().readTree(text);
    if (message.path("run").asString("").equals(run.name())) {
      run.receive(message);
    }
  }

  /** The run that it plays. */
  public synchronized PlayedRun run() {
    return run;
  }

  /** How often it went on with a run on another connection. */
  public synchronized int resumes() {
    return resumes;
  }

  /**
   * With which codes the connections that it lost were closed, {@link #VANISHED} where none was
   * said and where it was turned away.
   */
  public synchronized List<Integer> goodbyes() {
    return List.copyOf(goodbyes);
  }

  /** Leaves; what it has of its run it keeps. */
  @Override
  public synchronized void close() {
    left = true;
    if (ear != null) {
      drop(ear);
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
      lost(this, code);
      return null;
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
      lost(this, VANISHED);
    }
  }
}
