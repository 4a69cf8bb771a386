package downhill.run;

import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/**
 * Threads for which everybody waits in a line of their own: of those who wait each has one task
 * done, and then it is the next one's turn. So whoever brings a thousand makes nobody else wait for
 * more than one of them.
 */
public final class FairWorkers implements AutoCloseable {

  private final Map<Object, Queue<Runnable>> lines = new LinkedHashMap<>();
  private final ExecutorService workers;

  /**
   * Starts them.
   *
   * @param n how many work at a time
   * @param name of their threads
   */
  public FairWorkers(int n, String name) {
    workers =
        Executors.newFixedThreadPool(
            n,
            task -> {
              Thread worker = new Thread(task, name);
              worker.setDaemon(true);
              return worker;
            });
  }

  /**
   * Puts a task at the end of somebody's line.
   *
   * @param whose the line, such as an address
   * @param task what to do
   * @throws java.util.concurrent.RejectedExecutionException where the workers have gone home
   */
  public void execute(Object whose, Runnable task) {
    synchronized (lines) {
      lines.computeIfAbsent(whose, first -> new ArrayDeque<>()).add(task);
    }
    workers.execute(this::next);
  }

  /**
   * Has a task done when its turn comes, in the language of who waits for it.
   *
   * @param whose the line, such as an address
   * @param task what to do
   * @return what came of it; what it throws is thrown here
   */
  <T> T now(Object whose, Supplier<T> task) {
    Locale language = Tongue.spoken();
    CompletableFuture<T> answer = new CompletableFuture<>();
    execute(whose, () -> Tongue.speak(language, () -> complete(answer, task)));
    try {
      return answer.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw e.getCause() instanceof RuntimeException own ? own : e;
    }
  }

  /** Whatever happens: somebody waits for it. */
  private static <T> void complete(CompletableFuture<T> answer, Supplier<T> task) {
    try {
      answer.complete(task.get());
    } catch (RuntimeException | Error e) {
      answer.completeExceptionally(e);
    }
  }

  /** There are as many calls of this as there are tasks. */
  private void next() {
    taken().run();
  }

  /** The first task of the line whose turn it is, which then stands behind the other lines. */
  private Runnable taken() {
    synchronized (lines) {
      Map.Entry<Object, Queue<Runnable>> turn = lines.entrySet().iterator().next();
      Object whose = turn.getKey();
      Queue<Runnable> line = turn.getValue();
      Runnable task = line.remove();
      lines.remove(whose);
      if (!line.isEmpty()) {
        lines.put(whose, line);
      }
      return task;
    }
  }

  @Override
  public void close() {
    workers.shutdownNow();
  }
}
