package downhill.load;

import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.util.concurrent.TimeUnit;

/** A page that begins all the runs it may, asks and asks, and never reads. */
final class Stalled {

  private static final int RUNS = 16;
  private static final int MOST = 1000;

  private final Conversing socket;
  private final String spec;
  private final long begun = System.nanoTime();
  private int asked;
  private long closed;

  Stalled(SocketChannel channel, String spec) {
    this.socket = new Conversing(channel, 1);
    this.spec = spec;
  }

  /** Asks for more, or looks whether it has been hung up on; whether to go on. */
  boolean ask(long now) {
    try {
      if (asked < RUNS) {
        socket.say("{\"type\":\"start\",\"run\":\"%d\",\"spec\":%s}".formatted(asked, spec));
      }
      if (asked < RUNS * Scene.STEPS / MOST) {
        int run = asked % RUNS;
        socket.say("{\"type\":\"request\",\"run\":\"%d\",\"n\":%d}".formatted(run, MOST));
      } else {
        socket.ping();
      }
      asked++;
      return true;
    } catch (IOException e) {
      closed = now;
      return false;
    }
  }

  boolean isClosed() {
    return closed > 0;
  }

  /** After how many seconds it was hung up on. */
  double closedAfter() {
    return (closed - begun) / (double) TimeUnit.SECONDS.toNanos(1);
  }

  void vanish() throws IOException {
    socket.vanish();
  }
}
