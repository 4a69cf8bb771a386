package downhill.load;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.concurrent.TimeUnit;

/** Many pages, on one thread. */
final class Crowd implements AutoCloseable {

  private static final long SOONEST = TimeUnit.MILLISECONDS.toNanos(1);
  private static final long STALLED_ASK = TimeUnit.MILLISECONDS.toNanos(50);

  /** Something to do at its time, {@link System#nanoTime}. */
  private record Task(long at, Doing what) {}

  private interface Doing {
    void run(long now);
  }

  private final InetSocketAddress address;
  private final Scene scene;
  private final boolean pulls;
  private final Selector selector = Selector.open();
  private final ByteBuffer bytes = ByteBuffer.allocateDirect(1 << 18);
  private final List<Page> pages = new ArrayList<>();
  private final List<Stalled> stalled = new ArrayList<>();
  private final PriorityQueue<Task> tasks = new PriorityQueue<>(Comparator.comparingLong(Task::at));
  final Tally tally = new Tally();

  Crowd(InetSocketAddress address, Scene scene, boolean pulls) throws IOException {
    this.address = address;
    this.scene = scene;
    this.pulls = pulls;
  }

  /** Opens n pages, one after the other. */
  void come(int n) throws IOException {
    for (int i = 0; i < n; i++) {
      SocketChannel channel = Conversing.open(address, 0);
      Page page = new Page(channel, tally, scene.spec(i), pulls);
      channel.register(selector, SelectionKey.OP_READ, page);
      pages.add(page);
    }
  }

  /** Adds pages that ask for much and read nothing. */
  void comeStalled(int n) throws IOException {
    for (int i = 0; i < n; i++) {
      Stalled page = new Stalled(Conversing.open(address, 4096), scene.spec(i));
      stalled.add(page);
      soon(System.nanoTime(), now -> ask(page, now));
    }
  }

  private void ask(Stalled page, long now) {
    if (page.ask(now)) {
      soon(now + STALLED_ASK, later -> ask(page, later));
    }
  }

  List<Stalled> stalled() {
    return stalled;
  }

  /** All readers press Roll within a while. */
  void roll() {
    long begun = System.nanoTime();
    long within = (long) (scene.press() * TimeUnit.SECONDS.toNanos(1));
    for (int i = 0; i < pages.size(); i++) {
      Page page = pages.get(i);
      soon(begun + within * i / pages.size(), now -> roll(page, now));
    }
  }

  private void roll(Page page, long now) {
    page.roll(now);
    follow(page);
  }

  private void follow(Page page) {
    if (page.isRolling()) {
      soon(page.due(), now -> pull(page, now));
    }
  }

  private void pull(Page page, long now) {
    page.pull(now);
    if (page.isRolling()) {
      // A run that begins anew, or a step that was late, has moved the time.
      soon(Math.max(page.due(), now + SOONEST), later -> pull(page, later));
    }
  }

  void pause() {
    tasks.clear();
    for (Page page : pages) {
      if (!page.isClosed()) {
        page.pause();
      }
    }
  }

  private void soon(long at, Doing what) {
    tasks.add(new Task(at, what));
  }

  /** Lets time pass. */
  void pass(double seconds) throws IOException {
    long end = System.nanoTime() + (long) (seconds * TimeUnit.SECONDS.toNanos(1));
    for (long now = System.nanoTime(); now < end; now = System.nanoTime()) {
      Task next = tasks.peek();
      if (next != null && next.at <= now) {
        tasks.remove().what.run(now);
        continue;
      }
      long nap = Math.min(end, next == null ? end : next.at) - now;
      long millis = TimeUnit.NANOSECONDS.toMillis(nap);
      int ready = millis > 0 ? selector.select(this::read, millis) : selector.selectNow(this::read);
      if (ready == 0 && millis == 0) {
        Thread.onSpinWait();
      }
    }
  }

  private void read(SelectionKey key) {
    Page page = (Page) key.attachment();
    bytes.clear();
    int n;
    try {
      n = ((SocketChannel) key.channel()).read(bytes);
    } catch (IOException e) {
      n = -1;
    }
    if (n < 0) {
      key.cancel();
      if (!page.isClosed()) {
        page.close(0);
      }
      return;
    }
    bytes.flip();
    page.read(bytes);
  }

  /** All are gone without a word. */
  @Override
  public void close() throws IOException {
    for (Page page : pages) {
      page.vanish();
    }
    for (Stalled page : stalled) {
      page.vanish();
    }
    selector.close();
  }
}
