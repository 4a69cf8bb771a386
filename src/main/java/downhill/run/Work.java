package downhill.run;

import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Bounds the heavy work under way: past the limit it refuses instead of letting all wait. */
@Component
final class Work {

  private final Semaphore places;
  private final Limits limits;
  private final Sentences sentences;

  Work(Limits limits, Sentences sentences) {
    this.limits = limits;
    this.sentences = sentences;
    this.places = new Semaphore(limits.workInFlight());
  }

  <T> T during(Supplier<T> work) {
    if (!places.tryAcquire()) {
      throw new Refused(
          Refused.Code.TOO_BUSY, null, sentences.say("error.too-busy", limits.workInFlight()));
    }
    try {
      return work.get();
    } finally {
      places.release();
    }
  }
}
