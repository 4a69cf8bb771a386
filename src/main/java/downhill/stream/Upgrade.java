package downhill.stream;

import jakarta.servlet.http.WebConnection;
import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.CancelledKeyException;
import java.nio.channels.SelectionKey;
import java.util.Objects;
import java.util.function.Function;
import org.apache.coyote.http11.upgrade.InternalHttpUpgradeHandler;
import org.apache.tomcat.util.net.AbstractEndpoint.Handler.SocketState;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.NioEndpoint.NioSocketWrapper;
import org.apache.tomcat.util.net.SSLSupport;
import org.apache.tomcat.util.net.SocketEvent;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A connection's socket, as Tomcat hands it over once it has stopped speaking HTTP. Tomcat's own
 * WebSocket keeps several buffers of 8 KiB for each connection and encodes a text twice; this keeps
 * none, and reads and writes in a {@link Loop}. Public because Tomcat makes it.
 */
public final class Upgrade implements InternalHttpUpgradeHandler, Connection.Socket, Loop.Ready {

  private static final Logger log = LoggerFactory.getLogger(Upgrade.class);

  /**
   * So many bytes the system takes for a page that does not read; else it would grow to megabytes.
   * More than a page asks for at a time, and enough for 300 KB a second around the world.
   */
  private static final int ON_ITS_WAY = 65_536;

  private @Nullable Function<Connection.Socket, Connection> opening;
  private @Nullable Loop loop;
  private @Nullable NioSocketWrapper socket;
  private @Nullable Connection connection;
  private volatile @Nullable SelectionKey key;
  private volatile @Nullable ByteBuffer rest;

  /** Nobody's yet. */
  public Upgrade() {}

  /** Says where it is read, and what to do with it once it is open. */
  void onOpen(Loop reading, Function<Connection.Socket, Connection> action) {
    loop = reading;
    opening = action;
  }

  @Override
  public void setSocketWrapper(SocketWrapperBase<?> wrapper) {
    socket = (NioSocketWrapper) wrapper;
  }

  /** Tomcat leaves it alone from now on. */
  @Override
  public boolean hasAsyncIO() {
    return true;
  }

  @Override
  public void init(WebConnection unused) {
    connection = Objects.requireNonNull(opening).apply(this);
    opening = null;
    loop().execute(this::begin);
  }

  /** Once Tomcat has let go of it. */
  private void begin() {
    socket().getLock().lock();
    socket().getLock().unlock();
    try {
      channel().getIOChannel().setOption(StandardSocketOptions.SO_SNDBUF, ON_ITS_WAY);
      key = loop().listen(channel().getIOChannel(), this);
      if (rest != null) {
        want(SelectionKey.OP_WRITE, true);
      }
      read(ByteBuffer.allocate(channel().getBufHandler().getReadBuffer().capacity()));
    } catch (IOException e) {
      broken(e);
    }
  }

  @Override
  public void ready(SelectionKey ready, ByteBuffer incoming) {
    try {
      if (ready.isWritable()) {
        writeRest();
      }
      if (ready.isReadable()) {
        read(incoming);
      }
    } catch (IOException | CancelledKeyException e) {
      broken(e);
    }
  }

  /** As much as there is; a buffer that was not filled was the last. */
  private void read(ByteBuffer incoming) throws IOException {
    boolean more = true;
    while (more && connection().listens()) {
      incoming.clear();
      int n = socket().read(false, incoming);
      more = n > 0 && n == incoming.limit();
      if (n < 0) {
        close();
        connection().gone();
      } else if (n > 0) {
        connection().received(incoming.flip());
      }
    }
  }

  @Override
  public void listen(boolean on) {
    want(SelectionKey.OP_READ, on);
  }

  @Override
  public boolean write(ByteBuffer bytes) {
    try {
      if (hasLeft(bytes)) {
        return true;
      }
      rest = bytes;
      want(SelectionKey.OP_WRITE, true);
    } catch (IOException e) {
      broken(e);
    }
    return false;
  }

  private void writeRest() throws IOException {
    ByteBuffer bytes = rest;
    if (bytes != null && hasLeft(bytes)) {
      rest = null;
      want(SelectionKey.OP_WRITE, false);
      connection().written();
    }
  }

  /** What is encrypted may have been taken and not have left. */
  private boolean hasLeft(ByteBuffer bytes) throws IOException {
    if (channel().getOutboundRemaining() > 0) {
      channel().flushOutbound();
    }
    while (bytes.hasRemaining() && channel().write(bytes) > 0) {
      // Until it takes no more.
    }
    return !bytes.hasRemaining() && channel().getOutboundRemaining() == 0;
  }

  private void want(int operation, boolean on) {
    SelectionKey own = key;
    if (own != null) {
      try {
        if (on) {
          own.interestOpsOr(operation);
        } else {
          own.interestOpsAnd(~operation);
        }
        loop().wakeUp();
      } catch (CancelledKeyException e) {
        broken(e);
      }
    }
  }

  private void broken(Exception problem) {
    log.debug("A connection broke", problem);
    close();
    connection().gone();
  }

  /** It is not gone from the system before all who select it have looked again. */
  @Override
  public void close() {
    socket().close();
    socket().getPoller().getSelector().wakeup();
    loop().wakeUp();
  }

  @Override
  public void reset() {
    try {
      channel().getIOChannel().setOption(StandardSocketOptions.SO_LINGER, 0);
    } catch (IOException e) {
      log.debug("A connection was gone already", e);
    }
    close();
  }

  @Override
  public boolean isClosed() {
    return socket().isClosed();
  }

  private NioSocketWrapper socket() {
    return Objects.requireNonNull(socket);
  }

  private NioChannel channel() {
    return socket().getSocket();
  }

  private Loop loop() {
    return Objects.requireNonNull(loop);
  }

  private Connection connection() {
    return Objects.requireNonNull(connection);
  }

  /** Only where something is wrong, or Tomcat stops: it was asked for no events. */
  @Override
  public SocketState upgradeDispatch(SocketEvent event) {
    log.debug("Tomcat closes a connection: {}", event);
    connection().gone();
    return SocketState.CLOSED;
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
