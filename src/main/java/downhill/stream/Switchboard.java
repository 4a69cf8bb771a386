package downhill.stream;

import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** All connections that are open, and one clock by which they are looked after. */
@Component
class Switchboard implements DisposableBean {

  private static final Logger log = LoggerFactory.getLogger(Switchboard.class);
  private static final Duration ROUND = Duration.ofMillis(500);
  private static final Duration LONGEST_GOODBYE = Duration.ofSeconds(3);
  private static final Duration GLANCE = Duration.ofMillis(10);

  private final Desk desk;
  private final Turns turns;
  private final StreamSettings settings;
  private final Set<Connection> open = ConcurrentHashMap.newKeySet();
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          round -> {
            Thread thread = new Thread(round, "switchboard");
            thread.setDaemon(true);
            return thread;
          });

  Switchboard(Desk desk, Turns turns, StreamSettings settings) {
    this.desk = desk;
    this.turns = turns;
    this.settings = settings;
    clock.scheduleWithFixedDelay(
        this::goRound, ROUND.toMillis(), ROUND.toMillis(), TimeUnit.MILLISECONDS);
  }

  /**
   * Puts a page through.
   *
   * @param socket its bytes
   * @param address where it is; the pages of an address share its turns
   * @param language in which it is answered
   * @param loop where it is read
   * @param leaving told once, when it is gone
   * @return its connection
   */
  Connection connect(
      Connection.Socket socket, String address, Locale language, Loop loop, Runnable leaving) {
    Connection[] own = new Connection[1];
    Connection connection =
        new Connection(
            socket,
            language,
            desk.of(address),
            loop,
            turns.workers(address),
            () -> {
              open.remove(own[0]);
              leaving.run();
            });
    own[0] = connection;
    open.add(connection);
    return connection;
  }

  /** How many are open. */
  int size() {
    return open.size();
  }

  private void goRound() {
    long now = System.nanoTime();
    for (Connection connection : open) {
      try {
        connection.lookAfter(now, settings);
      } catch (RuntimeException e) {
        log.error("A connection could not be looked after", e);
        connection.gone();
      }
    }
  }

  /** Says goodbye to all, so that their pages come back to another instance. */
  void closeAll() {
    open.forEach(connection -> connection.close(CloseCode.SERVICE_RESTART, ""));
    long begun = System.nanoTime();
    try {
      while (!open.isEmpty() && System.nanoTime() - begun < LONGEST_GOODBYE.toNanos()) {
        Thread.sleep(GLANCE.toMillis());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void destroy() {
    clock.shutdownNow();
  }
}
