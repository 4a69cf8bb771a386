package downhill.stream;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.fault.Fault;
import downhill.fault.Line;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.util.ReflectionTestUtils;

/**
 * Who is kept and who is forgotten when the line fails, and that nothing is left of those who are
 * gone. One page, which nothing befalls, goes on through all of it.
 */
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {"downhill.stream.heartbeat=" + FaultyLineTests.HEARTBEAT_MS + "ms"})
class FaultyLineTests {

  static final int HEARTBEAT_MS = 500;

  private static final int MANY_HEARTBEATS = 6;
  private static final int STRUCK = 400;

  /** About as many as the answers to a conversation have, its handshake's among them. */
  private static final int BYTES_HEARD = 4500;

  private static final String BALL =
      "{'objective':{'curve':'bumpy'},'optimizer':{'name':'adam','learningRate':0.0001},"
          + "'tolerance':0,'steps':10000}";

  @LocalServerPort int port;
  @Autowired Switchboard switchboard;
  @Autowired Gate gate;
  @Autowired MeterRegistry registry;
  private Line line;
  private TestPage unharmed;
  private double silentBefore;

  @BeforeEach
  void open() throws InterruptedException {
    line = new Line(port);
    unharmed = new TestPage(port);
    unharmed.start("a", BALL, 0);
    unharmed.next();
    silentBefore = silent();
  }

  @AfterEach
  void nothingIsLeftButTheOther() throws InterruptedException {
    await(() -> switchboard.size() == 1 && gate.counted() == 1);
    unharmed.request("a", 1);
    assertThat(unharmed.steps("a", 1)).hasSize(1);
    unharmed.close();
    await(() -> switchboard.size() == 0 && gate.counted() == 0);
    assertThat(hungUp("rules")).isZero();
    assertThat((Map<?, ?>) ReflectionTestUtils.getField(gate, "byAddress")).isEmpty();
    line.close();
  }

  @Test
  void forgetsAPageBehindABlackHole() throws InterruptedException {
    try (TestPage page = new TestPage(line.port())) {
      goesOn(page);
      line.strike(Fault.of(Fault.Kind.BLACK_HOLE, Fault.Way.TO_PAGE));
      await(() -> switchboard.size() == 1);
      assertThat(silent()).isEqualTo(silentBefore + 1);
    }
  }

  /** They say nothing of their own; their answers to pings are all that is heard of them. */
  @Test
  void keepsPagesThatOnlyAnswerPingsAndThoseThatAreOnlySlow() throws InterruptedException {
    List<TestPage> pages = new ArrayList<>(List.of(new TestPage(line.port())));
    for (Fault.Way way : Fault.Way.values()) {
      line.expect(() -> List.of(Fault.delay(way, Duration.ofMillis(HEARTBEAT_MS / 4))));
      pages.add(new TestPage(line.port()));
    }
    TimeUnit.MILLISECONDS.sleep((long) MANY_HEARTBEATS * HEARTBEAT_MS);
    for (TestPage page : pages) {
      goesOn(page);
      assertThat(page.closed).isNotDone();
      page.close();
    }
    assertThat(silent()).isEqualTo(silentBefore);
  }

  @ParameterizedTest
  @EnumSource(Fault.Way.class)
  void takesAHalfCloseForAGoodbye(Fault.Way way) throws InterruptedException {
    try (TestPage page = new TestPage(line.port())) {
      goesOn(page);
      line.strike(Fault.of(Fault.Kind.HALF_CLOSE, way));
      await(() -> switchboard.size() == 1);
    }
  }

  @Test
  void forgetsAPageWhoseConnectionIsTornDown() throws InterruptedException {
    try (TestPage page = new TestPage(line.port())) {
      goesOn(page);
      page.request("a", 1000);
      line.strike(Fault.of(Fault.Kind.RESET, Fault.Way.TO_PAGE));
      await(() -> switchboard.size() == 1);
      assertThat(silent()).isEqualTo(silentBefore);
    }
  }

  /** In the handshake, in a frame's head, in its text, between frames, and in each answer. */
  @ParameterizedTest
  @EnumSource(
      value = Fault.Kind.class,
      names = {"CUT", "BLACK_HOLE", "RESET", "HALF_CLOSE"})
  void leavesNothingWhereverItIsStruck(Fault.Kind kind) throws Exception {
    SplittableRandom chance = new SplittableRandom(kind.ordinal());
    byte[] said = conversation();
    line.expect(() -> List.of(anywhere(kind, said.length, chance)));
    List<Socket> pages = new ArrayList<>();
    for (int i = 0; i < STRUCK; i++) {
      pages.add(converse(said));
      unharmed.request("a", 3);
      assertThat(unharmed.steps("a", 3)).hasSize(3);
    }
    if (kind == Fault.Kind.BLACK_HOLE) {
      await(() -> switchboard.size() == 1);
      assertThat(silent()).isGreaterThan(silentBefore);
    }
    for (Socket page : pages) {
      page.close();
    }
  }

  private static Fault anywhere(Fault.Kind kind, int said, SplittableRandom chance) {
    return chance.nextBoolean()
        ? Fault.of(kind, Fault.Way.TO_SERVICE).after(chance.nextLong(said))
        : Fault.of(kind, Fault.Way.TO_PAGE).after(chance.nextLong(BYTES_HEARD));
  }

  /** Says everything; whatever comes of it is not read. */
  private Socket converse(byte[] said) throws IOException {
    Socket socket = new Socket(InetAddress.getByName("localhost"), line.port());
    try {
      socket.getOutputStream().write(said);
    } catch (IOException e) {
      // It has been struck already.
    }
    return socket;
  }

  /** A handshake, a start, two requests and a goodbye. */
  private static byte[] conversation() {
    return Frames.joined(
        Frames.handshake(),
        Frames.text(
            "{\"type\":\"start\",\"run\":\"a\",\"spec\":" + BALL.replace('\'', '"') + "}", 1),
        Frames.text("{\"type\":\"request\",\"run\":\"a\",\"n\":5}", 2),
        Frames.text("{\"type\":\"request\",\"run\":\"a\",\"n\":20}", 0x37fa213d),
        Frames.goodbye());
  }

  private static void goesOn(TestPage page) throws InterruptedException {
    page.start("a", BALL, 0);
    page.next();
    page.request("a", 2);
    assertThat(page.steps("a", 2)).hasSize(2);
  }

  private double silent() {
    return hungUp("silent");
  }

  private double hungUp(String why) {
    return registry.get("downhill.hung.up").tag("why", why).counter().count();
  }

  private static void await(BooleanSupplier event) throws InterruptedException {
    long begun = System.nanoTime();
    while (!event.getAsBoolean()) {
      assertThat(System.nanoTime() - begun).isLessThan(TimeUnit.SECONDS.toNanos(20));
      TimeUnit.MILLISECONDS.sleep(5);
    }
  }
}
