package downhill.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nu.validator.client.EmbeddedValidator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Every page, in every language: valid, with links that lead somewhere, and known by one name. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class PagesTests {

  private static final Pattern LINK = Pattern.compile("\\s(?:href|src)=\"([^\"]*)\"");
  private static final Pattern ID = Pattern.compile("\\sid=\"([^\"]*)\"");
  private static final Pattern CARD =
      Pattern.compile("<meta property=\"og:image\" content=\"([^\"]*)\">");
  private static final Pattern LISTED =
      Pattern.compile("<script type=\"application/ld\\+json\">(.*?)</script>", Pattern.DOTALL);

  /**
   * What the checker does not know yet: links may block rendering with {@code rel=expect} (HTML,
   * 4.6.7.7), and MathML's elements may be focused as HTML's are (MathML Core, 2.1.6).
   */
  private static final Pattern NEWER_THAN_THE_CHECKER =
      Pattern.compile(
          "element with a “blocking” attribute must have a “rel” attribute"
              + "|Attribute “tabindex” not allowed on element “m\\w+”");

  private final HttpClient http = HttpClient.newHttpClient();
  @LocalServerPort int port;

  static Stream<String> pages() {
    return Stream.concat(Sitemap.paths().stream(), Stream.of("/not-here"))
        .flatMap(path -> Stream.of(path, path + "?lang=es"));
  }

  /** What no search finds: frames, and what shares a sim without a script. */
  static Stream<String> unlisted() {
    return Stream.concat(
        Exhibits.NAMES.stream().map(sim -> "/embed/" + sim),
        Stream.of("/embed/no-such-sim", "/share/roll", "/share/studio?lang=es"));
  }

  @ParameterizedTest
  @MethodSource({"pages", "unlisted"})
  void isValid(String page) throws Exception {
    EmbeddedValidator checker = new EmbeddedValidator();
    checker.setOutputFormat(EmbeddedValidator.OutputFormat.GNU);
    byte[] text = get(page).body().getBytes(StandardCharsets.UTF_8);
    assertThat(checker.validate(new ByteArrayInputStream(text)).lines())
        .filteredOn(line -> line.contains("error:"))
        .filteredOn(line -> !NEWER_THAN_THE_CHECKER.matcher(line).find())
        .isEmpty();
  }

  /** A page may link to a place within another: that has to be there too. */
  @Test
  void noLinkOnAnyPageLeadsNowhere() throws Exception {
    Map<String, String> broken = new TreeMap<>();
    Map<String, HttpResponse<String>> seen = new TreeMap<>();
    for (String page : pages().toList()) {
      String text = get(page).body();
      for (String link : found(LINK, text)) {
        String plain = link.replace("&amp;", "&");
        // Java resolves an address that is a query alone against the folder, browsers the page.
        String from = plain.startsWith("?") ? page.split("\\?")[0] + plain : plain;
        String whole = URI.create(address(page)).resolve(from).toString();
        if (!whole.startsWith(address(""))) {
          assertThat(whole).as("a link to another site on %s", page).startsWith("https://");
          continue;
        }
        String[] parts = whole.substring(address("").length()).split("#", 2);
        if (!seen.containsKey(parts[0])) {
          seen.put(parts[0], get(parts[0]));
        }
        HttpResponse<String> answer = seen.get(parts[0]);
        boolean there =
            parts.length == 1 || parts[1].isEmpty() || found(ID, answer.body()).contains(parts[1]);
        if (answer.statusCode() != 200 || !there) {
          broken.put(whole, page);
        }
      }
    }
    assertThat(seen).hasSizeGreaterThan(40);
    assertThat(broken).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("pages")
  void isKnownByOneNameAndSaysWhatItIs(String page) throws Exception {
    if (page.startsWith("/not-here")) {
      assertThat(get(page).statusCode()).isEqualTo(404);
      return;
    }
    String text = get(page).body();
    String path = page.split("\\?")[0];
    String language = page.contains("lang=es") ? "es" : "en";
    assertThat(text)
        .containsPattern("<html [^>]*lang=\"" + language + "\"")
        .contains("<link rel=\"canonical\" href=\"" + address(path) + "?lang=" + language + "\">")
        .contains("hreflang=\"es\"", "hreflang=\"en\"", "hreflang=\"x-default\"")
        .containsOnlyOnce("<h1")
        .containsOnlyOnce("<title>")
        .containsPattern("<meta property=\"og:title\" content=\"[^\"]+\">")
        .containsPattern("<meta name=\"description\" content=\"[^\"]{40,}\">");
    HttpResponse<String> card = get(found(CARD, text).first().substring(address("").length()));
    assertThat(card.statusCode()).isEqualTo(200);
    assertThat(card.headers().firstValue("content-type")).hasValue("image/jpeg");
  }

  @Test
  void theSitemapListsThePagesAndTheRobotsAreToldWhereItIs() throws Exception {
    HttpResponse<String> map = get("/sitemap.xml");
    assertThat(map.headers().firstValue("content-type"))
        .hasValueSatisfying(type -> assertThat(type).startsWith("application/xml"));
    for (String path : Sitemap.paths()) {
      assertThat(map.body()).contains("<loc>" + address(path) + "</loc>");
    }
    assertThat(get("/robots.txt").body()).contains("Sitemap: " + address("/sitemap.xml"));
  }

  @Test
  void theCourseIsListedWithItsLessons() throws Exception {
    JsonNode course = listed("/");
    assertThat(course.get("@type").stringValue()).isEqualTo("Course");
    assertThat(course.get("hasPart")).hasSize(Lesson.ALL.size());
    for (Lesson lesson : Lesson.ALL) {
      JsonNode part = listed(lesson.path());
      assertThat(part.get("url").stringValue()).isEqualTo(address(lesson.path()));
      assertThat(part.get("description").stringValue()).hasSizeLessThanOrEqualTo(170);
      assertThat(part.get("isPartOf").get("@type").stringValue()).isEqualTo("Course");
    }
  }

  private JsonNode listed(String page) throws Exception {
    return new ObjectMapper().readTree(found(LISTED, get(page).body()).iterator().next());
  }

  private static TreeSet<String> found(Pattern pattern, String text) {
    List<String> all =
        pattern.matcher(text).results().map((MatchResult match) -> match.group(1)).toList();
    return new TreeSet<>(all);
  }

  private String address(String path) {
    return "http://localhost:" + port + path;
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(address(path).replace(" ", "%20")))
            .header("Accept", "text/html,*/*")
            .header("Accept-Language", "en")
            .build();
    return http.send(request, HttpResponse.BodyHandlers.ofString());
  }
}
