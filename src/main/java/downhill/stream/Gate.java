package downhill.stream;

import downhill.run.Household;
import downhill.run.Limits;
import downhill.run.Refused;
import downhill.run.Sentences;
import downhill.run.SpecJson;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/**
 * Counts the connections, over all and by address, and lets in no more than the limits allow. A
 * connection counts once it is open, so a few that come in the same instant may pass a limit.
 */
@Component
class Gate {

  private static final String SOON = "5";

  private final Limits limits;
  private final Sentences sentences;
  private final Meters meters;
  private volatile boolean closed;
  private final AtomicInteger all = new AtomicInteger();
  private final Map<String, Integer> byAddress = new ConcurrentHashMap<>();

  Gate(Limits limits, Sentences sentences, Meters meters) {
    this.limits = limits;
    this.sentences = sentences;
    this.meters = meters;
    meters.connections(this::counted);
  }

  /** Whether another page may come in; if not, it is told why. */
  boolean letsIn(HttpServletRequest request, HttpServletResponse response) throws IOException {
    if (closed || all.get() >= limits.connections()) {
      String why = sentences.say("error.connections", limits.connections());
      return turnAway(response, HttpStatus.SERVICE_UNAVAILABLE, why);
    }
    if (byAddress.getOrDefault(Household.of(request.getRemoteAddr()), 0)
        >= limits.connectionsPerAddress()) {
      String why = sentences.say("error.connections-of-address", limits.connectionsPerAddress());
      return turnAway(response, HttpStatus.TOO_MANY_REQUESTS, why);
    }
    return true;
  }

  private boolean turnAway(HttpServletResponse response, HttpStatus status, String why)
      throws IOException {
    meters.refused(Refused.Code.TOO_BUSY);
    response.setStatus(status.value());
    response.setHeader(HttpHeaders.RETRY_AFTER, SOON);
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
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
    response.getOutputStream().write(problem.getBytes(StandardCharsets.UTF_8));
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

  /** A connection from an address has been opened. */
  void count(String address) {
    all.incrementAndGet();
    byAddress.merge(address, 1, Integer::sum);
  }

  /** A connection from an address is gone. */
  void uncount(String address) {
    byAddress.computeIfPresent(address, (name, n) -> n > 1 ? n - 1 : null);
    all.decrementAndGet();
  }

  /** How many are open. */
  int counted() {
    return all.get();
  }
}
