package downhill.stream;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Puts a page's messages together from the bytes it sends, as RFC 6455 has it, and refuses what
 * breaks it. Between messages it keeps no buffer; of one that is too large it keeps nothing.
 */
final class FrameReader {

  private static final int FINAL = 0x80;
  private static final int RESERVED = 0x70;
  private static final int MASKED = 0x80;
  private static final byte[] NOTHING = {};

  private final Listener listener;
  private final int most;
  private Stage stage = Stage.OPCODE;
  private int opcode;
  private boolean isFinal;
  private int toCome;
  private long length;
  private int tellableInLess;
  private int mask;
  private int taken;
  private int message = Frame.CONTINUATION;
  private byte[] payload = NOTHING;
  private int size;
  private byte[] control = NOTHING;

  /**
   * A reader.
   *
   * @param listener hears what comes
   * @param most the most bytes of a message
   */
  FrameReader(Listener listener, int most) {
    this.listener = listener;
    this.most = most;
  }

  /** What comes next. */
  private enum Stage {
    OPCODE,
    LENGTH,
    MORE_LENGTH,
    MASK,
    PAYLOAD
  }

  /** Hears of whole messages. */
  interface Listener {

    /** A text has come. */
    void text(String text);

    /** Bytes have come, which mean nothing here. */
    void binary();

    /** The page wants an answer with the same payload. */
    void ping(byte[] payload);

    /** The page has answered. */
    void pong();

    /** The page says goodbye, with this code if any. */
    void goodbye(@Nullable Integer code);
  }

  /** A page that breaks the rules of the line, which is to be closed with this code. */
  static final class Broken extends Exception {

    private static final long serialVersionUID = 1;

    private final int code;

    Broken(int code) {
      super("closed with " + code, null, false, false);
      this.code = code;
    }

    int code() {
      return code;
    }
  }

  /**
   * Reads on.
   *
   * @param bytes what has come; all of it is taken
   * @throws Broken where nothing more can be read
   */
  void read(ByteBuffer bytes) throws Broken {
    while (bytes.hasRemaining()) {
      switch (stage) {
        case OPCODE -> opcode(bytes.get() & 0xff);
        case LENGTH -> length(bytes.get() & 0xff);
        case MORE_LENGTH -> moreLength(bytes.get() & 0xff);
        case MASK -> mask(bytes.get() & 0xff);
        default -> payload(bytes);
      }
    }
  }

  private void opcode(int next) throws Broken {
    opcode = next & 0xf;
    isFinal = (next & FINAL) != 0;
    boolean isData = opcode == Frame.TEXT || opcode == Frame.BINARY;
    boolean goesOn = opcode == Frame.CONTINUATION;
    boolean isOpen = message != Frame.CONTINUATION;
    refuseIf((next & RESERVED) != 0);
    refuseIf(isControl() ? !isFinal || opcode > Frame.PONG : !(isData || goesOn));
    refuseIf(isData && isOpen || goesOn && !isOpen);
    stage = Stage.LENGTH;
  }

  private boolean isControl() {
    return opcode >= Frame.CLOSE;
  }

  private void length(int next) throws Broken {
    refuseIf((next & MASKED) == 0);
    length = next & ~MASKED;
    refuseIf(isControl() && length > Frame.SHORT);
    toCome = length <= Frame.SHORT ? 0 : length == Frame.SHORT + 1 ? 2 : 8;
    if (toCome > 0) {
      tellableInLess = toCome == 2 ? Frame.SHORT : 0xffff;
      length = 0;
      stage = Stage.MORE_LENGTH;
    } else {
      beginMask();
    }
  }

  /** A length must be told in the fewest bytes. */
  private void moreLength(int next) throws Broken {
    length = length << 8 | next;
    toCome--;
    refuseIf(length < 0);
    if (toCome == 0) {
      refuseIf(length <= tellableInLess);
      beginMask();
    }
  }

  private void beginMask() throws Broken {
    if (!isControl() && length > most - size) {
      payload = NOTHING;
      throw new Broken(CloseCode.TOO_BIG);
    }
    refuseIf(opcode == Frame.CLOSE && length == 1);
    toCome = 4;
    stage = Stage.MASK;
  }

  private void mask(int next) throws Broken {
    mask = mask << 8 | next;
    toCome--;
    if (toCome == 0) {
      begin();
    }
  }

  private void begin() throws Broken {
    taken = 0;
    if (isControl()) {
      control = length == 0 ? NOTHING : new byte[(int) length];
    } else if (opcode != Frame.CONTINUATION) {
      message = opcode;
    }
    stage = Stage.PAYLOAD;
    endIfWhole();
  }

  private void payload(ByteBuffer bytes) throws Broken {
    int n = (int) Math.min(length - taken, bytes.remaining());
    if (isControl()) {
      unmask(bytes, n, control, taken);
    } else if (message == Frame.TEXT) {
      makeRoom(n);
      unmask(bytes, n, payload, size);
      size += n;
    } else {
      bytes.position(bytes.position() + n);
      size += n;
    }
    taken += n;
    endIfWhole();
  }

  /** For what has come, not for what is said to come. */
  private void makeRoom(int n) {
    if (size + n > payload.length) {
      payload = Arrays.copyOf(payload, size == 0 ? n : Math.min(most, 2 * (size + n)));
    }
  }

  private void unmask(ByteBuffer bytes, int n, byte[] into, int at) {
    for (int i = 0; i < n; i++) {
      into[at + i] = (byte) (bytes.get() ^ mask >> 8 * (3 - (taken + i & 3)));
    }
  }

  private void endIfWhole() throws Broken {
    if (taken < length) {
      return;
    }
    stage = Stage.OPCODE;
    if (isControl()) {
      endControl();
    } else if (isFinal) {
      endMessage();
    }
  }

  private void endMessage() throws Broken {
    byte[] whole = payload;
    int length = size;
    boolean isText = message == Frame.TEXT;
    message = Frame.CONTINUATION;
    payload = NOTHING;
    size = 0;
    if (isText) {
      listener.text(text(whole, 0, length));
    } else {
      listener.binary();
    }
  }

  private void endControl() throws Broken {
    byte[] whole = control;
    control = NOTHING;
    switch (opcode) {
      case Frame.PING -> listener.ping(whole);
      case Frame.PONG -> listener.pong();
      default -> listener.goodbye(whole.length == 0 ? null : goodbye(whole));
    }
  }

  private static int goodbye(byte[] payload) throws Broken {
    int code = (payload[0] & 0xff) << 8 | payload[1] & 0xff;
    refuseIf(!CloseCode.maySay(code));
    text(payload, 2, payload.length - 2);
    return code;
  }

  private static String text(byte[] bytes, int from, int length) throws Broken {
    try {
      CharBuffer text =
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, from, length));
      return text.toString();
    } catch (CharacterCodingException e) {
      throw new Broken(CloseCode.NOT_UTF_8);
    }
  }

  private static void refuseIf(boolean broken) throws Broken {
    if (broken) {
      throw new Broken(CloseCode.PROTOCOL_ERROR);
    }
  }
}
