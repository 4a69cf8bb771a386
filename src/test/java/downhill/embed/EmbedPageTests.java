package downhill.embed;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.lesson.Exhibit;
import downhill.lesson.Exhibits;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/** A sim alone: whatever its address says, there is something to see, and it says what it shows. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class EmbedPageTests {

  @LocalServerPort private int port;
  @Autowired private Exhibits exhibits;

  static List<String> names() {
    return Exhibits.NAMES;
  }

  @ParameterizedTest
  @MethodSource("names")
  void isTheSimAndNothingAroundIt(String name) throws Exception {
    Answer page = get("/embed/" + name);

    assertThat(page.status()).isEqualTo(200);
    assertThat(page.body())
        .contains("<downhill-" + name, "/js/joined/embed-" + name, "id=\"" + name + "-title\"")
        .contains("<base target=\"_blank\">", "data-embed")
        .doesNotContain("class=\"masthead\"", "class=\"colophon\"", "/js/theme");
    assertThat(page.body()).containsPattern("(?s)data-part=\"notice\"[^>]* hidden");
    assertThat(page.header("Set-Cookie")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "theme=purple | theme = “purple” was not used. It can be: auto, light, dark."
            + " Used instead: auto.",
        "controls=many | controls = “many” was not used. It can be: full, few, none.",
        "hide=rate,brakes | There is nothing called “brakes” to hide.",
        "predict=maybe | predict = “maybe” was not used. It can be: on, off.",
        "lockSteps=7 | lockSteps = “7” was not used.",
        "events=1 | events = “1” was not used.",
        "lang=tlh | There is no “tlh” here, so this is in another language: English.",
        "learningRate=-1 | learningRate = “-1” was not used.",
        "curve=%zz | curve = “%zz” was not used."
      })
  void namesAValueThatItDoesNotUse(String query, String notice) throws Exception {
    Answer page = get("/embed/roll?" + query);

    assertThat(page.status()).isEqualTo(200);
    assertThat(page.body()).contains(notice).contains("<downhill-roll");
  }

  @Test
  void anUnknownSimIsNamedAmongThoseThatThereAre() throws Exception {
    Answer page = get("/embed/rol");

    assertThat(page.status()).isEqualTo(404);
    assertThat(page.body()).contains("No sim has this name", "/embed/roll", "/embed/studio");
    assertThat(page.header("Content-Security-Policy")).contains("frame-ancestors *");
  }

  @Test
  void itsFormAndItsLinksKeepHowItIsShown() throws Exception {
    String page = get("/embed/valleys?theme=dark&hide=timeline&lang=es&predict=off").body();

    assertThat(page)
        .contains("action=\"/embed/valleys\"", "data-hide=\"guess timeline\"")
        .containsPattern("name=\"theme\"\\s+value=\"dark\"")
        .containsPattern("name=\"hide\"\\s+value=\"guess,timeline\"")
        .containsPattern("name=\"lang\" value=\"es\"");
    assertThat(
            Stream.of(page.split("\n"))
                .filter(line -> line.contains("href=\"/embed/valleys?"))
                .toList())
        .isNotEmpty()
        .allMatch(line -> line.contains("&amp;theme=dark&amp;hide=guess,timeline&amp;lang=es"));
  }

  @Test
  void aFormsBoxesHideTogether() throws Exception {
    assertThat(get("/embed/roll?hide=rate&hide=pace").body()).contains("data-hide=\"rate pace\"");
  }

  @Test
  void whatIsHiddenCanStillBeRead() throws Exception {
    assertThat(get("/embed/roll?hide=rate,start&lockSteps=on&learningRate=0.25").body())
        .containsPattern("name=\"learningRate\"[^>]*value=\"0.25\"[^>]*readonly")
        .containsPattern("name=\"start\"[^>]*readonly")
        .containsPattern("name=\"steps\"[^>]*readonly");
    assertThat(get("/embed/race?controls=none").body())
        .containsPattern("(?s)<select name=\"optimizer\"[^>]*disabled");
    assertThat(get("/embed/studio?hide=editor").body())
        .containsPattern("(?s)<textarea[^>]*readonly");
  }

  @ParameterizedTest
  @MethodSource("names")
  void theLinkOfAStateIsThatState(String name) {
    Random random = new Random(name.hashCode());
    for (int i = 0; i < 60; i++) {
      MultiValueMap<String, String> asked = RandomQueries.plausible(random);
      Exhibit shown = exhibits.show(name, asked).orElseThrow();
      Exhibit again = exhibits.show(name, members(shown.query())).orElseThrow();

      assertThat(again.notices()).as("%s of %s", shown.query(), asked).isEmpty();
      assertThat(again.query()).as("%s", asked).isEqualTo(shown.query());
      assertThat(state(again)).as("%s", asked).isEqualTo(state(shown));
    }
  }

  /** What the script begins with, which is all that is seen. */
  private static String state(Exhibit exhibit) {
    String whole = exhibit.model().values().iterator().next().toString();
    return whole.substring(whole.indexOf(", state="));
  }

  @Test
  void howItIsShownIsReadAsItIsWritten() {
    Random random = new Random(6);
    for (int i = 0; i < 500; i++) {
      Dress dress = Dress.read(RandomQueries.plausible(random).toSingleValueMap()).dress();
      Dress.Read again = Dress.read(dress.members());
      assertThat(again.unused()).isEmpty();
      assertThat(again.dress()).isEqualTo(dress);
    }
  }

  /** Ten thousand addresses, from nearly right to none at all. */
  @ParameterizedTest
  @MethodSource("names")
  void anyQueryGetsAPage(String name) {
    Random random = new Random(42 + name.hashCode());
    List<String> queries =
        IntStream.range(0, 10_000 / Exhibits.NAMES.size() + 1)
            .mapToObj(i -> RandomQueries.any(random))
            .toList();
    List<String> refused =
        queries.parallelStream()
            .map(query -> "/embed/" + name + "?" + query)
            .filter(address -> !isAPage(address))
            .toList();
    assertThat(refused).isEmpty();
  }

  private boolean isAPage(String address) {
    try {
      Answer page = get(address);
      return page.status() == 200
          && page.header("Content-Type").startsWith("text/html")
          && page.body().endsWith("</html>\n");
    } catch (IOException e) {
      throw new UncheckedIOException(address, e);
    }
  }

  /** An answer. */
  private record Answer(int status, String body, Map<String, List<String>> headers) {

    String header(String name) {
      return String.join(", ", headers.getOrDefault(name, List.of("")));
    }
  }

  /** Asks for an address as it is, however it is written: other clients refuse to. */
  private Answer get(String address) throws IOException {
    HttpURLConnection asked =
        (HttpURLConnection) new URL("http://localhost:" + port + address).openConnection();
    asked.setRequestProperty("Accept-Language", "en");
    int status = asked.getResponseCode();
    try (InputStream body = status < 400 ? asked.getInputStream() : asked.getErrorStream()) {
      return new Answer(
          status, new String(body.readAllBytes(), StandardCharsets.UTF_8), asked.getHeaderFields());
    }
  }

  private static MultiValueMap<String, String> members(String query) {
    MultiValueMap<String, String> members = new LinkedMultiValueMap<>();
    UriComponentsBuilder.newInstance()
        .query(query)
        .build()
        .getQueryParams()
        .forEach(
            (name, values) ->
                values.forEach(
                    value -> members.add(name, UriUtils.decode(value, StandardCharsets.UTF_8))));
    return members;
  }
}
