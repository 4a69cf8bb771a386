package downhill.run;

import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Where networks are trained: on half of the processors, in slices that take turns, so that however
 * many are trained at a time nobody's ball waits for them and none of them waits for another's end.
 * Customers take turns, too: one with many trainings gets no more done than one with a single one.
 */
@Component
public final class Workshop implements DisposableBean {

  private static final Logger log = LoggerFactory.getLogger(Workshop.class);
  private static final Duration SLICE = Duration.ofMillis(20);

  private final FairWorkers workers =
      new FairWorkers(Math.max(1, Runtime.getRuntime().availableProcessors() / 2), "workshop");

  /**
   * The workshop as it is to somebody, who has a turn for each turn of everybody else.
   *
   * @param workshop where the work is done
   * @param whose who has it done, such as an address
   */
  public record Customer(Workshop workshop, Object whose) {

    /**
     * Works on something later.
     *
     * @param slice does a piece of the work, until it is done or what it is given says that it has
     *     worked for long enough; what is left then is for a slice of its own
     */
    public void later(Consumer<BooleanSupplier> slice) {
      try {
        workshop.workers.execute(whose, () -> slice(slice));
      } catch (RejectedExecutionException e) {
        log.debug("The workshop is closed", e);
      }
    }

    private static void slice(Consumer<BooleanSupplier> slice) {
      try {
        slice.accept(enough());
      } catch (RuntimeException e) {
        log.error("A slice of work failed", e);
      }
    }
  }

  /** Works on something later, as for a {@link Customer}; it is our own. */
  void later(Consumer<BooleanSupplier> slice) {
    new Customer(this, this).later(slice);
  }

  /**
   * Works on something and waits for it, in the language of who waits.
   *
   * @param slice does a piece of the work, as for a {@link Customer}
   * @return what the slice returned
   */
  <T> T now(Function<BooleanSupplier, T> slice) {
    return workers.now(Work.asker(), () -> slice.apply(enough()));
  }

  private static BooleanSupplier enough() {
    long begun = System.nanoTime();
    return () -> System.nanoTime() - begun >= SLICE.toNanos();
  }

  @Override
  public void destroy() {
    workers.close();
  }
}
