package downhill.stream;

import downhill.run.JsonBytes;
import downhill.run.Refused;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** A text frame to a page: its JSON, with room before it for the header of RFC 6455. */
final class Frame {

  static final int CONTINUATION = 0;
  static final int TEXT = 1;
  static final int BINARY = 2;
  static final int CLOSE = 8;
  static final int PING = 9;
  static final int PONG = 10;

  /** The most bytes that a control frame carries, and that a length of one byte tells. */
  static final int SHORT = 125;

  private static final int FINAL = 0x80;
  private static final int LONGEST_HEADER = 10;
  private static final int ROOM = 512;

  private final JsonBytes json;
  private int steps;

  /** A frame, empty, with room for so many bytes at first. */
  Frame(int room) {
    json = new JsonBytes(LONGEST_HEADER + room).skip(LONGEST_HEADER);
  }

  /** A frame of a type, about a run where that is known. */
  static Frame of(String type, @Nullable String run, Consumer<JsonGenerator> members) {
    Frame frame = new Frame(ROOM);
    frame.json.value(
        json -> {
          json.writeStartObject();
          json.writeStringProperty("type", type);
          if (run != null) {
            json.writeStringProperty("run", run);
          }
          members.accept(json);
          json.writeEndObject();
        });
    return frame;
  }

  /** A frame that says what is wrong. */
  static Frame error(@Nullable String run, Refused refused) {
    return of(
        "error",
        run,
        json -> {
          json.writeStringProperty("code", refused.code().key());
          if (refused.field() != null) {
            json.writeStringProperty("field", refused.field());
          }
          json.writeStringProperty("message", refused.sentence());
        });
  }

  /** Where it is written. */
  JsonBytes json() {
    return json;
  }

  /** How many steps are in it. */
  int steps() {
    return steps;
  }

  /** Notes how many steps are in it. */
  void countSteps(int n) {
    steps = n;
  }

  /** What goes over the line. */
  ByteBuffer bytes() {
    int length = json.size() - LONGEST_HEADER;
    int header = length <= SHORT ? 2 : length <= 0xffff ? 4 : LONGEST_HEADER;
    ByteBuffer bytes = ByteBuffer.wrap(json.bytes(), 0, json.size());
    bytes.position(LONGEST_HEADER - header);
    bytes.mark();
    bytes.put((byte) (FINAL | TEXT));
    if (header == 2) {
      bytes.put((byte) length);
    } else if (header == 4) {
      bytes.put((byte) (SHORT + 1)).putShort((short) length);
    } else {
      bytes.put((byte) (SHORT + 2)).putLong(length);
    }
    return bytes.reset();
  }

  /** A control frame over the line, with at most {@link #SHORT} bytes. */
  static ByteBuffer control(int opcode, byte[] payload) {
    ByteBuffer bytes = ByteBuffer.allocate(2 + payload.length);
    return bytes.put((byte) (FINAL | opcode)).put((byte) payload.length).put(payload).flip();
  }

  /** A goodbye over the line; a reason that is too long is left out. */
  static ByteBuffer close(int code, String reason) {
    byte[] said = reason.getBytes(StandardCharsets.UTF_8);
    byte[] payload = new byte[2 + (said.length <= SHORT - 2 ? said.length : 0)];
    payload[0] = (byte) (code >> 8);
    payload[1] = (byte) code;
    System.arraycopy(said, 0, payload, 2, payload.length - 2);
    return control(CLOSE, payload);
  }

  /** Its JSON. */
  @Override
  public String toString() {
    return json.toString().substring(LONGEST_HEADER);
  }
}
