package downhill.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * Pages that mean harm, or are broken: frames and messages that were mangled by seeded chance, and
 * pages that come and vanish. A few of each here; {@code mvn test -Dmeasure -Dtest=HostileTests}
 * sends as many as anybody would.
 */
@ExtendWith(OutputCaptureExtension.class)
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class HostileTests {

  private static final boolean ALL = System.getProperty("measure") != null;
  private static final int FRAMES = ALL ? 100_000 : 1_500;
  private static final int MESSAGES = ALL ? 1_000_000 : 10_000;
  private static final int VISITS = ALL ? 10_000 : 300;
  private static final int MESSAGES_AT_A_TIME = 18;
  private static final int FRAMES_AT_A_TIME = 5;

  /** What the heap may grow by: other tests' caches, and nothing that grows with the numbers. */
  private static final long FLAT = 32L << 20;

  private static final int CLOSE = 8;

  private static final List<String> SAID =
      List.of(
          "{\"type\":\"start\",\"run\":\"a\",\"spec\":{\"objective\":{\"curve\":\"bumpy\"},"
              + "\"start\":[2.5],\"optimizer\":{\"name\":\"adam\",\"learningRate\":0.1},"
              + "\"changes\":[{\"at\":3,\"beta1\":0.5}],\"steps\":50},\"from\":2}",
          "{\"type\":\"start\",\"run\":\"b\",\"spec\":{\"objective\":{\"formula\":\"x^2+sin(y)\"},"
              + "\"optimizer\":{\"name\":\"sgd\",\"learningRate\":0.2},\"steps\":20,\"seed\":7,"
              + "\"schedule\":{\"name\":\"cosine\",\"over\":10}}}",
          "{\"type\":\"start\",\"run\":\"c\",\"spec\":{\"objective\":{\"points\":[[1,2],[3,5],[4,4]],"
              + "\"model\":\"line\"},\"batch\":2,\"optimizer\":{\"name\":\"rprop\","
              + "\"learningRate\":0.01},\"steps\":30}}",
          "{\"type\":\"request\",\"run\":\"a\",\"n\":30}",
          "{\"type\":\"cancel\",\"run\":\"a\"}");

  @LocalServerPort int port;
  @Autowired Switchboard switchboard;
  @Autowired Gate gate;
  private long heapBefore;

  @BeforeEach
  void weigh() throws Exception {
    visit(new SplittableRandom(0));
    settle();
    heapBefore = heap();
  }

  @AfterEach
  void leavesNothingBehind(CapturedOutput output) throws InterruptedException {
    settle();
    assertThat(switchboard.size()).isZero();
    assertThat(gate.counted()).isZero();
    assertThat(heap() - heapBefore).isLessThan(FLAT);
    assertThat(output.getAll()).doesNotContain(" ERROR ");
  }

  @Test
  void brokenFramesCloseTheirConnectionAndNothingElse() throws Exception {
    SplittableRandom chance = new SplittableRandom(1);
    Map<Integer, Integer> codes = new HashMap<>();
    for (int sent = 0; sent < FRAMES; sent += FRAMES_AT_A_TIME) {
      try (Page page = new Page(port)) {
        for (int i = 0; i < FRAMES_AT_A_TIME; i++) {
          page.send(mangled(frame(chance), chance));
        }
        page.send(new byte[] {(byte) 0x88, (byte) 0x80, 0, 0, 0, 0});
        page.fallSilent();
        codes.merge(page.end(), 1, Integer::sum);
      }
    }
    // A mangled frame may be a goodbye with a code of the page's own, which is said back.
    codes.keySet().removeIf(code -> code >= 3000 && code < 5000);
    assertThat(codes.keySet()).contains(1002).isSubsetOf(0, 1000, 1002, 1007, 1008, 1009);
    assertThat(stillServes()).isTrue();
  }

  @Test
  void mangledMessagesAreAnsweredAndTheConnectionGoesOn() throws Exception {
    SplittableRandom chance = new SplittableRandom(2);
    Map<Integer, Integer> codes = new HashMap<>();
    for (int sent = 0; sent < MESSAGES; sent += MESSAGES_AT_A_TIME) {
      try (Page page = new Page(port)) {
        for (int i = 0; i < MESSAGES_AT_A_TIME; i++) {
          page.send(Frames.of(Frames.TEXT, mangledText(chance), chance.nextInt()));
        }
        page.send(Frames.goodbye());
        codes.merge(page.end(), 1, Integer::sum);
      }
    }
    assertThat(codes).containsOnlyKeys(1000);
    assertThat(stillServes()).isTrue();
  }

  @Test
  void pagesThatComeAndVanishLeaveNothingBehind() throws Exception {
    SplittableRandom chance = new SplittableRandom(3);
    int threads = 0;
    for (int i = 0; i < VISITS; i++) {
      visit(chance);
      threads = i == VISITS / 2 ? Thread.activeCount() : threads;
    }
    assertThat(Thread.activeCount()).isLessThanOrEqualTo(threads + 5);
    assertThat(stillServes()).isTrue();
  }

  /** A page that is gone in the middle of whatever it does. */
  private void visit(SplittableRandom chance) throws IOException {
    try (Page page = new Page(port)) {
      for (int i = chance.nextInt(4); i > 0; i--) {
        page.send(frame(chance));
      }
      if (chance.nextBoolean()) {
        page.send(Arrays.copyOf(frame(chance), 1 + chance.nextInt(20)));
      }
      if (chance.nextBoolean()) {
        page.vanish();
      }
    }
  }

  private boolean stillServes() throws InterruptedException {
    try (TestPage page = new TestPage(port)) {
      page.say(SAID.get(0));
      return page.next().path("type").asString().equals("started");
    }
  }

  private void settle() throws InterruptedException {
    long begun = System.nanoTime();
    while (switchboard.size() + gate.counted() > 0
        && System.nanoTime() - begun < TimeUnit.SECONDS.toNanos(10)) {
      TimeUnit.MILLISECONDS.sleep(20);
    }
  }

  private static long heap() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }

  private static byte[] frame(SplittableRandom chance) {
    byte[] text = SAID.get(chance.nextInt(SAID.size())).getBytes(StandardCharsets.UTF_8);
    return Frames.of(Frames.TEXT, text, chance.nextInt());
  }

  /** Another bit, another byte, one too few or too many, or another first byte. */
  private static byte[] mangled(byte[] frame, SplittableRandom chance) {
    int at = chance.nextInt(frame.length);
    switch (chance.nextInt(5)) {
      case 0 -> frame[at] ^= (byte) (1 << chance.nextInt(8));
      case 1 -> frame[chance.nextInt(Math.min(8, frame.length))] = (byte) chance.nextInt();
      case 2 -> frame[0] = (byte) chance.nextInt();
      case 3 -> frame[1] = (byte) chance.nextInt();
      default -> {
        return Arrays.copyOf(frame, Math.max(1, frame.length + chance.nextInt(-3, 4)));
      }
    }
    return frame;
  }

  private static byte[] mangledText(SplittableRandom chance) {
    StringBuilder text = new StringBuilder(SAID.get(chance.nextInt(SAID.size())));
    for (int i = 1 + chance.nextInt(3); i > 0; i--) {
      int at = chance.nextInt(text.length());
      switch (chance.nextInt(4)) {
        case 0 -> text.setCharAt(at, (char) (' ' + chance.nextInt(95)));
        case 1 -> text.insert(at, "{}[]\",:0-1e9.\\".charAt(chance.nextInt(14)));
        case 2 -> text.deleteCharAt(at);
        default -> text.insert(at, text.substring(at, Math.min(text.length(), at + 9)));
      }
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** A page that may send anything, and reads until the end. */
  private static final class Page implements AutoCloseable {

    private final Socket socket;

    Page(int port) throws IOException {
      socket = new Socket(InetAddress.getLoopbackAddress(), port);
      socket.setSoTimeout((int) TimeUnit.SECONDS.toMillis(20));
      socket.setTcpNoDelay(true);
      socket.getOutputStream().write(Frames.handshake());
      StringBuilder answer = new StringBuilder();
      while (answer.indexOf("\r\n\r\n") < 0) {
        answer.append((char) socket.getInputStream().read());
      }
      assertThat(answer.toString()).startsWith("HTTP/1.1 101");
    }

    void send(byte[] bytes) {
      try {
        socket.getOutputStream().write(bytes);
      } catch (IOException e) {
        // It has been hung up on, as may be; the end tells.
      }
    }

    /** Nothing more will come, however long a frame was said to be. */
    void fallSilent() {
      try {
        socket.shutdownOutput();
      } catch (IOException e) {
        // It has been hung up on.
      }
    }

    /** The code of the goodbye that comes after everything else; 0 where none came. */
    int end() throws IOException {
      InputStream in = socket.getInputStream();
      try {
        for (int first = in.read(); first >= 0; first = in.read()) {
          int length = in.read();
          length = length == 126 ? in.read() << 8 | in.read() : length;
          byte[] payload = in.readNBytes(length);
          if ((first & 0xf) == CLOSE) {
            return payload.length < 2 ? 0 : (payload[0] & 0xff) << 8 | payload[1] & 0xff;
          }
        }
      } catch (SocketTimeoutException e) {
        throw new AssertionError("nothing came for a long time", e);
      } catch (SocketException e) {
        return 0;
      }
      return 0;
    }

    void vanish() throws IOException {
      socket.setSoLinger(true, 0);
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }
}
