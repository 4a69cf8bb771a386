package downhill.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.catalina.valves.RemoteIpValve;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.test.context.TestPropertySource;

/** What proxies say of the outer address is in every link that names it, and nothing else is. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class ForwardedHeadersTests {

  private final HttpClient client = HttpClient.newHttpClient();

  @LocalServerPort int port;
  @Autowired ServletWebServerApplicationContext context;

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "https, downhill.example.org, , https://downhill.example.org",
        "http, downhill.example.org, , http://downhill.example.org",
        "HTTPS, downhill.example.org, 443, https://downhill.example.org",
        "wss, downhill.example.org, , https://downhill.example.org",
        "WSS, downhill.example.org, 443, https://downhill.example.org",
        "ws, downhill.example.org, , http://downhill.example.org",
        "https, downhill.example.org, 8443, https://downhill.example.org:8443",
        "https, downhill.example.org:8443, , https://downhill.example.org:8443",
        "https, [2001:db8::7]:8443, , https://[2001:db8::7]:8443",
        // Several proxies in a row: the reader asked the first.
        "`https, http`, `downhill.example.org, inner:8080`, `443, 8080`,"
            + " https://downhill.example.org",
        "`wss,ws`, `downhill.example.org:8443,inner`, , https://downhill.example.org:8443",
        // What is no port is none, what is no scheme is not secure, what is no host is not said.
        "https, downhill.example.org, 0, https://downhill.example.org",
        "https, downhill.example.org, 99999, https://downhill.example.org",
        "https, downhill.example.org, 4294967739, https://downhill.example.org",
        "https, downhill.example.org, port, https://downhill.example.org",
        "https, downhill.example.org:0, -1, https://downhill.example.org",
        "javascript, downhill.example.org, , http://downhill.example.org",
        "https://x, downhill.example.org, , http://downhill.example.org",
        "https, downhill.example.org/path, , https://localhost",
        "https, downhill.example.org?x, , https://localhost",
        "https, user@downhill.example.org, , https://localhost",
        "https, downhill\".example.org, , https://localhost",
        "https, <b>, , https://localhost",
        "https, `,`, `,`, https://localhost",
      })
  void linksNameTheOuterAddress(String scheme, String host, String outerPort, String origin)
      throws Exception {
    HttpRequest.Builder headers = to("/").header("X-Forwarded-Proto", scheme);
    headers.header("X-Forwarded-Host", host);
    if (outerPort != null) {
      headers.header("X-Forwarded-Port", outerPort);
    }
    assertNames(origin, headers);
  }

  private void assertNames(String origin, HttpRequest.Builder headers) throws Exception {
    Map<String, String> named =
        Map.of(
            "/",
            "<link rel=\"canonical\" href=\"" + origin + "/",
            "/sitemap.xml",
            "<loc>" + origin + "/",
            "/api/snippets/roll",
            origin + "/embed/roll",
            "/oembed?url=" + origin + "/sims/roll",
            origin + "/embed/roll");
    for (Map.Entry<String, String> each : named.entrySet()) {
      HttpResponse<String> answer = send(headers.uri(address(each.getKey())));
      assertThat(answer.statusCode()).as(each.getKey()).isEqualTo(200);
      assertThat(answer.body()).contains(each.getValue()).doesNotContain("wss:", "javascript:");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\r b", "a\rX-Forwarded-Proto: https", "a\r\n b", "a\0b"})
  void aLineEndWithinAHeaderIsInNoLink(String host) throws Exception {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      String request = "GET / HTTP/1.0\r\nHost: x\r\nX-Forwarded-Host: " + host + "\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(answer).containsAnyOf("HTTP/1.1 400", "<link rel=\"canonical\" href=\"http://x/");
    }
  }

  /** Whoever is not in a private network is no proxy of ours. */
  @Test
  void believesPrivateNetworksOnly() {
    TomcatWebServer server = (TomcatWebServer) context.getWebServer();
    assertThat(server.getTomcat().getEngine().getPipeline().getValves())
        .filteredOn(RemoteIpValve.class::isInstance)
        .singleElement()
        .extracting(valve -> ((RemoteIpValve) valve).getInternalProxies().split(", *"))
        .asInstanceOf(InstanceOfAssertFactories.array(String[].class))
        .containsExactlyInAnyOrder(
            "10.0.0.0/8",
            "172.16.0.0/12",
            "192.168.0.0/16",
            "169.254.0.0/16",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "::1/128",
            "fc00::/7",
            "fe80::/10");
  }

  /** Here, for once, loopback is a stranger. */
  @Nested
  @TestPropertySource(properties = "server.tomcat.remoteip.internal-proxies=198.51.100.0/24")
  class OfStrangers {

    @Test
    void nothingIsBelieved() throws Exception {
      HttpRequest.Builder headers =
          to("/")
              .header("X-Forwarded-Proto", "https")
              .header("X-Forwarded-Host", "downhill.example.org")
              .header("X-Forwarded-Port", "443")
              .header("Forwarded", "host=downhill.example.org;proto=https");
      assertNames("http://localhost:" + port, headers);
      assertThat(send(headers).headers().firstValue("Strict-Transport-Security")).isEmpty();
    }
  }

  private HttpRequest.Builder to(String path) {
    return HttpRequest.newBuilder(address(path));
  }

  private URI address(String path) {
    return URI.create("http://localhost:" + port + path);
  }

  private HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }
}
