package downhill.stream;

import downhill.run.Limits;
import downhill.run.Refused;
import downhill.run.Sentences;
import downhill.run.SpecJson;
import downhill.run.Tongue;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.handler.WebSocketHandlerDecorator;
import org.springframework.web.socket.server.HandshakeInterceptor;

/**
 * Counts the connections, over all and by address, and lets in no more than the limits allow. A
 * connection counts once it is open, so a few that come in the same instant may pass a limit.
 */
@Component
class Gate implements HandshakeInterceptor {

  private static final String TONGUE = "downhill.tongue";

  private static final String ADDRESS = "downhill.address";
  private static final String SOON = "5";

  private final Limits limits;
  private final Sentences sentences;
  private volatile boolean closed;
  private final AtomicInteger all = new AtomicInteger();
  private final Map<String, Integer> byAddress = new ConcurrentHashMap<>();

  Gate(Limits limits, Sentences sentences) {
    this.limits = limits;
    this.sentences = sentences;
  }

  @Override
  public boolean beforeHandshake(
      ServerHttpRequest request,
      ServerHttpResponse response,
      WebSocketHandler handler,
      Map<String, Object> attributes)
      throws IOException {
    HttpServletRequest own = ((ServletServerHttpRequest) request).getServletRequest();
    String address = own.getRemoteAddr();
    attributes.put(ADDRESS, address);
    attributes.put(TONGUE, Tongue.spoken());
    if (closed || all.get() >= limits.connections()) {
      String why = sentences.say("error.connections", limits.connections());
      return turnAway(response, HttpStatus.SERVICE_UNAVAILABLE, why);
    }
    if (byAddress.getOrDefault(address, 0) >= limits.connectionsPerAddress()) {
      String why = sentences.say("error.connections-of-address", limits.connectionsPerAddress());
      return turnAway(response, HttpStatus.TOO_MANY_REQUESTS, why);
    }
    return true;
  }

  @Override
  public void afterHandshake(
      ServerHttpRequest request,
      ServerHttpResponse response,
      WebSocketHandler handler,
      @Nullable Exception exception) {}

  private static boolean turnAway(ServerHttpResponse response, HttpStatus status, String why)
      throws IOException {
    response.setStatusCode(status);
    response.getHeaders().set(HttpHeaders.RETRY_AFTER, SOON);
    response.getHeaders().setContentType(MediaType.APPLICATION_PROBLEM_JSON);
    String problem =
        SpecJson.text(
            json -> {
              json.writeStartObject();
              json.writeStringProperty("title", status.getReasonPhrase());
              json.writeNumberProperty("status", status.value());
              json.writeStringProperty("detail", why);
              json.writeStringProperty("code", Refused.Code.TOO_BUSY.key());
              json.writeEndObject();
            });
    response.getBody().write(problem.getBytes(StandardCharsets.UTF_8));
    return false;
  }

  /** Lets people in. */
  void open() {
    closed = false;
  }

  /** Lets nobody in any more. */
  void close() {
    closed = true;
  }

  /** Counts a connection for as long as it is open. */
  WebSocketHandler counting(WebSocketHandler handler) {
    return new WebSocketHandlerDecorator(handler) {
      @Override
      public void afterConnectionEstablished(WebSocketSession session) throws Exception {
        all.incrementAndGet();
        byAddress.merge(address(session), 1, Integer::sum);
        super.afterConnectionEstablished(session);
      }

      @Override
      public void afterConnectionClosed(WebSocketSession session, CloseStatus status)
          throws Exception {
        all.decrementAndGet();
        byAddress.computeIfPresent(address(session), (name, n) -> n > 1 ? n - 1 : null);
        super.afterConnectionClosed(session, status);
      }
    };
  }

  /** The language that a connection's address asked for. */
  static Locale language(WebSocketSession session) {
    return session.getAttributes().get(TONGUE) instanceof Locale language
        ? language
        : Locale.ENGLISH;
  }

  private static String address(WebSocketSession session) {
    return String.valueOf(session.getAttributes().get(ADDRESS));
  }
}
