package downhill.run;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;

/**
 * A JSON text being written, straight to its bytes of UTF-8. Not for use by several threads at
 * once.
 */
public final class JsonBytes {

  private byte[] bytes;
  private int size;
  private double again = Double.NaN;
  private int againFrom;
  private int againSize;

  /**
   * Nothing written yet.
   *
   * @param room for so many bytes at first; above 0
   */
  public JsonBytes(int room) {
    bytes = new byte[room];
  }

  /** The bytes, of which the first {@link #size()} are written; good until it is written to. */
  public byte[] bytes() {
    return bytes;
  }

  /** How many bytes are written. */
  public int size() {
    return size;
  }

  /** Leaves room for so many bytes that are filled in later. */
  public JsonBytes skip(int n) {
    room(n);
    size += n;
    return this;
  }

  /** Writes what is JSON already, of plain ASCII. */
  public JsonBytes raw(String json) {
    room(json.length());
    for (int i = 0; i < json.length(); i++) {
      bytes[size++] = (byte) json.charAt(i);
    }
    return this;
  }

  /** Writes what is JSON already, as its bytes. */
  public JsonBytes raw(byte[] json) {
    room(json.length);
    System.arraycopy(json, 0, bytes, size, json.length);
    size += json.length;
    return this;
  }

  /** Writes one character of ASCII. */
  public JsonBytes raw(char json) {
    room(1);
    bytes[size++] = (byte) json;
    return this;
  }

  /**
   * Writes a number in the fewest digits that read back as the same double; null where it is not
   * finite, since nothing else may go out.
   */
  public JsonBytes number(double number) {
    if (!Double.isFinite(number)) {
      return raw("null");
    }
    room(Digits.MOST);
    size = Digits.write(number, bytes, size);
    return this;
  }

  /** Writes a number that is often the one that was written so before, as a learning rate is. */
  public JsonBytes numberAgain(double number) {
    if (againSize > 0 && Double.compare(number, again) == 0) {
      room(againSize);
      System.arraycopy(bytes, againFrom, bytes, size, againSize);
      size += againSize;
      return this;
    }
    again = number;
    againFrom = size;
    number(number);
    againSize = size - againFrom;
    return this;
  }

  /** Writes a whole number, 0 or above. */
  public JsonBytes whole(int number) {
    room(Digits.MOST);
    size = Digits.whole(number, bytes, size);
    return this;
  }

  /** Writes numbers as an array. */
  public JsonBytes numbers(double[] numbers) {
    raw('[');
    for (int i = 0; i < numbers.length; i++) {
      if (i > 0) {
        raw(',');
      }
      number(numbers[i]);
    }
    return raw(']');
  }

  /**
   * Writes more members of the object that is open and has some.
   *
   * @param body writes them, or none
   */
  public JsonBytes members(Consumer<JsonGenerator> body) {
    int open = size;
    value(
        json -> {
          json.writeStartObject();
          body.accept(json);
          json.writeEndObject();
        });
    bytes[open] = ',';
    size = size == open + "{}".length() ? open : size - 1;
    return this;
  }

  /**
   * Writes one value.
   *
   * @param body writes it
   */
  public JsonBytes value(Consumer<JsonGenerator> body) {
    SpecJson.write(
        new OutputStream() {
          @Override
          public void write(int one) {
            raw((char) one);
          }

          @Override
          public void write(byte[] some, int from, int length) {
            room(length);
            System.arraycopy(some, from, bytes, size, length);
            size += length;
          }
        },
        body);
    return this;
  }

  private void room(int more) {
    if (size + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(size + more, 2 * bytes.length));
    }
  }

  @Override
  public String toString() {
    return new String(bytes, 0, size, StandardCharsets.UTF_8);
  }
}
