package downhill.stream;

import downhill.run.Tongue;
import jakarta.websocket.RemoteEndpoint;
import jakarta.websocket.Session;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.adapter.NativeWebSocketSession;

/**
 * Sends without waiting, so that a page that never reads holds up no thread; one that has not taken
 * a frame in the time it is given is hung up on.
 */
final class AsyncLine implements Conversation.Line {

  private static final Logger log = LoggerFactory.getLogger(AsyncLine.class);
  private static final Duration SEND_TIMEOUT = Duration.ofSeconds(10);

  private final WebSocketSession session;
  private final RemoteEndpoint.Async remote;
  private final Locale language;

  /**
   * A line.
   *
   * @param session to whom
   * @param language what is said to them, also by what is computed once a frame has left
   */
  AsyncLine(WebSocketSession session, Locale language) {
    this.session = session;
    this.language = language;
    Session own = ((NativeWebSocketSession) session).getNativeSession(Session.class);
    this.remote = Objects.requireNonNull(own).getAsyncRemote();
    this.remote.setSendTimeout(SEND_TIMEOUT.toMillis());
  }

  @Override
  public void send(String frame, Runnable sent) {
    try {
      remote.sendText(
          frame,
          result -> {
            if (result.isOK()) {
              Tongue.speak(language, sent);
            } else {
              close(CloseStatus.SESSION_NOT_RELIABLE);
            }
          });
    } catch (RuntimeException e) {
      log.debug("A frame could not leave by connection {}", session.getId(), e);
      close(CloseStatus.SESSION_NOT_RELIABLE);
    }
  }

  @Override
  public void hangUp() {
    close(CloseStatus.POLICY_VIOLATION);
  }

  private void close(CloseStatus status) {
    try {
      session.close(status);
    } catch (IOException | RuntimeException e) {
      log.debug("Connection {} was gone already", session.getId(), e);
    }
  }
}
