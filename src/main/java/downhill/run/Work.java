package downhill.run;

import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * Bounds the heavy work under way: past the limit it refuses instead of letting all wait. Work that
 * is part of other work takes no place of its own.
 */
@Component
final class Work {

  private final ThreadLocal<Boolean> inside = ThreadLocal.withInitial(() -> false);
  private final Semaphore places;
  private final Limits limits;
  private final Sentences sentences;

  Work(Limits limits, Sentences sentences) {
    this.limits = limits;
    this.sentences = sentences;
    this.places = new Semaphore(limits.workInFlight());
  }

  <T> T during(Supplier<T> work) {
    if (inside.get()) {
      return work.get();
    }
    if (!places.tryAcquire()) {
      throw new Refused(
          Refused.Code.TOO_BUSY, null, sentences.say("error.too-busy", limits.workInFlight()));
    }
    inside.set(true);
    try {
      return work.get();
    } finally {
      inside.remove();
      places.release();
    }
  }
}
