package downhill.fault;

import java.io.IOException;
import java.net.Socket;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One connection of a {@link Line}: two ends, and what has befallen them. */
final class Wire {

  private static final int AT_A_TIME = 8192;

  private final Map<Fault.Way, Lane> lanes = new EnumMap<>(Fault.Way.class);
  private final AtomicInteger going = new AtomicInteger(2);
  private final Consumer<Wire> over;

  /** Whether what comes is taken and goes nowhere, in both directions. */
  private volatile boolean swallows;

  Wire(Socket page, Socket service, Consumer<Wire> over) throws IOException {
    page.setTcpNoDelay(true);
    service.setTcpNoDelay(true);
    lanes.put(Fault.Way.TO_SERVICE, new Lane(page, service));
    lanes.put(Fault.Way.TO_PAGE, new Lane(service, page));
    this.over = over;
  }

  /** Carries what comes, from now on. */
  void begin() {
    lanes.values().forEach(lane -> start(lane::carry));
  }

  /** Has something happen to it, now or so many bytes later. */
  void strike(Fault fault) {
    lane(fault.way()).await(fault);
  }

  private Lane lane(Fault.Way way) {
    return Objects.requireNonNull(lanes.get(way));
  }

  private void happen(Fault fault) {
    Lane lane = lane(fault.way());
    switch (fault.kind()) {
      case DELAY -> lane.delay = fault.by().toMillis();
      case CUT -> {
        swallows = true;
        lanes.values().forEach(Lane::end);
      }
      case BLACK_HOLE -> swallows = true;
      case RESET -> reset();
      case HALF_CLOSE -> lane.end();
      default -> throw new IllegalArgumentException(fault.toString());
    }
  }

  private void reset() {
    swallows = true;
    lanes.values().forEach(Lane::tear);
  }

  static void hangUp(AutoCloseable end) {
    try {
      end.close();
    } catch (Exception e) {
      // It was gone before.
    }
  }

  static void start(Runnable task) {
    Thread thread = new Thread(task, "line");
    thread.setDaemon(true);
    thread.start();
  }

  /** One direction of it. */
  private final class Lane {

    private final Socket from;
    private final Socket to;
    private volatile long delay;
    private boolean ended;
    private @Nullable Fault awaited;
    private long left;

    Lane(Socket from, Socket to) {
      this.from = from;
      this.to = to;
    }

    void await(Fault fault) {
      synchronized (this) {
        awaited = fault;
        left = fault.after();
      }
      strikeIfDue();
    }

    private void strikeIfDue() {
      Fault due = null;
      synchronized (this) {
        if (awaited != null && left == 0) {
          due = awaited;
          awaited = null;
        }
      }
      if (due != null) {
        happen(due);
      }
    }

    /** How many of n bytes may pass before something happens. */
    private synchronized int passing(int n) {
      if (awaited == null) {
        return n;
      }
      int passing = (int) Math.min(n, left);
      left -= passing;
      return passing;
    }

    private void carry() {
      byte[] bytes = new byte[AT_A_TIME];
      try {
        for (int n = from.getInputStream().read(bytes); n >= 0; ) {
          TimeUnit.MILLISECONDS.sleep(delay);
          pass(bytes, n);
          n = from.getInputStream().read(bytes);
        }
        if (!swallows) {
          end();
        }
      } catch (IOException | InterruptedException e) {
        if (!swallows) {
          reset();
        }
      }
      if (going.decrementAndGet() == 0) {
        hangUp(from);
        hangUp(to);
        over.accept(Wire.this);
      }
    }

    private void pass(byte[] bytes, int n) throws IOException {
      int done = 0;
      while (done < n) {
        int now = passing(n - done);
        if (!swallows && !hasEnded()) {
          to.getOutputStream().write(bytes, done, now);
        }
        done += now;
        strikeIfDue();
      }
    }

    private synchronized boolean hasEnded() {
      return ended;
    }

    /** Tells the far end that nothing more comes. */
    synchronized void end() {
      ended = true;
      try {
        to.shutdownOutput();
      } catch (IOException e) {
        // It was gone before.
      }
    }

    void tear() {
      try {
        to.setSoLinger(true, 0);
      } catch (IOException e) {
        // It was gone before.
      }
      hangUp(to);
    }
  }
}
