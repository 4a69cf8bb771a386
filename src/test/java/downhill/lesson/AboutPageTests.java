package downhill.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.run.Limits;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The page says what this very instance allows. */
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {"downhill.limits.steps-per-request=321", "downhill.limits.sweep-steps=7654321"})
class AboutPageTests {

  @LocalServerPort int port;
  @Autowired Limits limits;

  @Test
  void namesEachLimitWithItsSettingAndItsValue() throws Exception {
    String english = get("/about");
    assertThat(AboutPage.named(limits))
        .hasSize(Limits.class.getRecordComponents().length)
        .containsEntry("steps-per-request", 321);
    AboutPage.named(limits)
        .keySet()
        .forEach(key -> assertThat(english).contains("<code>" + key + "</code>"));
    assertThat(english).contains(">321<", ">7,654,321<").doesNotContain("??");
    assertThat(get("/about?lang=es")).contains(">321<", ">7.654.321<", "Acerca de");
  }

  private String get(String path) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path)).build();
    return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()).body();
  }
}
