package downhill.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** What a reader sees when something goes wrong: kind words, and nothing of our insides. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import(ProbePages.class)
class ErrorPageTests {

  private final HttpClient client = HttpClient.newHttpClient();

  @LocalServerPort private int port;

  @ParameterizedTest
  @CsvSource({
    "/no/such/page, 404, This path leads nowhere",
    "/trouble?with=1, 500, Something gave way on our side",
    "/trouble?with=words, 400, We could not read that",
  })
  void saysInWordsWhatHappened(String path, int status, String words) throws Exception {
    HttpResponse<String> answer = get(path, "text/html");

    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.body()).contains(words);
    assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/html");
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/html", "application/json", "*/*"})
  void showsNothingOfOurInsides(String accept) throws Exception {
    HttpResponse<String> answer = get("/trouble?with=1", accept);

    assertThat(answer.statusCode()).isEqualTo(500);
    assertThat(answer.body())
        .doesNotContainIgnoringCase("secret", "exception", "whitelabel", "downhill.", "\tat ");
  }

  private HttpResponse<String> get(String path, String accept) throws Exception {
    URI address = URI.create("http://localhost:" + port + path);
    return client.send(
        HttpRequest.newBuilder(address).header("Accept", accept).build(),
        HttpResponse.BodyHandlers.ofString());
  }
}
