package downhill.load;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A reader's page whose ball rolls: when a step is on its screen, and when it asks for more, as
 * {@code model/player.js} and {@code transport/feed.js} have it. It asks for the steps of a second
 * and a half once a third of a second's are left. Times are nanoseconds.
 */
final class Page implements FrameReader.Listener {

  /** A second's steps, and the one that is on the screen. */
  private static final int SECOND = Scene.RATE + 1;

  /** What the player has left when it asks. */
  private static final int LEFT = SECOND / 3;

  /** What it asks for. */
  private static final int WANTED = (3 * SECOND + 1) / 2;

  private static final long PERIOD = TimeUnit.SECONDS.toNanos(1) / Scene.RATE;
  private static final AtomicInteger COUNT = new AtomicInteger();

  private final Conversing socket;
  private final FrameReader reader;
  private final Tally tally;
  private final String spec;
  private final boolean pulls;
  private int run;
  private boolean rolling;
  private long begun;
  private int had;
  private int pending;
  private long asked;
  private int closed;

  Page(SocketChannel channel, Tally tally, String spec, boolean pulls) {
    this.socket = new Conversing(channel, COUNT.incrementAndGet());
    this.reader = new FrameReader(this);
    this.tally = tally;
    this.spec = spec;
    this.pulls = pulls;
  }

  /** The reader presses Roll. */
  void roll(long now) {
    rolling = true;
    if (pulls) {
      begin(now);
    } else {
      say("go");
    }
  }

  private void begin(long now) {
    run++;
    had = 0;
    pending = 0;
    begun = now;
    say("{\"type\":\"start\",\"run\":\"ball.%d\",\"spec\":%s}".formatted(run, spec));
    pull(now);
  }

  /** The reader presses Pause. */
  void pause() {
    rolling = false;
    if (!pulls) {
      say("stop");
    }
  }

  /** Asks for what the screen will need. */
  void pull(long now) {
    int ahead = had + pending - onScreen(now);
    if (rolling && pulls && ahead <= LEFT) {
      int n = Math.min(WANTED, Scene.STEPS - had - pending);
      if (n > 0) {
        asked = pending == 0 ? Math.max(begun, due()) : asked;
        pending += n;
        say("{\"type\":\"request\",\"run\":\"ball.%d\",\"n\":%d}".formatted(run, n));
      }
    }
  }

  /** When it will ask again. */
  long due() {
    return begun + (had + pending - LEFT) * PERIOD;
  }

  boolean isRolling() {
    return rolling && pulls;
  }

  private int onScreen(long now) {
    return (int) Math.min(had, (now - begun) / PERIOD);
  }

  void read(ByteBuffer bytes) {
    reader.read(bytes);
  }

  @Override
  public void steps(int n) {
    long now = System.nanoTime();
    tally.frame(n);
    if (!pulls) {
      return;
    }
    long late = now - (begun + had * PERIOD);
    tally.ahead(had - onScreen(now));
    if (late > 0) {
      tally.late(this, late, had == 0);
      begun += late;
    }
    had += n;
    pending -= n;
    if (pending == 0) {
      tally.answered(now - asked);
    }
  }

  @Override
  public void other(char second) {
    if (second == 'r') {
      tally.error();
    } else if (second == 'n' && rolling) {
      begin(System.nanoTime());
    }
  }

  @Override
  public void ping() {
    try {
      socket.pong();
    } catch (IOException e) {
      close(0);
    }
  }

  private void say(String text) {
    try {
      socket.say(text);
    } catch (IOException e) {
      close(0);
    }
  }

  @Override
  public void close(int code) {
    if (isClosed()) {
      return;
    }
    closed = code == 0 ? 1006 : code;
    rolling = false;
    tally.cut(closed);
  }

  boolean isClosed() {
    return closed > 0;
  }

  void vanish() throws IOException {
    socket.vanish();
  }
}
