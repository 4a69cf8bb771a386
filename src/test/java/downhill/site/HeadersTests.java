package downhill.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.web.servlet.resource.ResourceUrlProvider;

/** What goes with the answer at each kind of address. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import(ProbePages.class)
class HeadersTests {

  private static final String LIBRARY = "/webjars/d3-array/3.2.4/dist/d3-array.min.js";

  private final HttpClient client = HttpClient.newHttpClient();

  @LocalServerPort private int port;
  @Autowired private ResourceUrlProvider urls;

  @ParameterizedTest
  @ValueSource(
      strings = {"/probe", "/no/such/page", "/favicon.svg", LIBRARY, "/api/x", "/actuator/health"})
  void nothingIsGuessedAndNothingLeaksAnywhere(String path) throws Exception {
    HttpResponse<String> answer = get(path);

    assertThat(header(answer, "X-Content-Type-Options")).hasValue("nosniff");
    assertThat(header(answer, "Referrer-Policy")).hasValue("strict-origin-when-cross-origin");
    assertThat(header(answer, "Content-Security-Policy").orElseThrow())
        .contains("default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'")
        .doesNotContain("unsafe", "*", "http");
    assertThat(header(answer, "Server")).isEmpty();
    assertThat(header(answer, "Set-Cookie")).isEmpty();
  }

  @Test
  void aPageRunsOnlyOurScriptsAndIsAskedForAgainEachTime() throws Exception {
    HttpResponse<String> page = get("/probe");

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(header(page, "Cache-Control")).hasValue("no-cache");
    assertThat(header(page, "Cross-Origin-Opener-Policy")).hasValue("same-origin");
    assertThat(header(page, "Cross-Origin-Resource-Policy")).hasValue("same-origin");
    assertThat(header(page, "Permissions-Policy").orElseThrow()).contains("camera=()");
    String policy = header(page, "Content-Security-Policy").orElseThrow();
    assertThat(policy)
        .contains("script-src 'self';")
        .contains("require-trusted-types-for 'script'; trusted-types default;");
    assertThat(page.body()).contains("<script type=\"module\" src=\"/js/joined/downhill-roll-");
  }

  /**
   * A nonce would let through an inline script that carries it. There is none, so that none is let
   * through at all; what a page tells its scripts stands in elements that nobody runs.
   */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/sims",
        "/sims/roll",
        "/studio",
        "/lessons/train-a-network",
        "/embed/roll",
        "/embed/studio",
        "/x"
      })
  void aPageHasNoScriptOfItsOwnSoThatNoNonceIsNeeded(String path) throws Exception {
    HttpResponse<String> page = get(path);

    assertThat(header(page, "Content-Security-Policy").orElseThrow()).doesNotContain("nonce");
    assertThat(page.body()).doesNotContainPattern("<[^>]+\\s(on[a-z]+|style)\\s*=");
    Matcher script = Pattern.compile("<script([^>]*)>([^<]*)").matcher(page.body());
    assertThat(script.results())
        .isNotEmpty()
        .allSatisfy(
            found -> {
              boolean data = found.group(1).matches(".*type=\"application/(ld\\+)?json\".*");
              assertThat(found.group(1).contains(" src=\"/")).isNotEqualTo(data);
              assertThat(found.group(2).isBlank()).isNotEqualTo(data);
            });
  }

  @Test
  void anEmbedIsForAnyFrame() throws Exception {
    for (String path : new String[] {"/embed/roll", "/embed/no-such-sim", "/embed/no/such"}) {
      HttpResponse<String> embed = get(path);

      assertThat(header(embed, "Content-Security-Policy").orElseThrow())
          .contains("default-src 'none'", "script-src 'self';", "frame-ancestors *")
          .doesNotContain("unsafe", "http");
      assertThat(header(embed, "X-Frame-Options")).isEmpty();
      assertThat(header(embed, "Cross-Origin-Resource-Policy")).hasValue("cross-origin");
      assertThat(header(embed, "Cross-Origin-Embedder-Policy")).hasValue("require-corp");
      assertThat(header(embed, "X-Content-Type-Options")).hasValue("nosniff");
      assertThat(header(embed, "Permissions-Policy").orElseThrow()).contains("camera=()");
      assertThat(header(embed, "Set-Cookie")).isEmpty();
    }
  }

  @Test
  void whoMayFrameIsASettingThatIsChecked() {
    EmbedSettings narrow =
        new EmbedSettings(" https://moodle.example.org https://*.example.edu:8443 ");
    assertThat(AddressKind.EMBED.headers("/embed/roll", narrow.allowedAncestors()))
        .extractingByKey("Content-Security-Policy")
        .asString()
        .endsWith("; frame-ancestors https://moodle.example.org https://*.example.edu:8443 'self'");
    for (String wrong : new String[] {"", "*; script-src *", "a\nb;", "self'", "javascript:x"}) {
      assertThatThrownBy(() -> new EmbedSettings(wrong))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("downhill.embed.allowed-ancestors");
    }
  }

  @Test
  void aFileIsForAnyone() throws Exception {
    HttpResponse<String> file = get("/favicon.svg");

    assertThat(header(file, "Access-Control-Allow-Origin")).hasValue("*");
    assertThat(header(file, "Cross-Origin-Resource-Policy")).hasValue("cross-origin");
    assertThat(header(file, "Cache-Control")).hasValue("no-cache");
  }

  @Test
  void aFileThatNamesItsContentIsKeptForEver() throws Exception {
    for (String path : new String[] {LIBRARY, urls.getForLookupPath("/favicon.svg")}) {
      HttpResponse<String> file = get(path);
      assertThat(file.statusCode()).as(path).isEqualTo(200);
      assertThat(header(file, "Cache-Control")).hasValue("public, max-age=31536000, immutable");
    }
  }

  @Test
  void aMissingFileIsKeptByNobodyHoweverItsNameLooks() throws Exception {
    HttpResponse<String> missing = get("/js/gone-0123456789abcdef0123456789abcdef.js");

    assertThat(missing.statusCode()).isEqualTo(404);
    assertThat(header(missing, "Cache-Control")).hasValue("no-store");
  }

  @Test
  void dataIsOpenToPagesOfOtherOrigins() throws Exception {
    HttpResponse<String> preflight =
        send(
            to("/api/runs")
                .method("OPTIONS", HttpRequest.BodyPublishers.noBody())
                .header("Origin", "null")
                .header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Headers", "content-type"));

    assertThat(preflight.statusCode()).isEqualTo(200);
    assertThat(header(preflight, "Access-Control-Allow-Origin")).hasValue("*");
    assertThat(header(preflight, "Access-Control-Allow-Headers")).hasValue("content-type");
  }

  @ParameterizedTest
  @CsvSource({"https, true", "wss, true", "http, false", "ws, false"})
  void onlyASecureConnectionIsToldToStaySecure(String scheme, boolean secure) throws Exception {
    HttpResponse<String> answer = send(to("/probe").header("X-Forwarded-Proto", scheme));

    assertThat(header(answer, "Strict-Transport-Security").isPresent()).isEqualTo(secure);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/probe", LIBRARY, "/favicon.svg"})
  void isCompressedForThoseWhoAsk(String path) throws Exception {
    HttpResponse<String> answer = send(to(path).header("Accept-Encoding", "gzip"));

    boolean large = answer.headers().firstValueAsLong("Content-Length").orElse(10_000) > 1024;
    assertThat(header(answer, "Content-Encoding").isPresent()).isEqualTo(large);
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return send(to(path).header("Accept", "text/html,*/*"));
  }

  private HttpRequest.Builder to(String path) {
    return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
  }

  private HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private static Optional<String> header(HttpResponse<String> answer, String name) {
    return answer.headers().firstValue(name);
  }
}
