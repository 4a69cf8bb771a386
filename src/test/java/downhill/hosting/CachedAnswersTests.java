package downhill.hosting;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.servlet.resource.ResourceUrlProvider;

/**
 * What may be kept is kept by nginx and asked of the service once, and nobody gets an answer that
 * was meant for another.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CachedAnswersTests {

  private static final String RUN = "/api/runs?curve=bumpy&optimizer=adam&learningRate=0.1&start=";

  /** Too short an answer to be compressed, so that its headers are not put together. */
  private static final String SHORT_RUN =
      "/api/runs?curve=bumpy&optimizer=sgd&learningRate=0.01&steps=1&start=";

  @LocalServerPort int port;
  @Autowired ResourceUrlProvider urls;
  private Nginx nginx;
  private HttpClient http;

  @BeforeAll
  void start() throws Exception {
    nginx = new Nginx(port, port);
    http = HttpClient.newBuilder().sslContext(nginx.certificate().trust()).build();
  }

  @AfterAll
  void stop() throws Exception {
    nginx.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        RUN + "2",
        SHORT_RUN + "2",
        "/api/runs.csv?curve=bumpy&optimizer=adam&learningRate=0.1",
        "/api/landscape?surface=himmelblau",
        "/api/catalogue",
        "/api/batches?data=lemonade&batch=8&seed=1",
        "/api/tables/fruits",
        "/js/joined/shared.js",
        "/css/downhill.css"
      })
  void whatMayBeKeptIsAskedForOnce(String path) throws Exception {
    String address = Optional.ofNullable(urls.getForLookupPath(path)).orElse(path);
    HttpResponse<String> first = get(address);
    HttpResponse<String> second = get(address);

    assertThat(first.statusCode()).isEqualTo(200);
    assertThat(status(first)).isEqualTo("MISS");
    assertThat(status(second)).isEqualTo("HIT");
    assertThat(second.body()).isEqualTo(first.body());
    assertThat(second.headers().firstValue("ETag")).isEqualTo(first.headers().firstValue("ETag"));
  }

  @ParameterizedTest
  @ValueSource(strings = {RUN + "3", SHORT_RUN + "3", "/api/catalogue?lang=es"})
  void whoHasItAlreadyIsNotSentItAgain(String address) throws Exception {
    String tag = get(address).headers().firstValue("ETag").orElseThrow();
    HttpResponse<String> again = get(address, "If-None-Match", tag);

    assertThat(status(again)).isEqualTo("HIT");
    assertThat(again.statusCode()).isEqualTo(304);
    assertThat(again.body()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/sims/roll",
        "/embed/roll",
        "/about",
        "/api/snippets/roll",
        "/api/runs?curve=no-such-curve&optimizer=sgd&learningRate=1",
        "/api/no-such-thing",
        "/no-such-page",
        "/actuator/health"
      })
  void pagesAndErrorsAreAskedForEachTime(String address) throws Exception {
    get(address);
    assertThat(status(get(address))).isNotEqualTo("HIT");
  }

  @Test
  void whatIsPostedIsNotKept() throws Exception {
    String spec =
        """
        {"objective": {"curve": "bumpy"}, "start": [%d], "steps": 3,
         "optimizer": {"name": "sgd", "learningRate": 0.1}}""";
    assertThat(post(spec.formatted(1)).body()).contains("\"k\":0,\"w\":[1.0]");
    HttpResponse<String> second = post(spec.formatted(2));
    assertThat(second.body()).contains("\"k\":0,\"w\":[2.0]");
    assertThat(status(second)).isNotEqualTo("HIT");
    assertThat(second.headers().firstValue("Cache-Control")).hasValue("no-store");
  }

  @ParameterizedTest
  @ValueSource(strings = {RUN + "4", SHORT_RUN + "4"})
  void whoWantsTheTableIsNotGivenTheJson(String address) throws Exception {
    assertThat(get(address).body()).startsWith("{");
    assertThat(get(address, "Accept", "text/csv").body()).startsWith("k,");
    assertThat(get(address, "Accept", "application/json").body()).startsWith("{");
    assertThat(status(get(address, "Accept", "text/csv"))).isEqualTo("HIT");
  }

  @Test
  void whoCannotReadCompressedAnswersIsGivenNone() throws Exception {
    HttpResponse<String> small = get(RUN + "5", "Accept-Encoding", "gzip");
    assertThat(small.headers().firstValue("Content-Encoding")).hasValue("gzip");
    HttpResponse<String> plain = get(RUN + "5");
    assertThat(plain.headers().firstValue("Content-Encoding")).isEmpty();
    assertThat(plain.body()).startsWith("{").endsWith("}");
    assertThat(status(get(RUN + "5", "Accept-Encoding", "gzip"))).isEqualTo("HIT");
  }

  @Test
  void languagesDoNotMix() throws Exception {
    String english = get(RUN + "6", "Accept-Language", "es").body();
    assertThat(get(RUN + "6", "Accept-Language", "en").body()).isEqualTo(english);
    assertThat(english).contains("\"message\":\"All but there");
    assertThat(get(RUN + "6&lang=es").body())
        .contains("\"message\":\"")
        .doesNotContain("All but there");
    assertThat(get("/", "Accept-Language", "es").body()).contains(" lang=\"es\">");
    assertThat(get("/", "Accept-Language", "en").body()).contains(" lang=\"en\">");
  }

  /** Said only to who names an origin, so that the others' answer must not be given to them. */
  @ParameterizedTest
  @ValueSource(strings = {RUN + "7", SHORT_RUN + "7", "/oembed?url=HERE/sims/roll"})
  void pagesOfOtherOriginsMayReadWhatOursAskedForBefore(String path) throws Exception {
    String address = path.replace("HERE", address("").toString());
    assertThat(get(address).statusCode()).isEqualTo(200);
    HttpResponse<String> foreign = get(address, "Origin", "https://school.example.org");
    assertThat(foreign.headers().firstValue("Access-Control-Allow-Origin")).hasValue("*");
  }

  /** Else one visitor could have all others sent to a host of theirs, for an hour. */
  @Test
  void whatNamesTheHostIsKeptForThatHostOnly() throws Exception {
    String elsewhere = "elsewhere.example.org:" + nginx.port();
    String path = "/oembed?url=https://" + elsewhere + "/sims/roll";
    assertThat(asIfAt(elsewhere, path)).contains("200", elsewhere + "/embed/roll");
    assertThat(get(path).statusCode()).isEqualTo(404);
  }

  @Test
  void whoAsksInPlainHttpIsSentToTheCertificate() throws Exception {
    URI plain = URI.create("http://localhost:" + nginx.plainPort() + "/about");
    HttpResponse<String> answer = send(HttpRequest.newBuilder(plain));
    assertThat(answer.statusCode()).isEqualTo(301);
    assertThat(answer.headers().firstValue("Location")).hasValue("https://localhost/about");
  }

  /** A class that opens a lesson together; the service answers none before all have come. */
  @Test
  void nobodyWaitsForAnothersAnswerThatIsNotKept() throws Exception {
    String answer = "HTTP/1.1 200 OK\r\nCache-Control: no-cache\r\nContent-Length: 2\r\n\r\nhi";
    try (ServerSocket service = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
        Nginx own =
            new Nginx(
                service.getLocalPort(),
                service.getLocalPort(),
                "proxy_cache_lock_timeout 1h; proxy_cache_lock_age 1h;")) {
      service.setSoTimeout((int) TimeUnit.SECONDS.toMillis(20));
      HttpClient pupils = HttpClient.newBuilder().sslContext(own.certificate().trust()).build();
      URI lesson = URI.create("https://localhost:" + own.port() + "/sims/roll");
      List<CompletableFuture<HttpResponse<String>>> asked = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        asked.add(
            pupils.sendAsync(
                HttpRequest.newBuilder(lesson).build(), HttpResponse.BodyHandlers.ofString()));
      }
      try (Socket first = service.accept();
          Socket second = service.accept();
          Socket third = service.accept()) {
        for (Socket each : List.of(first, second, third)) {
          each.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
        }
        assertThat(asked).allSatisfy(each -> assertThat(each.get().body()).isEqualTo("hi"));
      }
    }
  }

  private HttpResponse<String> get(String path, String... headers) throws Exception {
    HttpRequest.Builder request = HttpRequest.newBuilder(address(path));
    return send(headers.length == 0 ? request : request.headers(headers));
  }

  private HttpResponse<String> post(String body) throws Exception {
    return send(
        HttpRequest.newBuilder(address("/api/runs"))
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  private URI address(String path) {
    return URI.create("https://localhost:" + nginx.port() + path);
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  /** The JDK's client does not let itself be told what host to name. */
  private String asIfAt(String host, String path) throws IOException {
    try (SSLSocket socket =
        (SSLSocket)
            nginx
                .certificate()
                .trust()
                .getSocketFactory()
                .createSocket("localhost", nginx.port())) {
      String request = "GET " + path + " HTTP/1.0\r\nHost: " + host + "\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static String status(HttpResponse<?> answer) {
    return answer.headers().firstValue("X-Cache-Status").orElse("none");
  }
}
