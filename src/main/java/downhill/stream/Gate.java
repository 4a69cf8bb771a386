package downhill.stream;

import downhill.run.Limits;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.handler.WebSocketHandlerDecorator;
import org.springframework.web.socket.server.HandshakeInterceptor;

/** Counts the connections, over all and by address, and lets in no more than the limits allow. */
@Component
class Gate implements HandshakeInterceptor {

  private static final String ADDRESS = "downhill.address";
  private static final String SOON = "5";

  private final Limits limits;
  private final AtomicInteger all = new AtomicInteger();
  private final Map<String, Integer> byAddress = new ConcurrentHashMap<>();

  Gate(Limits limits) {
    this.limits = limits;
  }

  @Override
  public boolean beforeHandshake(
      ServerHttpRequest request,
      ServerHttpResponse response,
      WebSocketHandler handler,
      Map<String, Object> attributes) {
    HttpServletRequest own = ((ServletServerHttpRequest) request).getServletRequest();
    String address = own.getRemoteAddr();
    attributes.put(ADDRESS, address);
    if (all.get() >= limits.connections()) {
      return turnAway(response, HttpStatus.SERVICE_UNAVAILABLE);
    }
    if (byAddress.getOrDefault(address, 0) >= limits.connectionsPerAddress()) {
      return turnAway(response, HttpStatus.TOO_MANY_REQUESTS);
    }
    return true;
  }

  @Override
  public void afterHandshake(
      ServerHttpRequest request,
      ServerHttpResponse response,
      WebSocketHandler handler,
      @Nullable Exception exception) {}

  private static boolean turnAway(ServerHttpResponse response, HttpStatus status) {
    response.setStatusCode(status);
    response.getHeaders().set(HttpHeaders.RETRY_AFTER, SOON);
    return false;
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

  private static String address(WebSocketSession session) {
    return String.valueOf(session.getAttributes().get(ADDRESS));
  }
}
