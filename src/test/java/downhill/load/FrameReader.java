package downhill.load;

import java.nio.ByteBuffer;

/** Reads what a server sends, as it comes: of a frame of steps it counts the steps. */
final class FrameReader {

  private static final byte[] STEP = {'{', '"', 'k', '"', ':'};

  /** Where the letters of a message's type stand that tell it from the others. */
  private static final int TELLING = 10;

  private static final int CLOSE = 8;
  private static final int PING = 9;

  /** Hears of whole messages. */
  interface Listener {

    /** Steps have come. */
    void steps(int n);

    /** The run has begun, has ended, or there is an error: what the second letter of it is. */
    void other(char second);

    /** It is to answer. */
    void ping();

    /** It says goodbye. */
    void close(int code);
  }

  private final Listener listener;
  private int head;
  private int opcode;
  private boolean last;
  private int sizeBytes;
  private long left;
  private long at;
  private int matched;
  private int steps;
  private char second;
  private char third;
  private int code;

  FrameReader(Listener listener) {
    this.listener = listener;
  }

  void read(ByteBuffer bytes) {
    while (bytes.hasRemaining()) {
      int next = bytes.get() & 0xff;
      if (head == 0) {
        opcode = next & 15;
        last = (next & 128) != 0;
        head = 1;
      } else if (head == 1) {
        sizeBytes = next == 127 ? 8 : next == 126 ? 2 : 0;
        left = sizeBytes > 0 ? 0 : next;
        head = 2;
        endIfEmpty();
      } else if (sizeBytes > 0) {
        left = left << 8 | next;
        sizeBytes--;
        endIfEmpty();
      } else {
        take(next);
        left--;
        endIfEmpty();
      }
    }
  }

  private void take(int next) {
    if (opcode >= CLOSE) {
      code = code < 256 ? code << 8 | next : code;
      return;
    }
    second = at == TELLING ? (char) next : second;
    third = at == TELLING + 1 ? (char) next : third;
    at++;
    matched = next == STEP[matched] ? matched + 1 : next == STEP[0] ? 1 : 0;
    if (matched == STEP.length) {
      steps++;
      matched = 0;
    }
  }

  private void endIfEmpty() {
    if (sizeBytes > 0 || left > 0) {
      return;
    }
    head = 0;
    if (opcode == PING) {
      listener.ping();
    } else if (opcode == CLOSE) {
      listener.close(code);
    } else if (opcode < CLOSE && last) {
      if (second == 't' && third == 'e') {
        listener.steps(steps);
      } else {
        listener.other(second);
      }
      at = 0;
      steps = 0;
    }
  }
}
