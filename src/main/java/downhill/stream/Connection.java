package downhill.stream;

import downhill.run.Refused;
import downhill.run.Tongue;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * A page's connection: between the bytes of its socket and its conversation. It writes one frame at
 * a time, and what is not on its way is not in memory.
 */
final class Connection implements Line, FrameReader.Listener {

  /** How long a page may take to say goodbye, too. */
  private static final Duration LONGEST_GOODBYE = Duration.ofSeconds(1);

  private final Socket socket;
  private final Locale language;
  private final Desk desk;
  private final Executor loop;
  private final Executor workers;
  private final Runnable leaving;
  private final FrameReader reader;
  private final Conversation conversation;
  private final AtomicBoolean gone = new AtomicBoolean();

  private final Outgoing outgoing = new Outgoing();

  /** What was heard while workers carry out an order, in this order. */
  private final Queue<Runnable> orders = new ConcurrentLinkedQueue<>();

  private volatile boolean busy;
  private boolean broken;
  private volatile boolean pageHasClosed;
  private volatile long heard = System.nanoTime();
  private volatile boolean asked;
  private long askedAt;

  /**
   * A connection that has just been opened.
   *
   * @param socket its bytes
   * @param language in which the page is answered
   * @param desk what it needs to converse
   * @param loop where it is read, and where what takes next to no time is done
   * @param workers those who do the rest
   * @param leaving told once, when it is gone
   */
  Connection(
      Socket socket,
      Locale language,
      Desk desk,
      Executor loop,
      Executor workers,
      Runnable leaving) {
    this.socket = socket;
    this.loop = loop;
    this.workers = workers;
    this.language = language;
    this.desk = desk;
    this.leaving = leaving;
    this.reader = new FrameReader(this, desk.limits().frameBytes());
    this.conversation = new Conversation(this, desk);
  }

  /** The bytes on their way. */
  interface Socket {

    /**
     * Writes without waiting.
     *
     * @return whether all of it has left; if not, {@link Connection#written} is called when it has
     */
    boolean write(ByteBuffer bytes);

    /** Reads on, or no more for now. */
    void listen(boolean on);

    /** Closes it, once what was written has arrived. */
    void close();

    /** Closes it and forgets what was written. */
    void reset();

    /** Whether it has been closed by whomever. */
    boolean isClosed();
  }

  /** Bytes have come. */
  void received(ByteBuffer bytes) {
    heard = System.nanoTime();
    asked = false;
    if (broken) {
      return;
    }
    try {
      reader.read(bytes);
    } catch (FrameReader.Broken e) {
      broken = true;
      Tongue.speak(language, () -> close(e.code(), reason(e.code())));
    }
  }

  /** For what a reader can do something about. */
  private String reason(int code) {
    return code == CloseCode.TOO_BIG
        ? desk.sentences().say("error.too-large", desk.limits().frameBytes())
        : "";
  }

  /** Whether it is to be read from: not while there are orders to carry out. */
  boolean listens() {
    return !busy && !gone.get();
  }

  @Override
  public void text(String text) {
    if (busy) {
      orders.add(() -> conversation.hear(text));
    } else {
      Tongue.speak(
          language,
          () -> {
            if (!conversation.hearAtOnce(text)) {
              leaveToWorkers(() -> conversation.hear(text));
            }
          });
    }
  }

  @Override
  public void binary() {
    Runnable refusal = () -> conversation.refuse(Refused.Code.MALFORMED, "error.malformed");
    if (busy) {
      orders.add(refusal);
    } else {
      Tongue.speak(language, refusal);
    }
  }

  private void leaveToWorkers(Runnable order) {
    busy = true;
    orders.add(order);
    socket.listen(false);
    workers.execute(() -> Tongue.speak(language, this::carryOut));
  }

  /** One of what has come until now, for others wait too; no more comes before it listens again. */
  private void carryOut() {
    Runnable order = orders.poll();
    if (order != null) {
      order.run();
    }
    if (orders.isEmpty()) {
      loop.execute(this::listenAgain);
    } else {
      workers.execute(() -> Tongue.speak(language, this::carryOut));
    }
  }

  /** On the loop, so that nothing is heard in the meantime. */
  private void listenAgain() {
    if (orders.isEmpty()) {
      busy = false;
      socket.listen(true);
    } else {
      workers.execute(() -> Tongue.speak(language, this::carryOut));
    }
  }

  @Override
  public void ping(byte[] payload) {
    outgoing.pong(payload);
    write();
  }

  /** Anything that is heard will do. */
  @Override
  public void pong() {}

  @Override
  public void goodbye(@Nullable Integer code) {
    pageHasClosed = true;
    close(code == null ? CloseCode.NORMAL : code, "");
    endIfBothHaveClosed();
  }

  @Override
  public void send(Frame frame, Runnable sent) {
    outgoing.frame(frame, sent);
    write();
  }

  /** Of a page that is gone, or on its way out, the conversation is at its end, too. */
  @Override
  public void hangUp() {
    if (!gone.get() && close(CloseCode.POLICY_VIOLATION, "")) {
      desk.meters().hungUp(Meters.Why.RULES);
    }
  }

  /**
   * Says goodbye, after the frame that is on its way; nothing more is said after it.
   *
   * @return whether that is news
   */
  boolean close(int code, String reason) {
    boolean news = outgoing.close(code, reason);
    if (news) {
      conversation.close();
      write();
    }
    return news;
  }

  private void write() {
    for (ByteBuffer next = next(); next != null && socket.write(next); next = next()) {
      hasLeft();
    }
  }

  private @Nullable ByteBuffer next() {
    return gone.get() ? null : outgoing.next();
  }

  /** What could not leave at once has left. */
  void written() {
    hasLeft();
    write();
  }

  /** After each frame it is another page's turn. */
  private void giveTurn(Runnable news) {
    Executor next = conversation.isLight() ? loop : workers;
    next.execute(() -> Tongue.speak(language, news));
  }

  private void hasLeft() {
    Runnable news = outgoing.hasLeft();
    if (news != null) {
      giveTurn(news);
    }
    endIfBothHaveClosed();
  }

  private void endIfBothHaveClosed() {
    if (pageHasClosed && outgoing.isOver()) {
      socket.close();
      gone();
    }
  }

  /** It cannot be written to or read from any more. */
  void gone() {
    if (gone.compareAndSet(false, true)) {
      conversation.close();
      leaving.run();
    }
  }

  boolean isGone() {
    return gone.get();
  }

  /**
   * Looks after it.
   *
   * @param now {@link System#nanoTime}
   * @param settings how long it may be silent, and how long a frame may be on its way
   */
  void lookAfter(long now, StreamSettings settings) {
    if (socket.isClosed()) {
      gone();
    } else if (isSilent(now, settings)) {
      giveUp(Meters.Why.SILENT);
    } else if (outgoing.isStuck(now, settings.sendTimeout(), LONGEST_GOODBYE)) {
      giveUp(outgoing.isOver() ? Meters.Why.NO_GOODBYE : Meters.Why.SEND_TIMEOUT);
    } else if (now - heard > settings.heartbeat().toNanos() && !asked) {
      askedAt = now;
      asked = true;
      outgoing.ping();
      write();
    }
  }

  private void giveUp(Meters.Why why) {
    desk.meters().hungUp(why);
    socket.reset();
    gone();
  }

  private boolean isSilent(long now, StreamSettings settings) {
    // From when it was asked: a server that stood still hears nobody meanwhile.
    return asked && now - askedAt > settings.heartbeat().toNanos();
  }
}
