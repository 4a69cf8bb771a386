package downhill.stream;

import java.time.Duration;

/** Runs out at more than 20 errors within 10 seconds. */
final class Patience {

  private static final int ERRORS = 20;
  private static final long WITHIN = Duration.ofSeconds(10).toNanos();

  private final long[] times = new long[ERRORS];
  private int errors;

  /** Counts one more error, and tells whether it was one too many. */
  boolean isLost() {
    long now = System.nanoTime();
    int slot = errors % ERRORS;
    boolean lost = errors >= ERRORS && now - times[slot] < WITHIN;
    times[slot] = now;
    errors++;
    return lost;
  }
}
