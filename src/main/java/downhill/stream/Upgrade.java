package downhill.stream;

import jakarta.servlet.http.WebConnection;
import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.CompletionHandler;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.apache.coyote.http11.upgrade.InternalHttpUpgradeHandler;
import org.apache.tomcat.util.net.AbstractEndpoint.Handler.SocketState;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.SSLSupport;
import org.apache.tomcat.util.net.SocketEvent;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.apache.tomcat.util.net.SocketWrapperBase.BlockingMode;
import org.apache.tomcat.util.net.SocketWrapperBase.CompletionState;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A connection's bytes, as Tomcat has them once it has stopped speaking HTTP. Tomcat's own
 * WebSocket keeps several buffers of 8 KiB for each connection and encodes a text twice; this keeps
 * none. Public because Tomcat makes it.
 */
public final class Upgrade implements InternalHttpUpgradeHandler, Connection.Socket {

  private static final Logger log = LoggerFactory.getLogger(Upgrade.class);

  /** At least as large as Tomcat's buffer of a socket, which is then passed by. */
  private static final int READ = 8192;

  private static final ThreadLocal<ByteBuffer> INCOMING =
      ThreadLocal.withInitial(() -> ByteBuffer.allocate(READ));

  /** What there is to say to who hears that bytes have left. */
  private static final Boolean NOTHING = true;

  private final CompletionHandler<Long, Boolean> afterwards = new Afterwards();
  private @Nullable Function<Connection.Socket, Connection> opening;
  private @Nullable SocketWrapperBase<?> socket;
  private @Nullable Connection connection;

  /** Nobody's yet. */
  public Upgrade() {}

  /** Says what to do with it once it is open. */
  void onOpen(Function<Connection.Socket, Connection> action) {
    opening = action;
  }

  @Override
  public void setSocketWrapper(SocketWrapperBase<?> wrapper) {
    socket = wrapper;
  }

  @Override
  public void init(WebConnection unused) {
    connection = Objects.requireNonNull(opening).apply(this);
    opening = null;
  }

  @Override
  public SocketState upgradeDispatch(SocketEvent event) {
    if (event == SocketEvent.OPEN_READ) {
      read();
    } else if (event != SocketEvent.OPEN_WRITE) {
      connection().gone();
    }
    return connection().isGone() ? SocketState.CLOSED : SocketState.UPGRADED;
  }

  /** As much as there is; a buffer that was not filled was the last. */
  private void read() {
    Connection connection = connection();
    ByteBuffer bytes = INCOMING.get();
    boolean more = true;
    try {
      while (more && !connection.isGone()) {
        bytes.clear();
        int n = socket().read(false, bytes);
        more = n > 0 && n == bytes.limit();
        if (n < 0) {
          connection.gone();
        } else if (n > 0) {
          connection.received(bytes.flip());
        }
      }
    } catch (IOException e) {
      log.debug("A connection broke", e);
      connection.gone();
    }
  }

  @Override
  public boolean write(ByteBuffer bytes) {
    CompletionState state =
        socket()
            .write(
                BlockingMode.NON_BLOCK,
                Long.MAX_VALUE,
                TimeUnit.MILLISECONDS,
                NOTHING,
                SocketWrapperBase.COMPLETE_WRITE_WITH_COMPLETION,
                afterwards,
                bytes);
    return state == CompletionState.INLINE;
  }

  /** What happens to bytes that could not leave at once. */
  private final class Afterwards implements CompletionHandler<Long, Boolean> {

    @Override
    public void completed(Long written, Boolean nothing) {
      connection().written();
    }

    @Override
    public void failed(Throwable problem, Boolean nothing) {
      log.debug("A connection broke", problem);
      close();
      connection().gone();
    }
  }

  @Override
  public void close() {
    socket().close();
  }

  @Override
  public void reset() {
    if (socket().getSocket() instanceof NioChannel channel) {
      try {
        channel.getIOChannel().setOption(StandardSocketOptions.SO_LINGER, 0);
      } catch (IOException e) {
        log.debug("A connection was gone already", e);
      }
    }
    socket().close();
  }

  @Override
  public boolean isClosed() {
    return socket().isClosed();
  }

  private SocketWrapperBase<?> socket() {
    return Objects.requireNonNull(socket);
  }

  private Connection connection() {
    return Objects.requireNonNull(connection);
  }

  @Override
  public void destroy() {
    if (connection != null) {
      connection.gone();
    }
  }

  @Override
  public void timeoutAsync(long now) {}

  @Override
  public void setSslSupport(SSLSupport support) {}

  @Override
  public void pause() {}
}
