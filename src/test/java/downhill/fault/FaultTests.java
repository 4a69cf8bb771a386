package downhill.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What each fault does to two ends that only speak and listen. */
class FaultTests {

  private static final int PATIENCE_MS = 10_000;
  private static final int GLANCE_MS = 100;

  private ServerSocket service;
  private Line line;

  @BeforeEach
  void open() throws IOException {
    service = new ServerSocket(0, 1, InetAddress.getByName("localhost"));
    line = new Line(service.getLocalPort());
  }

  @AfterEach
  void close() throws IOException {
    line.close();
    service.close();
  }

  @Test
  void carriesBothWaysAndEndsWithBothEnds() throws IOException {
    Socket page = page();
    Socket far = far();
    say(page, "question");
    assertThat(hear(far, 8)).isEqualTo("question");
    page.shutdownOutput();
    assertThat(far.getInputStream().read()).isEqualTo(-1);
    say(far, "answer");
    assertThat(hear(page, 6)).isEqualTo("answer");
    far.close();
    assertThat(page.getInputStream().read()).isEqualTo(-1);
  }

  @Test
  void delaysOneWay() throws IOException {
    line.expect(() -> List.of(Fault.delay(Fault.Way.TO_PAGE, Duration.ofMillis(1500))));
    Socket page = page();
    Socket far = far();
    say(far, "late");
    page.setSoTimeout(GLANCE_MS);
    InputStream in = page.getInputStream();
    assertThatThrownBy(in::read).isInstanceOf(SocketTimeoutException.class);
    page.setSoTimeout(PATIENCE_MS);
    assertThat(hear(page, 4)).isEqualTo("late");
  }

  @Test
  void cutsAfterAByte() throws IOException {
    line.expect(() -> List.of(Fault.of(Fault.Kind.CUT, Fault.Way.TO_SERVICE).after(3)));
    Socket page = page();
    Socket far = far();
    say(page, "abcdef");
    assertThat(new String(far.getInputStream().readAllBytes(), StandardCharsets.US_ASCII))
        .isEqualTo("abc");
    assertThat(page.getInputStream().read()).isEqualTo(-1);
  }

  @Test
  void swallowsWithoutAWord() throws IOException {
    Socket page = page();
    Socket far = far();
    say(page, "a");
    assertThat(hear(far, 1)).isEqualTo("a");
    line.strike(Fault.of(Fault.Kind.BLACK_HOLE, Fault.Way.TO_PAGE));
    say(page, "b");
    say(far, "c");
    page.close();
    far.setSoTimeout(GLANCE_MS);
    InputStream in = far.getInputStream();
    assertThatThrownBy(in::read).isInstanceOf(SocketTimeoutException.class);
  }

  @Test
  void tearsDown() throws IOException {
    Socket page = page();
    Socket far = far();
    say(page, "a");
    assertThat(hear(far, 1)).isEqualTo("a");
    line.strike(Fault.of(Fault.Kind.RESET, Fault.Way.TO_PAGE));
    InputStream in = far.getInputStream();
    assertThatThrownBy(in::read).isInstanceOf(SocketException.class).hasMessageContaining("reset");
    InputStream near = page.getInputStream();
    assertThatThrownBy(near::read).isInstanceOf(SocketException.class);
  }

  @Test
  void closesOneWay() throws IOException {
    Socket page = page();
    Socket far = far();
    say(page, "a");
    assertThat(hear(far, 1)).isEqualTo("a");
    line.strike(Fault.of(Fault.Kind.HALF_CLOSE, Fault.Way.TO_PAGE));
    assertThat(page.getInputStream().read()).isEqualTo(-1);
    say(page, "still");
    assertThat(hear(far, 5)).isEqualTo("still");
  }

  private Socket page() throws IOException {
    return patient(new Socket(InetAddress.getByName("localhost"), line.port()));
  }

  private Socket far() throws IOException {
    return patient(service.accept());
  }

  private static Socket patient(Socket socket) throws IOException {
    socket.setSoTimeout(PATIENCE_MS);
    return socket;
  }

  private static void say(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
  }

  private static String hear(Socket socket, int n) throws IOException {
    return new String(socket.getInputStream().readNBytes(n), StandardCharsets.US_ASCII);
  }
}
