package downhill.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class PageControllerTests {

  private final HttpClient http = HttpClient.newHttpClient();
  @LocalServerPort int port;

  @Test
  void readsEachPanelsRateFromAFormWithoutAScript() throws Exception {
    String page =
        page("/sims/three-rates?learningRate=0.11&learningRate=0.22&learningRate=0.33").body();
    assertThat(page).contains("learningRate=0.11,0.22,0.33");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/sims/roll?curve=nope&learningRate=-3&steps=zzz&start=1,2",
        "/sims/three-rates?learningRate=0.1,abc,5000,7",
        "/sims/roll?surface=bowl",
        "/sims/roll?formula=sin(&start=NaN",
        "/sims/roll?optimizer=rprop&minStep=9&maxStep=1"
      })
  void showsAPageAndANoticeForALinkThatIsWrong(String link) throws Exception {
    HttpResponse<String> page = page(link);
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).containsPattern("was not used|has two parameters|rates");
  }

  private HttpResponse<String> page(String path) throws Exception {
    URI address = URI.create("http://127.0.0.1:" + port + path);
    HttpRequest request = HttpRequest.newBuilder(address).header("Accept", "text/html").build();
    return http.send(request, HttpResponse.BodyHandlers.ofString());
  }
}
