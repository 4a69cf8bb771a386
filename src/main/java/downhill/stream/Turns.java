package downhill.stream;

import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Who does what there is to do for a page: its loop, at once, what takes next to no time; a worker
 * what may take longer, so that no other page waits for it.
 */
@Component
class Turns implements DisposableBean {

  private static final int PROCESSORS = Runtime.getRuntime().availableProcessors();

  private final AtomicInteger next = new AtomicInteger();
  private final List<Loop> loops =
      IntStream.range(0, Math.max(1, PROCESSORS / 2))
          .mapToObj(i -> new Loop("pages-" + i))
          .toList();

  private final ExecutorService workers =
      Executors.newFixedThreadPool(
          Math.max(2, PROCESSORS),
          task -> {
            Thread thread = new Thread(task, "orders");
            thread.setDaemon(true);
            return thread;
          });

  /** A loop for another page. */
  Loop loop() {
    return loops.get(Math.floorMod(next.getAndIncrement(), loops.size()));
  }

  /** Those who do what may take long. */
  Executor workers() {
    return workers;
  }

  @Override
  public void destroy() {
    loops.forEach(Loop::close);
    workers.shutdownNow();
  }
}
