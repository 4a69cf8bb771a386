package downhill.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/** A connection whose page, and whose clock, are the test's. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class ConnectionTests {

  private static final StreamSettings SETTINGS =
      new StreamSettings(Duration.ofSeconds(25), Duration.ofSeconds(2));

  @Autowired Desk desk;
  private final Wire wire = new Wire();
  private final long begun = System.nanoTime();
  private Connection connection;

  @BeforeEach
  void open() {
    connection = new Connection(wire, Locale.ENGLISH, desk, Runnable::run, Runnable::run, () -> {});
  }

  @Test
  void aPageThatWasSilentIsAskedOnceAndHasAsLongAgain() {
    lookAfter(24);
    assertThat(wire.written).isZero();
    lookAfter(26);
    int asked = wire.written;
    assertThat(asked).isPositive();
    lookAfter(50);
    assertThat(wire.written).isEqualTo(asked);
    assertThat(wire.closed).isFalse();
    lookAfter(52);
    assertThat(wire.closed).isTrue();
  }

  /** A whole machine may be suspended: nobody was asked meanwhile, and nobody could answer. */
  @Test
  void aServerThatStoodStillHangsUpOnNobody() {
    lookAfter(600);
    lookAfter(601);
    assertThat(wire.closed).isFalse();
    connection.received(ByteBuffer.wrap(new byte[] {(byte) 0x8A}));
    lookAfter(624);
    lookAfter(630);
    assertThat(wire.closed).isFalse();
  }

  private void lookAfter(int second) {
    connection.lookAfter(begun + Duration.ofSeconds(second).toNanos(), SETTINGS);
  }

  /** Counts what is written, all of which leaves at once. */
  private static final class Wire implements Connection.Socket {

    private int written;
    private boolean closed;

    @Override
    public boolean write(ByteBuffer bytes) {
      written += bytes.remaining();
      bytes.position(bytes.limit());
      return true;
    }

    @Override
    public void listen(boolean on) {}

    @Override
    public void close() {
      closed = true;
    }

    @Override
    public void reset() {
      closed = true;
    }

    @Override
    public boolean isClosed() {
      return closed;
    }
  }
}
