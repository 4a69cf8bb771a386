package downhill.stream;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.run.FirstProgram;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** However much one address asks for, another's page waits for no more than a turn of it. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class FairnessTests {

  private static final int PAGES = 40;
  private static final int TRIES = 5;
  private static final String GREEDY = "198.51.100.66";
  private static final String MODEST = "198.51.100.1";

  /** The way to its last step takes a worker some milliseconds. */
  private static final String DEEP =
      "{'objective':{'formula':'sin(3*w)*exp(-w^2/9)+cos(w)^2+w^2/20'},'start':[3],'tolerance':0,"
          + "'steps':10000,'optimizer':{'name':'adam','learningRate':0.0001}}";

  private static final String BALL =
      "{'objective':{'curve':'bumpy'},'optimizer':{'name':'sgd','learningRate':0.01}}";

  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  @LocalServerPort int port;

  @Test
  void deepStartsMakeNobodyElseWaitForMoreThanATurn() throws Exception {
    List<String> flood =
        IntStream.range(0, 16)
            .mapToObj(i -> "{'type':'start','run':'r%d','spec':%s,'from':9999}".formatted(i, DEEP))
            .toList();
    assertHasTurns(flood, 16 * PAGES, "{'type':'start','run':'own','spec':" + BALL + "}");
  }

  @Test
  void trainingsMakeNobodyElsesWaitForMoreThanATurn() throws Exception {
    String heavy = FirstProgram.spec(FirstProgram.digits(10_000), "", "");
    List<String> flood =
        Stream.of("a", "b")
            .flatMap(
                run ->
                    Stream.of(
                        "{\"type\":\"start\",\"run\":\"%s\",\"spec\":%s}".formatted(run, heavy),
                        "{'type':'request','run':'%s','n':1000}".formatted(run)))
            .toList();
    String light = FirstProgram.spec(FirstProgram.TEXT, "", "");
    assertHasTurns(
        flood, 2000 * PAGES, "{\"type\":\"start\",\"run\":\"own\",\"spec\":%s}".formatted(light));
  }

  @Test
  void wholeRunsMakeNobodyElseWaitForMoreThanATurn() throws Exception {
    List<CompletableFuture<HttpResponse<String>>> greedy =
        IntStream.range(0, PAGES).mapToObj(i -> asked(GREEDY, DEEP)).toList();
    CompletableFuture.anyOf(greedy.toArray(CompletableFuture[]::new)).get(1, TimeUnit.MINUTES);
    long fewest = PAGES;
    for (int i = 0; i < TRIES; i++) {
      long before = greedy.stream().filter(CompletableFuture::isDone).count();
      assertThat(asked(MODEST, BALL).get(1, TimeUnit.MINUTES).statusCode()).isEqualTo(200);
      long after = greedy.stream().filter(CompletableFuture::isDone).count();
      fewest = Math.min(fewest, after - before);
    }
    assertThat(fewest).isLessThan(PAGES / 2);
    // In one line the first try alone would have waited for all of them, and the rest for none.
    assertThat(greedy).anyMatch(each -> !each.isDone());
    for (CompletableFuture<HttpResponse<String>> each : greedy) {
      assertThat(each.get(1, TimeUnit.MINUTES).statusCode()).isEqualTo(200);
    }
  }

  private CompletableFuture<HttpResponse<String>> asked(String address, String spec) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/runs"))
            .header("X-Forwarded-For", address)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(spec.replace('\'', '"')))
            .build();
    return HTTP.sendAsync(request, HttpResponse.BodyHandlers.ofString());
  }

  /**
   * In one line for all, each answer would come after that of each of the greedy pages; here the
   * best one tells, since a test's own threads may have to wait for a processor.
   */
  private void assertHasTurns(List<String> flood, int answers, String asked) throws Exception {
    List<TestPage> greedy =
        IntStream.range(0, PAGES).mapToObj(i -> new TestPage(port, GREEDY)).toList();
    try (TestPage modest = new TestPage(port, MODEST)) {
      greedy.forEach(page -> flood.forEach(page::say));
      greedy.get(0).next();
      int fewest = PAGES;
      for (int i = 0; i < TRIES; i++) {
        int before = answered(greedy);
        modest.say(asked);
        assertThat(modest.next().path("type").asString()).isEqualTo("started");
        fewest = Math.min(fewest, answered(greedy) - before);
      }
      assertThat(fewest).isLessThan(PAGES / 2);
      assertThat(answered(greedy)).isLessThan(answers);
    } finally {
      greedy.forEach(TestPage::close);
    }
  }

  private static int answered(List<TestPage> pages) {
    return pages.stream().mapToInt(page -> page.frames.size()).sum();
  }
}
