package downhill.stream;

import java.nio.ByteBuffer;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a connection has to write, one thing at a time: answers to pings first, goodbye last and
 * nothing after it.
 */
final class Outgoing {

  private static final byte[] NOTHING = {};

  private @Nullable ByteBuffer pong;
  private @Nullable ByteBuffer ping;
  private @Nullable ByteBuffer frame;
  private @Nullable Runnable sent;
  private @Nullable ByteBuffer goodbye;
  private @Nullable ByteBuffer leaving;
  private @Nullable Runnable news;
  private long leavingSince;
  private boolean closing;
  private long closingSince;

  /** Of several pings only the last need be answered. */
  synchronized void pong(byte[] payload) {
    pong = closing ? null : Frame.control(Frame.PONG, payload);
  }

  synchronized void ping() {
    ping = closing ? null : Frame.control(Frame.PING, NOTHING);
  }

  /** A frame, of which there is no other until {@link #hasLeft} has handed out what it is given. */
  synchronized void frame(Frame next, Runnable whenSent) {
    frame = closing ? null : next.bytes();
    sent = whenSent;
  }

  /**
   * Nothing but goodbye is left to say.
   *
   * @return whether that is news
   */
  synchronized boolean close(int code, String reason) {
    if (closing) {
      return false;
    }
    closing = true;
    closingSince = System.nanoTime();
    ping = null;
    pong = null;
    frame = null;
    goodbye = Frame.close(code, reason);
    return true;
  }

  /** What is to be written now; nothing while something is on its way. */
  synchronized @Nullable ByteBuffer next() {
    if (leaving != null) {
      return null;
    }
    if (pong != null) {
      leaving = pong;
      pong = null;
    } else if (ping != null) {
      leaving = ping;
      ping = null;
    } else if (frame != null) {
      leaving = frame;
      frame = null;
      news = sent;
    } else {
      leaving = goodbye;
      goodbye = null;
    }
    leavingSince = System.nanoTime();
    return leaving;
  }

  /** What was on its way has left; who is to be told, if anybody. */
  synchronized @Nullable Runnable hasLeft() {
    Runnable told = news;
    news = null;
    leaving = null;
    return told;
  }

  /** Whether goodbye has been said. */
  synchronized boolean isOver() {
    return closing && leaving == null && goodbye == null;
  }

  /** Whether something has been on its way for longer, or goodbye was said as long ago. */
  synchronized boolean isStuck(long now, Duration most, Duration goodbyes) {
    return leaving != null && now - leavingSince > most.toNanos()
        || leaving == null && closing && now - closingSince > goodbyes.toNanos();
  }
}
