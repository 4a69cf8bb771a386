package downhill.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The line, byte by byte. Frames are written in hexadecimal; with the mask 0 they read as sent. */
class FrameReaderTests {

  private static final int MOST = 300;

  private final List<String> heard = new ArrayList<>();
  private final FrameReader reader = new FrameReader(new Listener(), MOST);

  @Test
  void takesTheMaskOffAndPutsPiecesTogether() throws FrameReader.Broken {
    read("81 85 37fa213d 7f9f4d5158");
    read("01 83 00000000 666f6f", "89 81 00000000 21", "80 83 00000000 626172");
    assertThat(heard).containsExactly("text Hello", "ping 21", "text foobar");
  }

  /** However the network cuts it. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5, 8})
  void readsTheSameInPiecesOfAnySize(int size) throws FrameReader.Broken {
    byte[] all = bytes("8185 37fa213d 7f9f4d5158 0181 00000000 61 8a80 00000000 8081 01020304 63");
    for (int at = 0; at < all.length; at += size) {
      reader.read(ByteBuffer.wrap(all, at, Math.min(size, all.length - at)));
    }
    assertThat(heard).containsExactly("text Hello", "pong", "text ab");
  }

  @Test
  void readsLengthsOfTwoBytes() throws FrameReader.Broken {
    read("81 fe 00fa 00000000 " + "61".repeat(250));
    assertThat(heard).containsExactly("text " + "a".repeat(250));
  }

  @Test
  void readsTextsOfAllLanguages() throws FrameReader.Broken {
    byte[] text = "año 𝛁 梯度".getBytes(StandardCharsets.UTF_8);
    read("8180".replace("80", hex((byte) (0x80 | text.length))) + "00000000" + hex(text));
    assertThat(heard).containsExactly("text año 𝛁 梯度");
  }

  @Test
  void hearsGoodbyeWithAndWithoutACode() throws FrameReader.Broken {
    read("88 80 00000000");
    read("88 82 00000000 03e8");
    assertThat(heard).containsExactly("goodbye null", "goodbye 1000");
  }

  @Test
  void tellsBytesFromTexts() throws FrameReader.Broken {
    read("82 83 00000000 010203", "82 80 00000000");
    assertThat(heard).containsExactly("binary", "binary");
  }

  @ParameterizedTest
  @CsvSource({
    "c1 80 00000000, 1002, a bit that nobody agreed on",
    "83 80 00000000, 1002, an opcode that there is not",
    "8b 80 00000000, 1002, a control opcode that there is not",
    "81 05 48656c6c6f, 1002, no mask",
    "09 80 00000000, 1002, a ping in pieces",
    "89 fe 007e 00000000, 1002, a ping that is too long",
    "80 80 00000000, 1002, a piece of nothing",
    "01 81 00000000 61 81 81 00000000 61, 1002, a text within a text",
    "88 81 00000000 03, 1002, half a code",
    "88 82 00000000 03ed, 1002, a code that may not be said",
    "88 82 00000000 0000, 1002, a code below all",
    "88 82 00000000 07d0, 1002, a code that nobody owns",
    "88 83 00000000 03e8ff, 1007, a reason that is no text",
    "81 fe 0005 00000000, 1002, a length in more bytes than it needs",
    "81 ff 0000000000000100 00000000, 1002, the same in eight",
    "81 ff 8000000000000000 00000000, 1002, a negative length",
    "81 82 00000000 c328, 1007, no UTF-8",
    "81 83 00000000 eda080, 1007, half a character",
    "81 82 00000000 c0af, 1007, a character in more bytes than it needs",
    "81 fe 012d 00000000, 1009, a text over the limit",
    "81 ff 7fffffffffffffff 00000000, 1009, a text far over the limit",
    "82 fe 012d 00000000, 1009, bytes over the limit",
  })
  void refusesWhatBreaksTheRules(String frames, int code, String what) {
    FrameReader.Broken broken = catchThrowableOfType(FrameReader.Broken.class, () -> read(frames));
    assertThat(broken).as(what).isNotNull();
    assertThat(broken.code()).as(what).isEqualTo(code);
    assertThat(heard).isEmpty();
  }

  @Test
  void countsThePiecesOfATextTogether() throws FrameReader.Broken {
    read("01 fe 00c8 00000000 " + "61".repeat(200));
    FrameReader.Broken broken =
        catchThrowableOfType(
            FrameReader.Broken.class, () -> read("80 fe 00c8 00000000 " + "61".repeat(200)));
    assertThat(broken.code()).isEqualTo(1009);
  }

  private void read(String... frames) throws FrameReader.Broken {
    for (String frame : frames) {
      reader.read(ByteBuffer.wrap(bytes(frame)));
    }
  }

  private static byte[] bytes(String hex) {
    return HexFormat.of().parseHex(hex.replace(" ", ""));
  }

  private static String hex(byte... bytes) {
    return HexFormat.of().formatHex(bytes);
  }

  private final class Listener implements FrameReader.Listener {

    @Override
    public void text(String text) {
      heard.add("text " + text);
    }

    @Override
    public void binary() {
      heard.add("binary");
    }

    @Override
    public void ping(byte[] payload) {
      heard.add("ping " + hex(payload));
    }

    @Override
    public void pong() {
      heard.add("pong");
    }

    @Override
    public void goodbye(@Nullable Integer code) {
      heard.add("goodbye " + code);
    }
  }
}
