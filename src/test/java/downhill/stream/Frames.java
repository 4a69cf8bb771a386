package downhill.stream;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** What a page sends, byte by byte. */
final class Frames {

  static final int TEXT = 0x81;

  private static final String HANDSHAKE =
      "GET /ws/runs HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
          + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n";

  private Frames() {}

  static byte[] handshake() {
    return HANDSHAKE.getBytes(StandardCharsets.US_ASCII);
  }

  static byte[] text(String text, int mask) {
    return of(TEXT, text.getBytes(StandardCharsets.UTF_8), mask);
  }

  static byte[] goodbye() {
    return new byte[] {(byte) 0x88, (byte) 0x82, 0, 0, 0, 0, 3, (byte) 0xe8};
  }

  /** A frame of less than 64 KiB. */
  static byte[] of(int first, byte[] payload, int mask) {
    ByteBuffer frame = ByteBuffer.allocate(payload.length + 8);
    frame.put((byte) first);
    if (payload.length > 125) {
      frame.put((byte) 0xfe).putShort((short) payload.length);
    } else {
      frame.put((byte) (0x80 | payload.length));
    }
    frame.putInt(mask);
    for (int i = 0; i < payload.length; i++) {
      frame.put((byte) (payload[i] ^ mask >> 8 * (3 - i % 4)));
    }
    return Arrays.copyOf(frame.array(), frame.position());
  }

  static byte[] joined(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }
}
