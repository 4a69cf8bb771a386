package downhill.load;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;

/** A browser's end of a WebSocket: opens it, and says short things. */
final class Conversing {

  private static final int LONGEST_SHORT = 125;
  private static final String HANDSHAKE =
      "GET /ws/runs HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
          + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n";

  private static final int FIN = 0x80;
  private static final int MASKED = 0x80;
  private static final int TEXT = 1;
  private static final int PING = 9;
  private static final int PONG = 10;

  private final SocketChannel channel;
  private final int mask;

  Conversing(SocketChannel channel, int mask) {
    this.channel = channel;
    this.mask = mask;
  }

  /** Opens a WebSocket, and waits until it is open. */
  static SocketChannel open(InetSocketAddress address, int receiveBuffer) throws IOException {
    SocketChannel channel = SocketChannel.open();
    if (receiveBuffer > 0) {
      channel.setOption(StandardSocketOptions.SO_RCVBUF, receiveBuffer);
    }
    channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
    channel.connect(address);
    channel.write(ByteBuffer.wrap(HANDSHAKE.getBytes(StandardCharsets.US_ASCII)));
    StringBuilder answer = new StringBuilder();
    ByteBuffer one = ByteBuffer.allocate(1024);
    while (answer.indexOf("\r\n\r\n") < 0) {
      one.clear();
      if (channel.read(one) < 0) {
        break;
      }
      answer.append(new String(one.array(), 0, one.position(), StandardCharsets.ISO_8859_1));
    }
    if (!answer.toString().startsWith("HTTP/1.1 101")) {
      channel.close();
      throw new IOException("not let in: " + answer.toString().lines().findFirst().orElse(""));
    }
    channel.configureBlocking(false);
    return channel;
  }

  void say(String text) throws IOException {
    send(TEXT, text.getBytes(StandardCharsets.UTF_8));
  }

  void ping() throws IOException {
    send(PING, new byte[0]);
  }

  void pong() throws IOException {
    send(PONG, new byte[0]);
  }

  private void send(int opcode, byte[] payload) throws IOException {
    ByteBuffer frame = ByteBuffer.allocate(payload.length + 8);
    frame.put((byte) (FIN | opcode));
    if (payload.length > LONGEST_SHORT) {
      frame.put((byte) (MASKED | LONGEST_SHORT + 1)).putShort((short) payload.length);
    } else {
      frame.put((byte) (MASKED | payload.length));
    }
    frame.putInt(mask);
    for (int i = 0; i < payload.length; i++) {
      frame.put((byte) (payload[i] ^ mask >> 8 * (3 - i % 4)));
    }
    frame.flip();
    // So short that it fits, unless the other end does not read.
    channel.write(frame);
  }

  /** Is gone without a word. */
  void vanish() throws IOException {
    channel.setOption(StandardSocketOptions.SO_LINGER, 0);
    channel.close();
  }
}
