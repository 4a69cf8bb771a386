package downhill.stream;

import downhill.run.Limits;
import downhill.run.Refused;
import downhill.run.Runs;
import downhill.run.Sentences;
import downhill.run.SpecReader;
import downhill.run.Tongue;
import downhill.run.Workshop;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.PongMessage;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.WebSocketMessage;
import org.springframework.web.socket.WebSocketSession;

/** {@code /ws/runs}: gives each connection its conversation, and puts its frames together. */
@Component
class RunSocket implements WebSocketHandler {

  private static final Logger log = LoggerFactory.getLogger(RunSocket.class);

  private static final int CLOSERS = 16;
  private static final Duration LONGEST_GOODBYE = Duration.ofSeconds(3);

  private final OrderReader reader;
  private final Conversation.Desk desk;
  private final Limits limits;
  private final Sentences sentences;
  private final Map<String, Open> open = new ConcurrentHashMap<>();

  RunSocket(
      OrderReader reader,
      Runs runs,
      Workshop workshop,
      SpecReader specs,
      Limits limits,
      Sentences sentences) {
    this.reader = reader;
    this.desk = new Conversation.Desk(runs, workshop, specs, limits, sentences);
    this.limits = limits;
    this.sentences = sentences;
  }

  /** A connection: its conversation, and the part of a message that has arrived. */
  private static final class Open {

    final WebSocketSession session;
    final Locale language;
    final Conversation conversation;
    final StringBuilder partial = new StringBuilder(0);
    int bytes;

    Open(WebSocketSession session, Locale language, Conversation conversation) {
      this.session = session;
      this.language = language;
      this.conversation = conversation;
    }
  }

  @Override
  public void afterConnectionEstablished(WebSocketSession session) {
    Locale language = Gate.language(session);
    Conversation conversation = new Conversation(new AsyncLine(session, language), reader, desk);
    open.put(session.getId(), new Open(session, language, conversation));
  }

  @Override
  public void handleMessage(WebSocketSession session, WebSocketMessage<?> message) {
    Open connection = open.get(session.getId());
    if (connection != null && !(message instanceof PongMessage)) {
      Tongue.speak(connection.language, () -> hear(connection, message));
    }
  }

  private void hear(Open connection, WebSocketMessage<?> message) {
    connection.bytes += message.getPayloadLength();
    if (connection.bytes > limits.frameBytes()) {
      connection.partial.setLength(0);
      close(
          connection.session,
          CloseStatus.TOO_BIG_TO_PROCESS.withReason(
              sentences.say("error.too-large", limits.frameBytes())));
    } else if (message instanceof TextMessage text) {
      piece(connection, text);
    } else if (message.isLast()) {
      connection.bytes = 0;
      connection.conversation.refuse(
          new Refused(Refused.Code.MALFORMED, null, sentences.say("error.malformed")));
    }
  }

  private void piece(Open connection, TextMessage message) {
    connection.partial.append(message.getPayload());
    if (message.isLast()) {
      String frame = connection.partial.toString();
      connection.bytes = 0;
      connection.partial.setLength(0);
      connection.partial.trimToSize();
      connection.conversation.hear(frame);
    }
  }

  /** A connection that breaks is an everyday thing: the page comes back and goes on. */
  @Override
  public void handleTransportError(WebSocketSession session, Throwable exception) {
    log.debug("Connection {} broke", session.getId(), exception);
  }

  @Override
  public void afterConnectionClosed(WebSocketSession session, CloseStatus status) {
    Open connection = open.remove(session.getId());
    if (connection != null) {
      connection.conversation.close();
    }
  }

  @Override
  public boolean supportsPartialMessages() {
    return true;
  }

  /**
   * Says goodbye to all, so that their pages come back to another instance: at the same time, since
   * a page that does not read would hold up those behind it.
   */
  void closeAll() {
    ExecutorService closers = Executors.newFixedThreadPool(CLOSERS);
    open.values()
        .forEach(
            connection -> closers.execute(() -> close(connection.session, CloseStatus.GOING_AWAY)));
    closers.shutdown();
    try {
      if (!closers.awaitTermination(LONGEST_GOODBYE.toMillis(), TimeUnit.MILLISECONDS)) {
        closers.shutdownNow();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void close(WebSocketSession session, CloseStatus status) {
    try {
      session.close(status);
    } catch (IOException | RuntimeException e) {
      log.debug("Connection {} was gone already", session.getId(), e);
    }
  }
}
