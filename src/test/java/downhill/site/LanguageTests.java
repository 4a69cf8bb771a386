package downhill.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Each reader in their own language, where there is one of theirs. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class LanguageTests {

  private static final String SHORT =
      "/api/runs?curve=bumpy&optimizer=sgd&learningRate=0.1&steps=5";

  private final HttpClient http = HttpClient.newHttpClient();
  @LocalServerPort int port;

  @Test
  void aFileOfMessagesIsALanguage() throws Exception {
    Languages found = Languages.found(new PathMatchingResourcePatternResolver());
    assertThat(found.all()).startsWith(Locale.ENGLISH).contains(Locale.forLanguageTag("es"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/sims/roll                |                            | en",
        "/sims/roll                | es                         | es",
        "/sims/roll                | es-MX,es;q=0.9,en;q=0.5    | es",
        "/sims/roll                | en-GB,en;q=0.9,es;q=0.8    | en",
        "/sims/roll                | de, es;q=0.3               | es",
        "/sims/roll                | es;q=0, fr                 | en",
        "/sims/roll                | ;;;q=x                     | en",
        "/sims/roll?lang=es        | en                         | es",
        "/sims/roll?start=2&lang=es| en                         | es",
        "/sims/roll?lang=en        | es                         | en",
        "/sims/roll?lang=tlh       | es                         | es",
        "/sims/roll?lang=%22%3E    | es                         | es",
        "/sims/roll?lang=          | es                         | es",
        "/lessons/rolling-downhill | es                         | es",
        "/nowhere?lang=es          | en                         | es",
        "/nowhere                  | es                         | es"
      })
  void aPageSpeaksTheLanguageOfItsAddressElseTheBrowsersElseEnglish(
      String path, String header, String language) throws Exception {
    HttpResponse<String> page = get(path, header);
    assertThat(page.body()).containsPattern("<html[^>]* lang=\"" + language + "\"");
    assertThat(page.headers().firstValue("Content-Language")).contains(language);
    assertThat(String.join(",", page.headers().allValues("Vary")).toLowerCase(Locale.ROOT))
        .contains("accept-language");
    assertThat(page.headers().allValues("Set-Cookie")).isEmpty();
  }

  @Test
  void aPageCarriesTheLanguageOfItsAddressOn() throws Exception {
    String page = get("/sims/roll?lang=es&start=2", "en").body();
    assertThat(page)
        .contains("href=\"/?lang=es\"", "href=\"/sims?lang=es\"")
        .contains("<input type=\"hidden\" name=\"lang\" value=\"es\"/>")
        .containsPattern("data-part=\"permalink\" href=\"[^\"]*&amp;lang=es\"")
        .doesNotContainPattern("(href|src)=\"/(css|js|webjars|api)/[^\"]*lang=");
    assertThat(get("/sims/roll", "es").body())
        .doesNotContain("name=\"lang\"")
        .doesNotContainPattern("href=\"/[^\"]*lang=");
  }

  @Test
  void thePageOffersItselfInEachLanguageWithItsState() throws Exception {
    String page = get("/sims/roll?start=2&lang=es&steps=9", "en").body();
    assertThat(page)
        .contains("href=\"?start=2&amp;steps=9&amp;lang=en\" lang=\"en\"")
        .containsPattern(
            "href=\"\\?start=2&amp;steps=9&amp;lang=es\" lang=\"es\"\\s+hreflang=\"es\"")
        .contains("hreflang=\"es\" href=\"http://127.0.0.1:" + port + "/sims/roll?lang=es\"")
        .contains(">English</a>", ">Español</a>");
  }

  @Test
  void aLinkWithALanguageAloneOpensThePlaygroundAsItIs() throws Exception {
    String plain = get("/playground", "en").body();
    String asked = get("/playground?lang=en", "en").body();
    assertThat(curves(asked)).isEqualTo(curves(plain));
  }

  /** An answer that is kept by its address may not hang on who asked first. */
  @Test
  void dataIsInEnglishUnlessItsAddressSaysOtherwise() throws Exception {
    String english = get(SHORT, "en").body();
    assertThat(get(SHORT, "es").body()).isEqualTo(english).contains("Still on its way");
    assertThat(get(SHORT + "&lang=es", "en").body()).contains("Todavía en camino: tras 5 pasos");
    assertThat(get(SHORT + "&lang=tlh", "es").body()).isEqualTo(english);
    assertThat(get("/api/runs?curve=bumpy&optimizer=sgd&learningRate=-0.5&lang=es", "en").body())
        .contains("debe ser mayor que 0 y como máximo 1000; aquí es −0,5.");
    assertThat(get("/api/catalogue?lang=es", "en").body()).contains("Cuatro valles");
    assertThat(get("/api/catalogue", "es").body()).contains("Four valleys");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "?lang=es"})
  void aConnectionSpeaksTheLanguageOfItsAddress(String query) throws Exception {
    CompletableFuture<String> ended = new CompletableFuture<>();
    WebSocket socket =
        http.newWebSocketBuilder()
            .header("Accept-Language", "es")
            .buildAsync(URI.create("ws://127.0.0.1:" + port + "/ws/runs" + query), new Ear(ended))
            .join();
    for (String order :
        List.of(
            "{'type':'start','run':'a','spec':{'objective':{'curve':'valley'},"
                + "'optimizer':{'name':'sgd','learningRate':0.5},'steps':300}}",
            "{'type':'request','run':'a','n':300}")) {
      socket.sendText(order.replace('\'', '"'), true).join();
    }
    assertThat(ended.get(10, TimeUnit.SECONDS))
        .contains(query.isEmpty() ? "\"Settled." : "\"En reposo.");
    socket.abort();
  }

  private static String curves(String page) {
    return page.substring(page.indexOf("<fieldset"), page.indexOf("<footer"))
        .replaceAll("[&?](amp;)?lang=en|<input type=\"hidden\" name=\"lang\" value=\"en\"/>", "");
  }

  private HttpResponse<String> get(String path, String header) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .header("Accept", "text/html,*/*");
    if (header != null) {
      request.header("Accept-Language", header);
    }
    return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  /** Waits for the end of a run. */
  private record Ear(CompletableFuture<String> ended) implements WebSocket.Listener {

    @Override
    public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
      if (data.toString().contains("\"ended\"")) {
        ended.complete(data.toString());
      }
      socket.request(1);
      return CompletableFuture.completedStage(null);
    }
  }
}
