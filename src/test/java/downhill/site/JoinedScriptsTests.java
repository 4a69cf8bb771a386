package downhill.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.servlet.resource.ResourceUrlProvider;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class JoinedScriptsTests {

  private static final Path STATIC = Path.of("src/main/resources/static");
  private static final String SHARED = "/js/joined/shared.js";
  private final HttpClient client = HttpClient.newHttpClient();

  @LocalServerPort private int port;
  @Autowired private ResourceUrlProvider urls;

  /** Scripts that need no other, for pages that have no sim. */
  private static final List<String> ALONE =
      List.of(
          "/js/theme.js", "/js/thumbnails.js", "/js/lesson.js", "/js/progress.js", "/js/terms.js");

  @Test
  void everyModuleOfOursIsInTheSharedFileOrInOneOther() throws Exception {
    List<String> found = new ArrayList<>();
    for (String file : files(urls)) {
      found.addAll(modules(file));
    }
    List<String> ofSim = modules("/js/joined/embed-roll.js");
    assertThat(ofSim).contains("/js/pages/downhill-roll.js").doesNotHaveDuplicates();
    List<String> around = modules("/js/joined/embed.js");
    assertThat(around).contains("/js/pages/downhill-embed.js").doesNotHaveDuplicates();
    around.removeAll(found);
    found.addAll(around);

    try (Stream<Path> scripts = Files.walk(STATIC.resolve("js"))) {
      assertThat(found)
          .containsExactlyInAnyOrderElementsOf(
              scripts
                  .filter(Files::isRegularFile)
                  .map(file -> "/" + STATIC.relativize(file).toString().replace('\\', '/'))
                  .filter(path -> !ALONE.contains(path) && !path.startsWith("/js/vendor/"))
                  .toList());
    }
  }

  @Test
  void anEmbedAsksForNoFileThatHasMoreThanItNeeds() throws Exception {
    String body = get("/js/joined/embed-roll.js").body();

    assertThat(body).doesNotContain("/js/joined/shared", "d3-");
    assertThat(get("/js/joined/embed.js").body()).doesNotContain("import {", "import *");
    assertThat(urls.getForLookupPath("/js/joined/downhill-embed.js")).isNull();
  }

  private List<String> modules(String file) throws Exception {
    return Pattern.compile("(?m)^// (/js/.*\\.js)$")
        .matcher(get(file).body())
        .results()
        .map(heading -> heading.group(1))
        .collect(Collectors.toCollection(ArrayList::new));
  }

  @Test
  void allFilesNameTheContentOfThoseThatTheyImport() throws Exception {
    assertThat(get(SHARED).body())
        .containsPattern("^import \\* as \\S+ from '../../js/vendor/chart-[0-9a-f]{32}\\.js';\n")
        .containsPattern("await import\\('../../js/vendor/lean-qr-[0-9a-f]{32}\\.js'\\)");

    String shared = urls.getForLookupPath(SHARED);
    assertThat(shared).matches("/js/joined/shared-[0-9a-f]{32}\\.js");
    for (String own : files(urls)) {
      if (own.equals(SHARED)) {
        continue;
      }
      assertThat(
              get(own)
                  .body()
                  .lines()
                  .filter(line -> line.contains("/shared-"))
                  .findFirst()
                  .orElseThrow())
          .matches("import \\{ .* } from '../.." + shared + "';");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "HEAD"})
  void aFrameWithoutAnOriginMayHaveThemAndKeepThem(String method) throws Exception {
    for (String path : files(urls)) {
      HttpResponse<String> answer = send(method, urls.getForLookupPath(path));

      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/javascript");
      assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).hasValue("*");
      assertThat(answer.headers().firstValue("Cache-Control"))
          .hasValue("public, max-age=31536000, immutable");
      // What fits into one packet all the same is not packed.
      if (get(path).body().length() > 1024) {
        assertThat(answer.headers().firstValue("Content-Encoding")).hasValue("gzip");
      }
      assertThat(answer.headers().firstValue("ETag")).isPresent();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/js/joined/shared-0123456789abcdef0123456789abcdef.js",
        "/js/joined/gone.js",
        "/js/joined/stage.js",
        "/js/joined/pages/downhill-roll.js",
        "/js/joined/",
      })
  void whatWasNotJoinedIsNotThere(String path) throws Exception {
    assertThat(get(path).statusCode()).isEqualTo(404);
  }

  /** The joined files: the shared one, then those of the modules of pages that have one. */
  static List<String> files(ResourceUrlProvider urls) throws IOException {
    try (Stream<Path> pages = Files.list(STATIC.resolve("js/pages"))) {
      List<String> files =
          Stream.concat(
                  Stream.of(SHARED),
                  pages
                      .map(page -> "/js/joined/" + page.getFileName())
                      .filter(file -> urls.getForLookupPath(file) != null)
                      .sorted())
              .toList();
      assertThat(files)
          .contains("/js/joined/downhill-roll.js", "/js/joined/downhill-three-rates.js");
      return files;
    }
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return client.send(
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path)).build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private HttpResponse<String> send(String method, String path)
      throws IOException, InterruptedException {
    return client.send(
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
            .method(method, HttpRequest.BodyPublishers.noBody())
            .header("Origin", "null")
            .header("Accept-Encoding", "gzip")
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }
}
