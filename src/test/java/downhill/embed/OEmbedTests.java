package downhill.embed;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.lesson.Exhibits;
import downhill.lesson.SimPages;
import downhill.run.SpecJson;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.util.HtmlUtils;
import org.w3c.dom.NodeList;
import tools.jackson.databind.JsonNode;

/** What other sites are told of our pages, by oEmbed 1.0. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class OEmbedTests {

  private static final Pattern FRAME = Pattern.compile("<iframe src=\"([^\"]*)\"");
  private static final Pattern FOUND =
      Pattern.compile(
          "<link rel=\"alternate\" type=\"(application/json|text/xml)\\+oembed\"\\s+"
              + "title=\"([^\"]+)\" href=\"([^\"]+)\">");

  private final HttpClient http = HttpClient.newHttpClient();
  @LocalServerPort int port;

  static Stream<String> pages() {
    return Stream.concat(
        Exhibits.NAMES.stream().map(name -> SimPages.of(name, Map.of()).orElseThrow().path()),
        Stream.of("/", "/lessons/schedules", "/lessons/train-a-network"));
  }

  @ParameterizedTest
  @MethodSource("pages")
  void everyPageWithASimLeadsToItsFrame(String path) throws Exception {
    HttpResponse<String> page = get(path + "?lang=es");
    List<String[]> found =
        FOUND
            .matcher(page.body())
            .results()
            .map(link -> new String[] {link.group(1), HtmlUtils.htmlUnescape(link.group(3))})
            .toList();

    assertThat(found.stream().map(link -> link[0])).containsExactly("application/json", "text/xml");
    List<String> headers = page.headers().allValues("Link");
    assertThat(headers).hasSize(2);
    for (int i = 0; i < 2; i++) {
      HttpResponse<String> answer = http(found.get(i)[1]);
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
          .startsWith(found.get(i)[0]);
      assertThat(headers.get(i)).startsWith("<" + found.get(i)[1] + ">; rel=\"alternate\"");
      assertThat(answer.body()).contains("lang=es");
    }
    String frame = frame(SpecJson.mapper().readTree(http(found.get(0)[1]).body()));
    assertThat(URI.create(frame).getPath()).startsWith("/embed/");
  }

  @Test
  void aPageWithoutASimNamesNone() throws Exception {
    HttpResponse<String> page = get("/teach");

    assertThat(page.body()).doesNotContain("+oembed");
    assertThat(page.headers().allValues("Link")).isEmpty();
  }

  @Test
  void keepsTheStateTheLanguageAndTheFramesManner() throws Exception {
    String state = "formula=x%5E2%2Bcos(y)%26%22%3C&start=1,2&learningRate=0.3";
    JsonNode page = told("/playground?" + state + "&lang=es&utm=7", "");
    JsonNode frame = told("/embed/roll?theme=dark&hide=guess,pace&controls=few&x=1#top", "");

    assertThat(frame(page))
        .isEqualTo(
            address(
                "/embed/playground?formula=x%5E2%2Bcos%28y%29%26%22%3C&start=1,2"
                    + "&learningRate=0.3&lang=es"));
    assertThat(page.path("title").asString()).isEqualTo("Laboratorio · Downhill");
    assertThat(frame(frame))
        .isEqualTo(address("/embed/roll?theme=dark&controls=few&hide=guess,pace"));
  }

  @Test
  void aLessonsFrameShowsWhatTheLessonShows() throws Exception {
    assertThat(frame(told("/lessons/train-a-network", ""))).contains("/embed/studio?example=");
    assertThat(frame(told("/lessons/train-a-network?program=print%201", "")))
        .endsWith("/embed/studio?program=print%201");
    assertThat(frame(told("/lessons/schedules?depth=five", ""))).contains("schedule=constant,");
  }

  @ParameterizedTest
  @CsvSource({
    "'', 760, rich",
    "maxwidth=500&maxheight=300, 500, rich",
    "maxwidth=5000, 760, rich",
    "maxwidth=199, , link",
    "maxheight=100, , link"
  })
  void isNeverLargerThanTheSiteAllows(String most, Integer width, String type) throws Exception {
    JsonNode answer = told("/sims/roll", most);

    assertThat(answer.path("type").asString()).isEqualTo(type);
    assertThat(answer.has("html")).isEqualTo(width != null);
    if (width != null) {
      assertThat(answer.path("width").asInt()).isEqualTo(width);
      assertThat(answer.path("html").asString())
          .contains("width=\"%d\" height=\"%d\"".formatted(width, answer.path("height").asInt()));
      assertThat(answer.path("height").asInt())
          .isLessThanOrEqualTo(most.contains("300") ? 300 : 2000);
    }
    assertThat(answer.has("thumbnail_url"))
        .isEqualTo(most.isEmpty() || most.equals("maxwidth=5000"));
  }

  @Test
  void thePictureIsThere() throws Exception {
    HttpResponse<String> picture = http(told("/studio", "").path("thumbnail_url").asString());

    assertThat(picture.statusCode()).isEqualTo(200);
    assertThat(picture.headers().firstValue("Content-Type")).hasValue("image/jpeg");
  }

  @Test
  void saysTheSameInXml() throws Exception {
    String most = "maxwidth=600";
    JsonNode json = told("/sims/race?momentum=,0.5,,", most);
    NodeList pairs =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(
                new ByteArrayInputStream(
                    ask("/sims/race?momentum=,0.5,,", most + "&format=xml")
                        .body()
                        .getBytes(StandardCharsets.UTF_8)))
            .getElementsByTagName("oembed")
            .item(0)
            .getChildNodes();

    List<String> said =
        IntStream.range(0, pairs.getLength())
            .mapToObj(pairs::item)
            .filter(node -> !node.getNodeName().startsWith("#"))
            .map(node -> node.getNodeName() + "=" + node.getTextContent())
            .toList();
    assertThat(said)
        .containsExactlyElementsOf(
            json.properties().stream()
                .map(pair -> pair.getKey() + "=" + pair.getValue().asString())
                .toList());
  }

  @ParameterizedTest
  @CsvSource({
    "url=ORIGIN/sims/nowhere, 404, ",
    "url=ORIGIN/sims, 404, ",
    "url=ORIGIN/sims/roll/, 404, ",
    "url=ORIGIN/sims/roll?start=%25zz, 404, ",
    "url=http://elsewhere.example/sims/roll, 404, ",
    "url=http://localhost/sims/roll, 404, ",
    "url=javascript:alert(1), 404, ",
    "url=/sims/roll, 404, ",
    "url=ORIGIN/sims/roll&format=yaml, 501, ",
    "format=json, 400, url",
    "url=ORIGIN/sims/roll&maxwidth=-1, 400, maxwidth",
    "url=ORIGIN/sims/roll&maxheight=wide, 400, maxheight",
  })
  void saysWhatIsWrongAsAProblem(String query, int status, String field) throws Exception {
    HttpResponse<String> answer =
        get("/oembed?" + query.replace("ORIGIN", "http://localhost:" + port));

    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    JsonNode problem = SpecJson.mapper().readTree(answer.body());
    assertThat(problem.path("field").asString(null)).isEqualTo(field);
    assertThat(problem.path("detail").asString()).isNotBlank();
  }

  @Test
  void isForAnySite() throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(address("/oembed?url=" + address("/sims/roll"))))
            .header("Origin", "https://a.example")
            .build();
    HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());

    assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).hasValue("*");
  }

  @ParameterizedTest
  @ValueSource(strings = {"http", "https"})
  void takesOurOwnAddressBehindAProxy(String scheme) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create(address("/oembed?url=" + scheme + "://Sims.Example/sims/roll")))
            .header("X-Forwarded-Proto", "https")
            .header("X-Forwarded-Host", "sims.example")
            .header("X-Forwarded-Port", "443")
            .build();
    JsonNode answer =
        SpecJson.mapper().readTree(http.send(request, HttpResponse.BodyHandlers.ofString()).body());

    assertThat(frame(answer)).isEqualTo("https://sims.example/embed/roll");
  }

  /** It takes line ends out of addresses, and hides the frame only where there is a quotation. */
  @Test
  void wordPressKeepsTheFrameTheLinkAndEveryLineOfAProgram() throws Exception {
    String program = "data = load \"fruits\"\nshow data\nprint \"é & <b>\"";
    String html = told("/studio?program=" + Query.encoded(program), "").path("html").asString();

    String post = WordPress.filtered(html);

    assertThat(post)
        .startsWith("<blockquote class=\"wp-embedded-content\" data-secret=\"")
        .doesNotContain("hidden", "loading")
        .contains("title=\"Studio · Downhill\"", "#?secret=" + WordPress.SECRET);
    Matcher src = Pattern.compile(" src=\"([^\"]*)\"").matcher(post);
    assertThat(src.find()).isTrue();
    URI frame = URI.create(HtmlUtils.htmlUnescape(src.group(1)));
    String read = Query.members(frame.getRawQuery()).get("program");
    assertThat(read).isEqualTo(program.replace('\n', '\u2028'));
    String studio = get("/studio?program=" + Query.encoded(read)).body();
    assertThat(studio).contains("\n" + HtmlUtils.htmlEscape(program).replace("&eacute;", "é"));
  }

  private JsonNode told(String path, String more) throws Exception {
    HttpResponse<String> answer = ask(path, more);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return SpecJson.mapper().readTree(answer.body());
  }

  private HttpResponse<String> ask(String path, String more) throws Exception {
    return get("/oembed?url=" + Query.encoded(address(path)) + "&" + more);
  }

  private static String frame(JsonNode answer) {
    Matcher frame = FRAME.matcher(answer.path("html").asString());
    assertThat(frame.find()).isTrue();
    return HtmlUtils.htmlUnescape(frame.group(1));
  }

  private String address(String path) {
    return "http://localhost:" + port + path;
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return http(address(path));
  }

  private HttpResponse<String> http(String address) throws IOException, InterruptedException {
    return http.send(
        HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.ofString());
  }
}
