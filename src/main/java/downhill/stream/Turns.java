package downhill.stream;

import downhill.run.FairWorkers;
import java.util.List;
import java.util.concurrent.Executor;
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

  private final FairWorkers workers = new FairWorkers(Math.max(2, PROCESSORS), "orders");

  /** A loop for another page. */
  Loop loop() {
    return loops.get(Math.floorMod(next.getAndIncrement(), loops.size()));
  }

  /** Those who do what may take long, for the pages of an address: addresses take turns. */
  Executor workers(String address) {
    return task -> workers.execute(address, task);
  }

  @Override
  public void destroy() {
    loops.forEach(Loop::close);
    workers.close();
  }
}
