package downhill.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Page;
import downhill.embed.WordPress;
import downhill.run.SpecJson;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;
import tools.jackson.databind.JsonNode;

/** What is copied is put into a page of its kind, on another site, and plays there. */
class SnippetsBrowserTests extends BrowserTest {

  private static final String STATE = "curve=steep-valley&start=2&learningRate=0.1";

  /** A program with what MDX, JSX and HTML each take for their own. */
  private static final String NASTY = "print \"{a} <b> & &amp; \\n ${c} `d` é\"\n# 100 % */}\n";

  private static final String MDX = "@mdx-js/mdx@3.1.1";
  private static final String[] REACT = {"react@18.3.1", "react-dom@18.3.1"};
  private static final int PATIENCE_MINUTES = 3;

  /** No style, no script, no attribute that is not needed, as editors of courses have it. */
  private static final PolicyFactory COURSE =
      new HtmlPolicyBuilder()
          .allowElements("p", "a", "iframe")
          .allowAttributes("src", "width", "height", "title", "frameborder")
          .onElements("iframe")
          .allowAttributes("href")
          .onElements("a")
          .allowUrlProtocols("http", "https")
          .toFactory();

  private final HttpClient http = HttpClient.newHttpClient();
  private final HostServer host = new HostServer();

  @TempDir Path folder;

  @AfterEach
  void closeHost() {
    host.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"iframe", "script", "element", "wordpress-html", "lms"})
  void playsInAPageOfItsKind(String kind) throws Exception {
    plays(open(snippet(kind)));
  }

  @Test
  void isAsTallAsItsContentAtEveryWidth() throws Exception {
    Page page = open(snippet("responsive"));
    plays(page);
    for (int width : List.of(360, 700, 1250)) {
      page.setViewportSize(width, 800);
      Frame sim = page.frames().get(1);
      sim.evaluate(
          "async () => { for (let i = 0; i < 4; i++) await new Promise(requestAnimationFrame); }");
      double content =
          number(sim.evaluate("document.documentElement.getBoundingClientRect().height"));
      double given = number(page.evaluate("document.querySelector('iframe').clientHeight"));
      assertThat(given).as("at %d", width).isBetween(content * 0.9, content * 1.1);
    }
  }

  @Test
  void playsWhereACourseStripsHalfOfIt() throws Exception {
    String left = COURSE.sanitize(snippet("lms"));
    assertThat(left).doesNotContain("loading", "allow=", "target");
    Page page = open(left);
    plays(page);
    assertThat(page.locator("p a").getAttribute("href")).contains("/sims/roll?curve=steep-valley");
  }

  @Test
  void playsInAPostOfWordPress() throws Exception {
    String address = snippet("wordpress");
    JsonNode answer = json("/oembed?maxwidth=640&maxheight=1000&url=" + encoded(address));
    String post = WordPress.filtered(answer.path("html").asString());
    Page page = open(WordPress.SCRIPT + post);
    page.waitForFunction("() => !document.querySelector('iframe').hasAttribute('style')");
    assertThat(page.locator("blockquote").isVisible()).isFalse();
    plays(page);
  }

  @Test
  void playsInMdx() throws Exception {
    assumeTrue(
        runs(folder, "npm", "--version"),
        "NOT RUN: to compile MDX the test needs node and npm on the PATH");
    Files.writeString(folder.resolve("package.json"), "{\"type\":\"module\",\"private\":true}");
    assumeTrue(
        runs(folder, "npm", "install", "--no-audit", "--no-fund", MDX, REACT[0], REACT[1]),
        "NOT RUN: npm could not fetch " + MDX + " and react");
    JsonNode nasty = json("/api/snippets/studio?program=" + encoded(NASTY));
    Files.writeString(
        folder.resolve("a.mdx"), "# One *lesson*\n\nHere:\n\n" + snippet("mdx") + "\n\nSo.\n");
    Files.writeString(folder.resolve("b.mdx"), "- one\n\n" + of(nasty, "mdx") + "\n");
    Files.writeString(folder.resolve("render.js"), resource("/hosts/render-mdx.js"));
    assertThat(runs(folder, "node", "render.js")).isTrue();

    plays(open(Files.readString(folder.resolve("a.html"))));
    Page page = open(Files.readString(folder.resolve("b.html")));
    assertThat(page.locator("iframe").getAttribute("src"))
        .isEqualTo(nasty.path("frame").asString());
    assertThat(page.frameLocator("iframe").locator("[name=program]").inputValue()).isEqualTo(NASTY);
  }

  private Page open(String body) {
    Page page = window(desk()).newPage();
    page.navigate(host.page("/" + body.hashCode(), Map.of(), body));
    return page;
  }

  /** A frame is loaded after its page, and until its script is there nothing can be pressed. */
  private static void plays(Page page) {
    page.frameLocator("iframe").locator("[data-part=step]:enabled").press("Enter");
    page.frameLocator("iframe").locator("[data-part=said]:has-text('1.20')").waitFor();
  }

  private String snippet(String kind) throws Exception {
    return of(json("/api/snippets/roll?" + STATE), kind);
  }

  private static String of(JsonNode answer, String kind) {
    return answer
        .path("snippets")
        .valueStream()
        .filter(each -> each.path("kind").asString().equals(kind))
        .map(each -> each.path("text").asString())
        .findFirst()
        .orElseThrow();
  }

  private JsonNode json(String path) throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(URI.create(address(path))).build();
    return SpecJson.mapper()
        .readTree(http.send(request, HttpResponse.BodyHandlers.ofString()).body());
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static String resource(String path) throws IOException {
    try (InputStream file =
        Objects.requireNonNull(SnippetsBrowserTests.class.getResourceAsStream(path), path)) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static boolean runs(Path folder, String... command) throws InterruptedException {
    try {
      Process process =
          new ProcessBuilder(command)
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .redirectOutput(folder.resolve("said.txt").toFile())
              .start();
      boolean done = process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES);
      process.destroyForcibly();
      return done && process.exitValue() == 0;
    } catch (IOException e) {
      return false;
    }
  }

  private static double number(Object value) {
    return ((Number) value).doubleValue();
  }
}
