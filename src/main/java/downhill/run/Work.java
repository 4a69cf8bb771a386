package downhill.run;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Heavy work. What is asked for over HTTP is done on half of the processors, so that nobody's ball
 * waits for it, and by turns, so that no address waits for all that another asks for; those who
 * answer the pages' sockets are as few, take turns already, and do it themselves. What waits is
 * bounded: past the limit it is refused, and one address leaves a quarter of the places to others.
 * Work that is part of other work takes no place of its own.
 */
@Component
final class Work implements DisposableBean {

  private final ThreadLocal<Boolean> inside = ThreadLocal.withInitial(() -> false);
  private final FairWorkers workers =
      new FairWorkers(Math.max(1, Runtime.getRuntime().availableProcessors() / 2), "work");

  private final Semaphore places;
  private final Map<String, Integer> byAddress = new ConcurrentHashMap<>();
  private final int mostOfAnAddress;
  private final Limits limits;
  private final Sentences sentences;

  Work(Limits limits, Sentences sentences) {
    this.limits = limits;
    this.sentences = sentences;
    this.places = new Semaphore(limits.workInFlight());
    this.mostOfAnAddress = limits.workInFlight() - limits.workInFlight() / 4;
  }

  /** Does something heavy, and waits for it. */
  <T> T during(Supplier<T> work) {
    return inside.get()
        ? work.get()
        : admit(
            address -> address.isEmpty() ? within(work) : workers.now(address, () -> within(work)));
  }

  /** Has something done that only waits for work done elsewhere; it takes a place as well. */
  <T> T besides(Supplier<T> waiting) {
    return inside.get() ? waiting.get() : admit(address -> within(waiting));
  }

  private <T> T admit(Function<String, T> task) {
    String address = asker();
    take(address);
    try {
      return task.apply(address);
    } finally {
      giveBack(address);
    }
  }

  private <T> T within(Supplier<T> work) {
    inside.set(true);
    try {
      return work.get();
    } finally {
      inside.remove();
    }
  }

  /** How many pieces are under way or wait for their turn. */
  int underWay() {
    return limits.workInFlight() - places.availablePermits();
  }

  /** Whose request this thread answers; empty where it is none, as for the pages' sockets. */
  static String asker() {
    return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes asked
        ? Household.of(asked.getRequest().getRemoteAddr())
        : "";
  }

  private void take(String address) {
    boolean tooMany =
        !address.isEmpty() && byAddress.merge(address, 1, Integer::sum) > mostOfAnAddress;
    if (tooMany || !places.tryAcquire()) {
      forget(address);
      throw new Refused(
          Refused.Code.TOO_BUSY, null, sentences.say("error.too-busy", limits.workInFlight()));
    }
  }

  private void giveBack(String address) {
    places.release();
    forget(address);
  }

  private void forget(String address) {
    byAddress.computeIfPresent(address, (name, n) -> n > 1 ? n - 1 : null);
  }

  @Override
  public void destroy() {
    workers.close();
  }
}
