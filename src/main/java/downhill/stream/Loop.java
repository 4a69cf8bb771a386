package downhill.stream;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One thread that reads and writes for many sockets, whenever they are ready. Where Tomcat wakes
 * one of its threads for each message, and another to listen again, this goes on to the next; that
 * is most of what a message costs. Nothing may be done on it that takes long.
 */
final class Loop implements Executor, AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(Loop.class);
  private static final int READ = 16_384;

  private final ByteBuffer incoming = ByteBuffer.allocateDirect(READ);
  private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
  private final Selector selector;
  private final Thread thread;
  private volatile boolean closed;

  Loop(String name) {
    try {
      selector = Selector.open();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    thread = new Thread(this::run, name);
    thread.setDaemon(true);
    thread.start();
  }

  /** A socket that is ready for something. */
  interface Ready {

    /**
     * It can be read from, or written to.
     *
     * @param key what it is ready for
     * @param incoming a buffer to read into, which others use after it
     */
    void ready(SelectionKey key, ByteBuffer incoming);
  }

  /** Does something on the thread, soon, and after what is there to do already. */
  @Override
  public void execute(Runnable task) {
    tasks.add(task);
    wakeUp();
  }

  /** Has it look again at what is wanted of the sockets. */
  void wakeUp() {
    if (Thread.currentThread() != thread) {
      selector.wakeup();
    }
  }

  /** Listens to a socket; to be called on the thread. */
  SelectionKey listen(SocketChannel channel, Ready socket) throws IOException {
    return channel.register(selector, SelectionKey.OP_READ, socket);
  }

  private void run() {
    Consumer<SelectionKey> ready = this::ready;
    while (!closed) {
      try {
        runTasks();
        if (tasks.isEmpty()) {
          selector.select(ready);
        } else {
          selector.selectNow(ready);
        }
      } catch (IOException | RuntimeException e) {
        log.error("A round of the loop failed", e);
      }
    }
  }

  /** Those that are there; what they add comes after the sockets have had their turn. */
  private void runTasks() {
    for (int n = tasks.size(); n > 0; n--) {
      Runnable task = tasks.poll();
      try {
        task.run();
      } catch (RuntimeException e) {
        log.error("A task of the loop failed", e);
      }
    }
  }

  private void ready(SelectionKey key) {
    try {
      ((Ready) key.attachment()).ready(key, incoming);
    } catch (RuntimeException e) {
      log.error("A socket could not be served", e);
      key.cancel();
    }
  }

  @Override
  public void close() {
    closed = true;
    selector.wakeup();
  }
}
