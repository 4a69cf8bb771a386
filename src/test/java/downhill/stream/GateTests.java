package downhill.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = "downhill.limits.connections-per-address=2")
class GateTests {

  @LocalServerPort int port;
  @Autowired Switchboard switchboard;

  @Test
  void turnsAwayPastTheLimitOfAnAddressAndNamesIt() throws Exception {
    try (TestPage first = new TestPage(port);
        TestPage second = new TestPage(port)) {
      assertThat(first.isQuiet()).isTrue();
      assertThat(second.isQuiet()).isTrue();
      HttpResponse<?> answer = turnedAway("");
      assertThat(answer.statusCode()).isEqualTo(429);
      assertThat(answer.headers().firstValue("Retry-After")).isPresent();
    }
  }

  @Test
  void countsByTheAddressThatTheProxyNames() throws Exception {
    try (TestPage first = new TestPage(port, "198.51.100.7");
        TestPage second = new TestPage(port, "198.51.100.7");
        TestPage neighbour = new TestPage(port, "198.51.100.8")) {
      assertThat(first.isQuiet() && second.isQuiet() && neighbour.isQuiet()).isTrue();
      assertThat(turnedAway("198.51.100.7").statusCode()).isEqualTo(429);
    }
  }

  /** Where a proxy adds to what a client sent, the client's own word stands before it. */
  @Test
  void whoNamesAnotherAddressGetsNoFurtherConnections() throws Exception {
    try (TestPage first = new TestPage(port, "192.0.2.1, 198.51.100.9");
        TestPage second = new TestPage(port, "192.0.2.2, 198.51.100.9, 10.0.0.1")) {
      assertThat(first.isQuiet() && second.isQuiet()).isTrue();
      for (String forged : new String[] {"192.0.2.3", "10.0.0.7", "::1", "<b>", "a b", ""}) {
        assertThat(turnedAway(forged + ", 198.51.100.9").statusCode()).isEqualTo(429);
      }
    }
  }

  @Test
  void saysThatTheServiceRestartsWhenItShutsDown() throws Exception {
    try (TestPage page = new TestPage(port)) {
      assertThat(page.isQuiet()).isTrue();
      switchboard.closeAll();
      assertThat(page.closed.get(10, TimeUnit.SECONDS)).isEqualTo(1012);
    }
  }

  private HttpResponse<?> turnedAway(String forwardedFor) {
    URI address = URI.create("ws://127.0.0.1:" + port + "/ws/runs");
    CompletionException refusal =
        Assertions.catchThrowableOfType(
            CompletionException.class,
            () ->
                HttpClient.newHttpClient()
                    .newWebSocketBuilder()
                    .header("X-Forwarded-For", forwardedFor)
                    .buildAsync(address, new WebSocket.Listener() {})
                    .join());
    return ((WebSocketHandshakeException) refusal.getCause()).getResponse();
  }
}
